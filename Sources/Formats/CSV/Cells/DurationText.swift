/// Reads lengths of time as clocks show them: `00:35:26`, `0:45:20`, `13:15.73`, `00:02:59.3`.
enum DurationText {
    /// A length, or why there is none.
    enum Value: Hashable {
        /// Milliseconds, 0 or more, below 1000 hours.
        case length(Int64)
        /// Nothing was recorded: empty, `--`, `N/A` or `NaN`.
        case nothing
        /// Two parts without a fraction may be hours and minutes, or minutes and seconds.
        case ambiguous
        /// No length.
        case invalid
    }

    /// Reads a whole cell; decimals follow a point or a comma.
    static func read(_ cell: UnsafeBufferPointer<UInt8>) -> Value {
        if CountText.isNothing(cell) { return .nothing }
        var cursor = ByteCursor(cell)
        guard let first = cursor.digits(atMost: 3)?.value, cursor.skip(UInt8(ascii: ":")),
            let second = cursor.twoDigits(), second < 60
        else { return .invalid }
        var parts = [first, second]
        if cursor.skip(UInt8(ascii: ":")) {
            guard let third = cursor.twoDigits(), third < 60 else { return .invalid }
            parts.append(third)
        }
        var fraction: Int?
        if cursor.skip(UInt8(ascii: ".")) || cursor.skip(UInt8(ascii: ",")) {
            fraction = cursor.thousandths()
            guard fraction != nil else { return .invalid }
        }
        guard cursor.isAtEnd else { return .invalid }
        // Only seconds have decimals.
        if parts.count == 2, fraction == nil { return .ambiguous }
        let seconds = parts.reduce(0) { $0 * 60 + $1 }
        return .length(Int64(seconds) * 1000 + Int64(fraction ?? 0))
    }
}
