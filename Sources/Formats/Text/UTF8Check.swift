/// Looks whether bytes are UTF-8, in pieces of any size, and counts NULs on the way.
///
/// The well-formed sequences are those of Unicode 15 table 3-7: no overlong forms, no surrogates,
/// nothing above U+10FFFF.
struct UTF8Check {
    /// Whether all bytes so far can be the beginning of UTF-8.
    private(set) var isValid = true
    /// The NUL bytes so far.
    private(set) var nulCount = 0
    /// The bytes that the character in hand still needs, and the bounds of the next of them.
    private var missing = 0
    private var lowest: UInt8 = 0x80
    private var highest: UInt8 = 0xBF

    /// Looks at the next bytes.
    mutating func feed(_ bytes: UnsafeBufferPointer<UInt8>) {
        let raw = UnsafeRawBufferPointer(bytes)
        var index = 0
        while index < bytes.count {
            if missing == 0, index + 8 <= bytes.count {
                let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                if word.isPlainASCII {
                    index += 8
                    continue
                }
            }
            step(bytes[index])
            index += 1
        }
    }

    private mutating func step(_ byte: UInt8) {
        guard missing > 0 else { return begin(byte) }
        if byte < lowest || byte > highest { isValid = false }
        missing -= 1
        lowest = 0x80
        highest = 0xBF
    }

    private mutating func begin(_ byte: UInt8) {
        switch byte {
        case 0: nulCount += 1
        case 0x01...0x7F: break
        case 0xC2...0xDF: missing = 1
        case 0xE0...0xEF:
            missing = 2
            if byte == 0xE0 { lowest = 0xA0 }
            if byte == 0xED { highest = 0x9F }
        case 0xF0...0xF4:
            missing = 3
            if byte == 0xF0 { lowest = 0x90 }
            if byte == 0xF4 { highest = 0x8F }
        default: isValid = false
        }
    }
}

extension UInt64 {
    /// Whether none of its eight bytes is NUL or has its high bit set.
    fileprivate var isPlainASCII: Bool {
        let highBits: UInt64 = 0x8080_8080_8080_8080
        // A byte of zero borrows from its high bit; a byte with a high bit is found by itself.
        return (self | (self &- 0x0101_0101_0101_0101)) & highBits == 0
    }
}
