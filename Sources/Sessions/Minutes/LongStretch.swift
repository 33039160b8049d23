/// A stretch of a record of more than an hour and less than a day that finer records of its source
/// left free.
struct LongStretch {
    let piece: OverlapResolution.Piece
    /// The place of the source in `NamedSources.all`, and its rank for such records.
    let source: Int
    let rank: Int

    /// Which record of its source it is.
    var record: Int { piece.record }
    /// The stretch, in milliseconds.
    var span: Range<Int64> { piece.start..<piece.end }
}

extension StepRecord {
    private static let leastDay: Int64 = 23 * 3_600_000

    /// Whether it is a total of a day: as long as days are, or all of a civil day of the window.
    func isTotal(in window: MinuteWindow) -> Bool {
        if length >= Self.leastDay { return true }
        return window.days(touching: span).contains { day in
            let whole = window.span(ofDay: day)
            return !whole.isEmpty && start <= whole.lowerBound && whole.upperBound <= end
        }
    }
}
