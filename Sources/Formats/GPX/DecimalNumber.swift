/// Reads decimal numbers exactly, as multiples of a power of ten.
///
/// GPX writers give up to 29 decimals and sometimes exponents (`1.5E-5`); a point and never a comma
/// parts the decimals, whatever the locale.
enum DecimalNumber {
    /// The largest magnitude that is told apart; larger numbers are held at it.
    static let limit: Int64 = 100_000_000_000_000_000

    /// Reads a number times 10 to the `decimals`, rounded half away from zero.
    ///
    /// - Returns: nothing when the text is no number, as `NaN` or nothing at all.
    static func scaled(_ text: Span<UInt8>, decimals: Int) -> Int64? {
        let range = text.trimmed
        var index = range.lowerBound
        var isNegative = false
        if index < range.upperBound, text[index] == 0x2D || text[index] == 0x2B {
            isNegative = text[index] == 0x2D
            index += 1
        }
        let mantissa = index
        guard let whole = digits(text, from: &index, to: range.upperBound) else { return nil }
        guard let exponent = exponent(text, at: index, to: range.upperBound) else { return nil }
        let magnitude = magnitude(
            text,
            mantissa..<index,
            taking: whole + exponent + decimals
        )
        return isNegative ? -magnitude : magnitude
    }

    /// Passes over digits with a point among them; the number of digits before the point.
    private static func digits(
        _ text: Span<UInt8>,
        from index: inout Int,
        to end: Int
    ) -> Int? {
        let start = index
        var point: Int?
        while index < end, text[index].isDigit || (text[index] == 0x2E && point == nil) {
            if text[index] == 0x2E { point = index }
            index += 1
        }
        guard index - start > (point == nil ? 0 : 1) else { return nil }
        return (point ?? index) - start
    }

    /// The exponent behind the digits, 0 when there is none, nothing when something else follows.
    private static func exponent(_ text: Span<UInt8>, at start: Int, to end: Int) -> Int? {
        guard start < end else { return 0 }
        guard text[start] | 0x20 == 0x65 else { return nil }
        var index = start + 1
        var isNegative = false
        if index < end, text[index] == 0x2D || text[index] == 0x2B {
            isNegative = text[index] == 0x2D
            index += 1
        }
        guard index < end else { return nil }
        var value = 0
        while index < end {
            guard text[index].isDigit else { return nil }
            value = min(100_000, value * 10 + Int(text[index] - 0x30))
            index += 1
        }
        return isNegative ? -value : value
    }

    /// The first so many digits as a number, rounded by the digit behind them.
    private static func magnitude(
        _ text: Span<UInt8>,
        _ range: Range<Int>,
        taking wanted: Int
    ) -> Int64 {
        var value: Int64 = 0
        var taken = 0
        for index in range where text[index] != 0x2E {
            let digit = Int64(text[index] - 0x30)
            if taken >= wanted { return taken == wanted && digit >= 5 ? value + 1 : value }
            value = value * 10 + digit
            if value >= limit { return limit }
            taken += 1
        }
        while taken < wanted, value > 0 {
            value *= 10
            if value >= limit { return limit }
            taken += 1
        }
        return value
    }
}

extension UInt8 {
    /// Whether it is an ASCII digit.
    var isDigit: Bool { self &- 0x30 < 10 }

    /// Whether it is a blank of XML: space, tab or the end of a line.
    var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}

extension Span<UInt8> {
    /// The range without blanks at either end.
    var trimmed: Range<Int> {
        var low = 0
        var high = count
        while low < high, self[low].isBlank { low += 1 }
        while low < high, self[high - 1].isBlank { high -= 1 }
        return low..<high
    }
}
