internal import Model

extension CSVDialect {
    /// The days of an Omron HJ-720IT by the hour, as its program for Windows writes them and as the
    /// device itself is read (FORMATS.md §1.14).
    ///
    ///     Kato,,
    ///
    ///     Date,Total Steps,…,Steps 12AM,…,Aerobic Steps 12AM,…,Used 12AM,…,Event 12AM,…
    ///     5/14/2009,3268,2898,20,124,1.65,7.5,0,…
    ///
    /// Local time without a zone, dates with the month first. An hour without steps in which the
    /// device was not used says nothing. The last day is not over and grows in the next export.
    static let omronPedometer = CSVDialect(
        name: "omron-hj720it",
        title: "the days of an Omron HJ-720IT",
        headers: [.part("Date", "Total Steps", "Aerobic Steps")],
        style: CSVSources.Style(defaultName: "HJ-720IT", kind: .watch),
        open: { opening in
            guard let rows = OmronRows(opening) else {
                throw CSVRefusal(
                    "this is an Omron table of days without columns for the steps of their hours, "
                        + "of which no walk can be made; export it from the program for the HJ-720IT "
                        + "with its hours"
                )
            }
            return rows
        }
    )
}

/// Reads days of 24 hours.
struct OmronRows: CSVRowReader {
    /// An hour, in milliseconds.
    private static let hour: Int64 = 3_600_000

    /// The names of the 24 hours in the header: `12am`, `1am` … `12pm` … `11pm`.
    private static let hourKeys = (0..<24).map { hour in
        "\(hour % 12 == 0 ? 12 : hour % 12)\(hour < 12 ? "am" : "pm")"
    }

    private let date: Int
    private let total: Int
    private let stepColumns: [Int]
    private let usedColumns: [Int]
    private let header: CSVHeader
    private var cells: CellReader
    private var times = TimeText(order: .monthFirst)
    /// Whether a row without a date was met: they follow one another, and one problem is enough.
    private var hasUndated = false
    /// Steps of an hour of this row that the clock change skips.
    private var skipped: Int32 = 0

    let zone = "local, the hours of the day on the device's clock"

    /// Finds the columns; nothing when those of an hour are missing.
    init?(_ opening: CSVOpening) {
        header = opening.header
        guard let date = header.column("date"), let total = header.column("totalsteps")
        else { return nil }
        self.date = date
        self.total = total
        stepColumns = Self.hourKeys.compactMap { opening.header.column("steps" + $0) }
        usedColumns = Self.hourKeys.compactMap { opening.header.column("used" + $0) }
        guard stepColumns.count == 24, usedColumns.count == 24 else { return nil }
        cells = CellReader(opening, times: [], numbers: [total] + stepColumns + usedColumns)
    }

    var meanings: [String] {
        (0..<header.words.count).map { column in
            switch column {
            case date: "date, month first"
            case total: "steps of the day, checked against its hours"
            case _ where stepColumns.contains(column): "steps of an hour"
            case _ where usedColumns.contains(column):
                "whether an hour without steps counts as still"
            default: "not used"
            }
        }
    }

    mutating func take(_ row: CSVRow, into output: CSVOutput) throws {
        if row.isEmpty { return }
        guard !row[date].isEmpty else { return reportUndated(row, output) }
        guard let day = try day(row, output) else { return }
        guard let source = output.sources.entry(named: row[row.count]) else {
            return output.report(row, date, header, CSVOutput.Fault.source)
        }
        var sum: Int64 = 0
        var isWhole = true
        skipped = 0
        for hour in 0..<24 {
            guard let steps = try steps(row, hour, output) else {
                isWhole = isWhole && row[stepColumns[hour]].isEmpty
                continue
            }
            sum += Int64(steps)
            guard try steps > 0 || isUsed(row, hour, output) || skipped > 0 else { continue }
            take(steps, of: row, hour, day, source, into: output)
        }
        if skipped > 0 {
            let fault = "is no date with an hour 11PM here, so \(skipped) steps are left out"
            output.report(row, date, header, fault)
        }
        if isWhole { try compare(row, sum, output) }
    }

    /// Places the steps of an hour.
    ///
    /// Where the clock change skips the hour and the device did not know it, its steps go with those
    /// of the hour that follows at once.
    private mutating func take(
        _ steps: Int32,
        of row: CSVRow,
        _ hour: Int,
        _ day: CivilDay,
        _ source: CSVSources.Entry,
        into output: CSVOutput
    ) {
        let wall = Int64(day.daysSinceEpoch) * 86_400_000 + Int64(hour) * Self.hour
        let (start, flags) = source.clock.begin(wall)
        let (end, endFlags) = source.clock.end(wall + Self.hour, notBefore: start)
        guard start < end else {
            skipped = steps
            return
        }
        output.take(
            StepReading(
                start: start,
                end: end,
                steps: steps + skipped,
                line: Int32(clamping: row.line),
                source: source.index,
                flags: flags.joined(with: endFlags)
            ),
            of: row,
            CSVOutput.Columns(header: header, time: date, count: stepColumns[hour])
        )
        skipped = 0
    }

    /// The steps of an hour, which the device counts with 14 bits; more than 16 are a problem.
    private mutating func steps(
        _ row: CSVRow,
        _ hour: Int,
        _ output: CSVOutput
    ) throws -> Int32? {
        guard let steps = try cells.steps(row, stepColumns[hour], output) else { return nil }
        guard steps <= Int32(UInt16.max) else {
            output.report(row, stepColumns[hour], header, CSVOutput.Fault.tooLarge)
            return nil
        }
        return steps
    }

    private mutating func isUsed(
        _ row: CSVRow,
        _ hour: Int,
        _ output: CSVOutput
    ) throws -> Bool {
        try cells.count(row, usedColumns[hour], output) ?? 0 > 0
    }

    /// The hours are what walks are made of, so they are taken all the same.
    private mutating func compare(_ row: CSVRow, _ sum: Int64, _ output: CSVOutput) throws {
        guard let steps = try cells.count(row, total, output), steps != sum else { return }
        let fault = "is not the sum of the hours of its day, \(sum), which were taken"
        output.report(row, total, header, fault)
    }

    private mutating func day(_ row: CSVRow, _ output: CSVOutput) throws -> CivilDay? {
        switch times.read(row[date]) {
        case .time(let time) where time.kind == .date && time.form == .yearLast:
            return time.day
        case .contradiction:
            // Somebody's spreadsheet has turned the dates round: days up to the 12th would be taken
            // for others.
            let fault =
                "does not have the month first, as this program writes; export the file anew"
            let message = CSVOutput.message(row, date, header, fault)
            throw CSVRefusal(Problem(at: row.place(of: date), message))
        case .time, .undecided, .invalid:
            output.report(row, date, header, "is not a date such as 5/14/2026, month first")
            return nil
        }
    }

    /// Some exports repeat their days behind the data in hexadecimal digits.
    private mutating func reportUndated(_ row: CSVRow, _ output: CSVOutput) {
        guard !hasUndated else { return }
        hasUndated = true
        let message =
            "this row has no date; such rows, in which the program repeats its days, are left out"
        output.report(Problem(at: row.place, message))
    }
}
