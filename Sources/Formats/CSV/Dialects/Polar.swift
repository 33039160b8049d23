internal import Model

extension CSVDialect {
    /// One session of Polar Flow (FORMATS.md §1.12).
    ///
    ///     Name,Sport,Date,Start time,Duration,Total distance (km),…
    ///     Kari,WALKING,29-08-2026,07:15:00,00:42:10,3.41,…
    ///     Sample rate,Time,HR (bpm),Speed (km/h),…
    ///     1,00:00:00,85,,…
    ///
    /// The row under the first header is the session; what follows the second are its samples, of
    /// which none is a step. Local time without a zone; the account's settings order day and month.
    static let polarSession = CSVDialect(
        name: "polar-session",
        title: "a session of Polar Flow",
        headers: [.part("Name", "Sport", "Date", "Start time", "Duration")],
        style: CSVSources.Style(defaultName: "polar", kind: .watch),
        open: { PolarSessionRows($0) }
    )

    /// The samples of a Polar device's day, by `polar_activitysamples2csv`.
    ///
    ///     Time,Activity,Steps,Metabolic equivalent,Sport,Inactivity notification
    ///     2026-03-06 00:01:00 +0100,SEDENTARY,12,1.2,-1,
    ///
    /// Each time has its offset. Steps stand on the rows that begin a minute, by which the device
    /// counts; the rows between leave them out.
    static let polarActivitySamples = CSVDialect(
        name: "polar-activity",
        title: "the activity samples of a Polar device",
        headers: [.part("Time", "Activity", "Steps", "Metabolic equivalent")],
        style: CSVSources.Style(defaultName: "polar", kind: .watch),
        open: { opening in
            guard let time = opening.header.column("time"),
                let count = opening.header.column("steps")
            else { return nil }
            let columns = GenericColumns(time: time, count: count)
            return try GenericRows(opening, columns, wallTimes: .refused)
        }
    )
}

/// Reads the session and passes over its samples.
struct PolarSessionRows: CSVRowReader {
    /// Names of sports that Polar alone writes so; the others are among all activities.
    private static let others = Set(
        [
            "Other indoor", "Other outdoor", "Road biking", "Group exercise", "Fitness dancing",
            "Cross-trainer", "Functional training", "Core", "Mobility static", "Mobility dynamic",
            "Nordic skiing", "Classic roller skiing", "Freestyle roller skiing", "Roller skating",
            "Circuit training", "Indoor rowing", "Body and mind", "Gymnastics", "Aqua fitness",
        ].map(CSVHeader.key)
    )

    private let header: CSVHeader
    private let sport: Int
    private let date: Int
    private let clock: Int
    private let length: ActivityTimes
    private let places: CSVOutput.Columns
    private var cells: CellReader
    private var isInSamples = false

    let zone: String
    let meanings: [String]

    /// Finds the columns; nothing when one is missing.
    init?(_ opening: CSVOpening) {
        header = opening.header
        guard let sport = header.column("sport"), let date = header.column("date"),
            let clock = header.column("starttime"), let duration = header.column("duration")
        else { return nil }
        self.sport = sport
        self.date = date
        self.clock = clock
        length = ActivityTimes(length: duration)
        places = CSVOutput.Columns(header: header, time: date, count: date)
        cells = CellReader(opening, times: [date], numbers: [])
        zone = "local time, \(opening.context.home.first.name)"
        meanings = (0..<header.words.count).map { column in
            switch column {
            case sport: "kind of activity"
            case date: "date"
            case clock: "time of day"
            case duration: "length"
            default: "not used"
            }
        }
    }

    var emptiness: String { "the session is no walk" }

    mutating func take(_ row: CSVRow, into output: CSVOutput) throws {
        if row.isEmpty || isOfSamples(row) { return }
        switch kind(of: row[sport]) {
        case .walk: break
        case .other: return output.passOver()
        case nil: return output.reportUnknownActivity(row, sport, header)
        }
        guard let time = try start(row, output), let lengths = length.read(row, header, output)
        else { return }
        guard let source = output.sources.entry(named: row[row.count]) else {
            return output.report(row, sport, header, CSVOutput.Fault.source)
        }
        let (begin, _) = source.clock.begin(time)
        output.take(
            walkFrom: begin,
            to: begin.advanced(by: lengths.elapsed),
            moving: lengths.moving,
            steps: nil,
            by: source,
            of: row,
            places
        )
    }

    mutating func takeOther(_ row: CSVRow, into output: CSVOutput) throws -> Bool {
        isOfSamples(row)
    }

    /// Whether a row is the header of the samples or follows it.
    private mutating func isOfSamples(_ row: CSVRow) -> Bool {
        if isInSamples { return true }
        let header = CSVHeader(row)
        let keys = header.keySet
        // A row that is joined to the header of the samples begins otherwise.
        isInSamples =
            ["samplerate", "time"].contains(header.keys.first)
            && keys.contains("time") && (keys.contains("hr") || keys.contains("samplerate"))
        return isInSamples
    }

    private func kind(of cell: UnsafeBufferPointer<UInt8>) -> ActivityKind? {
        if let kind = ActivityWords.kind(of: cell) { return kind }
        guard cell.count <= 200 else { return nil }
        let key = CSVHeader.key(of: String(decoding: cell, as: UTF8.self))
        return Self.others.contains(key) ? .other : nil
    }

    private mutating func start(_ row: CSVRow, _ output: CSVOutput) throws -> TimeText.Time? {
        guard let day = try cells.time(row, date, output) else { return nil }
        guard day.kind == .date else {
            output.report(row, date, header, "is not a date without a time of day")
            return nil
        }
        guard let clock = ClockText.read(row[clock]), clock.offset == nil else {
            output.report(row, clock, header, "is not a local time of day")
            return nil
        }
        return TimeText.Time(midnight: day.milliseconds, clock, form: day.form)
    }
}
