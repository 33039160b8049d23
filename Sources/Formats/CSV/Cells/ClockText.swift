/// Reads times of day and offsets from UTC, as they follow a date or stand in a cell of their own.
///
/// `H:MM` or `HH:MM`, then seconds with a fraction if there are any, then `AM` or `PM`, then `Z`,
/// `UTC`, `GMT` or an offset such as `+05:30`, `+0530`, `+05`. The 24th hour and the leap second are
/// no times; names of zones are none either, since they mean different things in different places.
enum ClockText {
    /// A time of day and, if it says one, its offset from UTC.
    struct Value: Hashable {
        /// Milliseconds since midnight, 0 to 86 399 999.
        let millisecond: Int64
        /// Milliseconds east of UTC.
        let offset: Int64?
    }

    /// Reads a whole cell.
    static func read(_ cell: UnsafeBufferPointer<UInt8>) -> Value? {
        var cursor = ByteCursor(cell)
        return read(&cursor)
    }

    /// Reads what is left of a cell.
    static func read(_ cursor: inout ByteCursor) -> Value? {
        guard let millisecond = timeOfDay(&cursor) else { return nil }
        if cursor.isAtEnd { return Value(millisecond: millisecond, offset: nil) }
        cursor.skipBlanks()
        guard let offset = offset(&cursor), cursor.isAtEnd else { return nil }
        return Value(millisecond: millisecond, offset: offset)
    }

    /// Reads `HH:MM:SS` and then nothing, `Z` or `±HH:MM`, as programs write almost all times.
    ///
    /// - Returns: nothing for any other form, which `read` may still know.
    static func readPlain(_ cell: UnsafeBufferPointer<UInt8>, from start: Int) -> Value? {
        let length = cell.count - start
        guard length == 8 || length == 9 || length == 14 else { return nil }
        let hour = cell.pair(start)
        let minute = cell.pair(start + 3)
        let second = cell.pair(start + 6)
        guard hour < 24, minute < 60, second < 60, cell[start + 2] == 0x3A, cell[start + 5] == 0x3A
        else { return nil }
        let millisecond = Int64((hour * 60 + minute) * 60 + second) * 1000
        if length == 8 { return Value(millisecond: millisecond, offset: nil) }
        let sign = cell[start + 8]
        if length == 9 {
            return sign == 0x5A ? Value(millisecond: millisecond, offset: 0) : nil
        }
        let hours = cell.pair(start + 9)
        let minutes = cell.pair(start + 12)
        guard sign == 0x2B || sign == 0x2D, hours <= 18, minutes < 60, cell[start + 11] == 0x3A
        else { return nil }
        let offset = Int64(hours * 60 + minutes) * 60_000
        return Value(millisecond: millisecond, offset: sign == 0x2B ? offset : -offset)
    }

    private static func timeOfDay(_ cursor: inout ByteCursor) -> Int64? {
        guard var hour = cursor.digits(atMost: 2)?.value, cursor.skip(UInt8(ascii: ":")),
            let minute = cursor.twoDigits(), minute < 60
        else { return nil }
        var milliseconds = 0
        if cursor.skip(UInt8(ascii: ":")) {
            guard let second = cursor.twoDigits(), second < 60 else { return nil }
            milliseconds = second * 1000
            if cursor.skip(UInt8(ascii: ".")) || cursor.skip(UInt8(ascii: ",")) {
                guard let fraction = cursor.thousandths() else { return nil }
                milliseconds += fraction
            }
        }
        if let half = half(&cursor) {
            guard (1...12).contains(hour) else { return nil }
            hour = hour % 12 + half
        }
        guard hour < 24 else { return nil }
        return Int64((hour * 60 + minute) * 60_000 + milliseconds)
    }

    /// The hours that `AM` and `PM` add; nothing when neither is there.
    private static func half(_ cursor: inout ByteCursor) -> Int? {
        // Most times go on with an offset or not at all.
        guard !cursor.isAtEnd, !cursor.isAtOffset else { return nil }
        let before = cursor
        cursor.skipBlanks()
        if cursor.skip(word: "am") { return 0 }
        if cursor.skip(word: "pm") { return 12 }
        cursor = before
        return nil
    }

    private static func offset(_ cursor: inout ByteCursor) -> Int64? {
        guard cursor.isAtOffset else {
            return cursor.skip(word: "utc") || cursor.skip(word: "gmt") ? 0 : nil
        }
        let sign = cursor.next
        cursor.advance(by: 1)
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return 0 }
        guard let hours = cursor.twoDigits(), hours <= 18 else { return nil }
        var minutes = 0
        if !cursor.isAtEnd {
            _ = cursor.skip(UInt8(ascii: ":"))
            guard let digits = cursor.twoDigits(), digits < 60 else { return nil }
            minutes = digits
        }
        let milliseconds = Int64(hours * 60 + minutes) * 60_000
        return sign == UInt8(ascii: "+") ? milliseconds : -milliseconds
    }
}

extension ByteCursor {
    /// Whether `Z`, plus or minus comes next.
    fileprivate var isAtOffset: Bool {
        switch next {
        case UInt8(ascii: "Z"), UInt8(ascii: "z"), UInt8(ascii: "+"), UInt8(ascii: "-"): true
        default: false
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The number in two digits, which must lie in the buffer; 255 when they are none.
    fileprivate func pair(_ index: Int) -> Int {
        let tens = self[index] &- 0x30
        let ones = self[index + 1] &- 0x30
        return tens < 10 && ones < 10 ? Int(tens) * 10 + Int(ones) : 255
    }
}
