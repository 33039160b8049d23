internal import Model

extension CSVDialect {
    /// The summary of a Google Fit Takeout, `Daily activity metrics.csv` or, in older ones,
    /// `Daily Summaries.csv` (FORMATS.md §1.4).
    ///
    ///     Date,Move Minutes count,…,Step count,…,Walking duration (ms),…
    ///     2025-01-29,51,…,3952,…,3172589,
    ///
    /// Each row is a whole day and the sum of that day's own file. Both have one source, so that a
    /// day adds only what the quarters of an hour lack, which is nothing.
    static let googleFitDays = CSVDialect(
        name: "google-fit-days",
        title: "the days of a Google Fit Takeout",
        headers: CSVHeaderPattern.parts(.date, .moveMinutes)
            + [.part("Date", "Calories", "Distance", "Step count", "Low latitude")],
        style: CSVSources.Style(defaultName: "google-fit", omitsZeros: true),
        open: { opening in
            let local = LocalHeader(opening.header, requiring: [.date])
            guard let date = try local?.column(.date),
                opening.looks(date, { $0.utf8.count == 10 })
            else { return nil }
            return GoogleFitTotals(opening, date: date, count: try local?.column(.steps))
        }
    )
}

/// Reads the days of the summary.
struct GoogleFitTotals: CSVRowReader {
    private let date: Int
    private let count: Int?
    private let header: CSVHeader
    private var cells: CellReader
    private var days: DayTotals

    let zone: String

    init(_ opening: CSVOpening, date: Int, count: Int?) {
        self.date = date
        self.count = count
        header = opening.header
        cells = CellReader(opening, times: [date], numbers: [count].compactMap { $0 })
        days = DayTotals(CSVOutput.Columns(header: header, time: date, count: count ?? date))
        zone = "days of \(opening.context.home.first.name)"
    }

    var meanings: [String] {
        (0..<header.words.count).map { column in
            switch column {
            case date: "date"
            case count: "steps"
            default: "not used"
            }
        }
    }

    mutating func take(_ row: CSVRow, into output: CSVOutput) throws {
        guard let count, let steps = try cells.steps(row, count, output),
            let day = try cells.time(row, date, output)
        else { return }
        guard day.kind == .date else {
            return output.report(row, date, header, "is not the date of a day")
        }
        try days.take(steps, on: day, of: row, into: output)
    }
}
