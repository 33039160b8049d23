/// A place in the bytes of a cell that moves forward as its parts are understood.
///
/// It never leaves the bytes; what is not there is not found.
struct ByteCursor {
    private let bytes: UnsafeBufferPointer<UInt8>
    private(set) var position = 0

    /// Starts at the beginning of these bytes.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// Whether nothing is left.
    var isAtEnd: Bool { position == bytes.count }

    /// The next byte; NUL at the end.
    var next: UInt8 { position < bytes.count ? bytes[position] : 0 }

    /// Goes on behind so many bytes, or to the end.
    mutating func advance(by count: Int) {
        position += min(max(0, count), bytes.count - position)
    }

    /// Goes on behind this byte, if it is the next.
    mutating func skip(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    /// Goes on behind an ASCII word in whatever case, if it comes next.
    mutating func skip(word: StaticString) -> Bool {
        let letters = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        guard position + letters.count <= bytes.count else { return false }
        for (index, letter) in letters.enumerated()
        where bytes[position + index] | 0x20 != letter | 0x20 {
            return false
        }
        position += letters.count
        return true
    }

    /// Goes on behind blanks, the unbreakable ones before "AM" included.
    mutating func skipBlanks() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20: position += 1
            case 0xC2 where has(0xA0, at: 1): position += 2
            case 0xE2 where has(0x80, at: 1) && has(0xAF, at: 2): position += 3
            default: return
            }
        }
    }

    private func has(_ byte: UInt8, at distance: Int) -> Bool {
        position + distance < bytes.count && bytes[position + distance] == byte
    }

    /// Reads exactly two digits.
    mutating func twoDigits() -> Int? {
        guard position + 2 <= bytes.count else { return nil }
        let tens = bytes[position] &- 0x30
        let ones = bytes[position + 1] &- 0x30
        guard tens < 10, ones < 10 else { return nil }
        position += 2
        return Int(tens) * 10 + Int(ones)
    }

    /// Reads the digits that come next, at least one and at most so many.
    mutating func digits(atMost limit: Int) -> (value: Int, count: Int)? {
        var value = 0
        let start = position
        while position < bytes.count, bytes[position] &- 0x30 < 10 {
            guard position - start < min(limit, 18) else { return nil }
            value = value * 10 + Int(bytes[position] &- 0x30)
            position += 1
        }
        return position == start ? nil : (value, position - start)
    }

    /// Reads digits of a fraction, any number of them, as thousandths, cut off.
    mutating func thousandths() -> Int? {
        var value = 0
        var weight = 100
        let start = position
        while position < bytes.count, bytes[position] &- 0x30 < 10 {
            value += Int(bytes[position] &- 0x30) * weight
            weight /= 10
            position += 1
        }
        return position == start ? nil : value
    }
}
