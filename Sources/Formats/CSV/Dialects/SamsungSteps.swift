internal import Model

extension CSVDialect {
    /// The minutes of Samsung Health, `com.samsung.shealth.tracker.pedometer_step_count.….csv`
    /// (FORMATS.md §1.5).
    ///
    ///     com.samsung.shealth.tracker.pedometer_step_count,62920010,11
    ///     duration,…,com.samsung.health.step_count.start_time,…,….count,…,….time_offset,….deviceuuid,…
    ///     7717,…,2026-05-03 12:32:00.000,…,101,…,UTC-0500,Cv7sH/e0hQ,…
    ///
    /// The text is UTC (§5.13), which the file is checked for. A row is a minute, or in older exports
    /// a bout; its `duration` is only the part in motion. Phone and watch count the same minutes and
    /// are told apart by `deviceuuid`.
    static let samsungSteps = CSVDialect(
        name: "samsung-health",
        title: "the minutes of Samsung Health (pedometer_step_count)",
        headers: [SamsungColumns.pattern("start_time", "end_time", "count", "deviceuuid")],
        style: .samsungHealth,
        open: { opening in
            let header = opening.header
            // Exercises, too, have a start, an end and a count of anything.
            let isOfSteps =
                SamsungColumns.isTable("step_count", opening)
                || header.words.contains { $0.contains("com.samsung.health.step_count.") }
            guard isOfSteps, let start = try SamsungColumns.column("start_time", in: header),
                let end = try SamsungColumns.column("end_time", in: header),
                let count = try SamsungColumns.column("count", in: header),
                let device = try SamsungColumns.column("deviceuuid", in: header)
            else { return nil }
            if let offset = try SamsungColumns.column("time_offset", in: header) {
                try SamsungNights(start: start, count: count, offset: offset).check(opening)
            }
            return SamsungStepRows(opening, start: start, end: end, count: count, device: device)
        }
    )
}

/// Reads one stretch of steps a row.
struct SamsungStepRows: CSVRowReader {
    private let start: Int
    private let end: Int
    private let count: Int
    private let device: Int
    private let header: CSVHeader
    private let places: CSVOutput.Columns
    private var cells: CellReader

    let zone = "UTC, as Samsung Health writes"

    init(_ opening: CSVOpening, start: Int, end: Int, count: Int, device: Int) {
        self.start = start
        self.end = end
        self.count = count
        self.device = device
        header = opening.header
        places = CSVOutput.Columns(header: header, time: start, count: count)
        cells = CellReader(opening, times: [start, end], numbers: [count])
    }

    var meanings: [String] {
        (0..<header.words.count).map { column in
            switch column {
            case start: "start"
            case end: "end"
            case count: "steps"
            case device: "source"
            default: "not used"
            }
        }
    }

    mutating func take(_ row: CSVRow, into output: CSVOutput) throws {
        if row.isEmpty { return }
        guard let steps = try cells.steps(row, count, output),
            let from = try instant(row, start, output), let to = try instant(row, end, output)
        else { return }
        guard let source = output.sources.entry(named: row[device]) else {
            return output.report(row, device, header, CSVOutput.Fault.source)
        }
        output.take(
            steps,
            from: from,
            to: to,
            by: source,
            of: row,
            places
        )
    }

    private mutating func instant(
        _ row: CSVRow,
        _ column: Int,
        _ output: CSVOutput
    ) throws -> Instant? {
        guard let time = try cells.time(row, column, output) else { return nil }
        guard time.kind != .date else {
            output.report(row, column, header, CSVOutput.Fault.time)
            return nil
        }
        return Instant(milliseconds: time.milliseconds)
    }
}
