internal import Model

extension CSVDialect {
    /// The report of steps of Garmin Connect, `Steps.csv` (FORMATS.md §1.7).
    ///
    ///     Date,Actual,Goal
    ///     Feb 12,13771,10000
    ///
    /// Its dates have no year. It is found from when the file was written: rows are consecutive
    /// days, and the last of them is that day or one of the week before. Anything else is refused,
    /// since a wrong year cannot be seen.
    static let garminSteps = CSVDialect(
        name: "garmin-steps",
        title: "a report of steps of Garmin Connect",
        headers: [.whole("Date", "Actual", "Goal")],
        style: CSVSources.Style(defaultName: "garmin", kind: .watch),
        open: { opening in
            guard let date = opening.header.column("date"),
                let count = opening.header.column("actual")
            else { return nil }
            let dates = try YearlessDates(opening, column: date)
            return GarminStepsRows(opening, date: date, count: count, dates)
        }
    )
}

/// Reads the days of a report.
struct GarminStepsRows: CSVRowReader {
    private let date: Int
    private let count: Int
    private let header: CSVHeader
    private let dates: YearlessDates
    private var cells: CellReader
    private var days: DayTotals

    let zone: String

    init(_ opening: CSVOpening, date: Int, count: Int, _ dates: YearlessDates) {
        self.date = date
        self.count = count
        self.dates = dates
        header = opening.header
        cells = CellReader(opening, times: [], numbers: [count])
        days = DayTotals(CSVOutput.Columns(header: header, time: date, count: count))
        let home = opening.context.home.first.name
        zone = "days of \(home), the year from when the file was written"
    }

    var meanings: [String] {
        (0..<header.words.count).map { column in
            switch column {
            case date: "date without a year"
            case count: "steps"
            default: "not used"
            }
        }
    }

    mutating func take(_ row: CSVRow, into output: CSVOutput) throws {
        if row.isEmpty { return }
        guard let monthDay = NamedDateText.monthDay(row[date]), let day = dates.day(of: monthDay)
        else { return output.report(row, date, header, YearlessDates.fault) }
        guard let steps = try cells.steps(row, count, output) else { return }
        let time = TimeText.Time(
            milliseconds: Int64(day.daysSinceEpoch) * 86_400_000,
            kind: .date,
            form: .yearFirst
        )
        try days.take(steps, on: time, of: row, into: output)
    }
}
