internal import Model

/// The counts of whole days that a file has shown: a date that stands twice with different counts is
/// no total of a day.
struct DayCounts {
    private struct Day: Hashable {
        let midnight: Int64
        let source: SourceIndex
    }

    /// More days than ten people live.
    private static let capacity = 366_000
    private var counts: [Day: Int32] = [:]

    /// The other count that was seen for the day, if there is one.
    mutating func contradiction(
        of steps: Int32,
        on time: TimeText.Time,
        _ source: SourceIndex
    ) -> Int32? {
        let day = Day(midnight: time.milliseconds, source: source)
        if let known = counts[day] { return known == steps ? nil : known }
        if counts.count < Self.capacity { counts[day] = steps }
        return nil
    }

    /// Refuses a file with a date that has two counts.
    static func refusal(
        _ row: CSVRow,
        _ column: Int,
        _ header: CSVHeader,
        _ other: Int32
    ) -> CSVRefusal {
        let fault =
            "stands on another row with \(other) steps, so the rows are no whole days: "
            + "write each with its time"
        let message = CSVOutput.message(row, column, header, fault)
        return CSVRefusal(Problem(at: row.place(of: column), message))
    }
}
