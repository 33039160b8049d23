/// Reads the length of a workout: a decimal number and the unit beside it.
enum AppleDuration {
    private static let units: [(word: StaticString, milliseconds: Int64)] = [
        ("min", 60_000), ("s", 1000), ("sec", 1000), ("hr", 3_600_000), ("h", 3_600_000),
    ]
    /// Longer than any walk, in millionths of an hour.
    private static let most: Int64 = 1_000_000_000_000

    /// The length in milliseconds, rounded.
    ///
    /// - Returns: nothing when it is no number, negative, or in no unit that is known.
    static func milliseconds(_ text: XMLText, unit: XMLText?) -> Int64? {
        guard let unit, let factor = units.first(where: { unit == $0.word })?.milliseconds,
            let millionths = text.withBytes({ DecimalNumber.scaled($0.span, decimals: 6) }),
            (0...most).contains(millionths)
        else { return nil }
        return (millionths * factor + 500_000) / 1_000_000
    }
}
