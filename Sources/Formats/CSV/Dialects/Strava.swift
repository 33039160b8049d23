internal import Model

extension CSVDialect {
    /// The list of activities of a Strava bulk export, `activities.csv` (FORMATS.md §1.16).
    ///
    ///     Activity ID,Activity Date,Activity Name,Activity Type,…,Elapsed Time,Distance,…,
    ///     Elapsed Time,Moving Time,Distance,…,Total Steps,…
    ///     1,"May 9, 2023, 10:09:29 AM",Lunch,Walk,…,3600,4.5,…,3600.0,3480.0,4512.3,…,6112.0,…
    ///
    /// Dates are in UTC. Several names stand twice: first as the site shows them, then in seconds
    /// and metres beside the time in motion; the second of them counts.
    static let stravaActivities = CSVDialect(
        name: "strava",
        title: "the list of activities of Strava",
        headers: StravaColumns.languages.map(\.pattern),
        style: CSVSources.Style(defaultName: "strava"),
        repeatedNames: Set(StravaColumns.languages.map { CSVHeader.key(of: $0.elapsed) }),
        open: { opening in
            guard let columns = StravaColumns(opening.header) else { return nil }
            return StravaRows(opening, columns)
        }
    )
}

/// The columns of a list of activities that are used.
struct StravaColumns {
    /// The headings in one language.
    struct Words: Sendable {
        let number: String
        let date: String
        let type: String
        let elapsed: String
        let moving: String
        let steps: String

        /// More words than those of Garmin's list, all of which stand here as well.
        var pattern: CSVHeaderPattern { .part(number, date, type, elapsed) }
    }

    static let languages = [
        Words(
            number: "Activity ID",
            date: "Activity Date",
            type: "Activity Type",
            elapsed: "Elapsed Time",
            moving: "Moving Time",
            steps: "Total Steps"
        ),
        Words(
            number: "Aktivitäts-ID",
            date: "Aktivitätsdatum",
            type: "Aktivitätsart",
            elapsed: "Verstrichene Zeit",
            moving: "Bewegungszeit",
            steps: "Schritte insgesamt"
        ),
    ]

    let date: Int
    let type: Int
    let elapsed: Int
    /// The same as the site shows it, for rows that lack the other.
    let shown: Int?
    let moving: Int?
    let steps: Int?

    /// Finds the columns; nothing when the header is in no language that is known.
    init?(_ header: CSVHeader) {
        guard let words = Self.languages.first(where: { $0.pattern.matches(header) }),
            let date = header.column(CSVHeader.key(of: words.date)),
            let type = header.column(CSVHeader.key(of: words.type))
        else { return nil }
        let lengths = header.keys.indices.filter {
            header.keys[$0] == CSVHeader.key(of: words.elapsed)
        }
        guard let elapsed = lengths.last else { return nil }
        self.date = date
        self.type = type
        self.elapsed = elapsed
        shown = lengths.dropLast().first
        moving = header.column(CSVHeader.key(of: words.moving))
        steps = header.column(CSVHeader.key(of: words.steps))
    }
}

/// Reads one activity a row.
struct StravaRows: CSVRowReader {
    /// Strava's sports whose names no other app writes so; the others are among all activities.
    private static let others = Set(
        [
            "Alpine Ski", "Backcountry Ski", "Canoe", "Crossfit", "E-Mountain Bike Ride",
            "Football (Soccer)", "Gravel Ride", "Handcycle", "Ice Skate", "Inline Skate",
            "Kitesurf", "Nordic Ski", "Racquetball", "Rock Climb", "Roller Ski", "Sail",
            "Skateboard", "Snowboard", "Snowshoe", "Stair-Stepper", "Stand Up Paddling",
            "Velomobile", "Virtual Row", "Weight Training", "Wheelchair", "Windsurf", "Radfahrt",
            "Lauf",
        ].map(CSVHeader.key)
    )

    private let columns: StravaColumns
    private let header: CSVHeader
    private let places: CSVOutput.Columns
    private var cells: CellReader

    let zone = "UTC"
    let meanings: [String]

    init(_ opening: CSVOpening, _ columns: StravaColumns) {
        self.columns = columns
        header = opening.header
        places = CSVOutput.Columns(
            header: header,
            time: columns.date,
            count: columns.steps ?? columns.date
        )
        let numbers = [columns.elapsed, columns.moving, columns.steps, columns.shown]
        cells = CellReader(opening, times: [columns.date], numbers: numbers.compactMap { $0 })
        meanings = (0..<header.words.count).map { column in
            switch column {
            case columns.date: "start"
            case columns.type: "kind of activity"
            case columns.elapsed, columns.shown: "length with pauses, seconds"
            case columns.moving: "time in motion, seconds"
            case columns.steps: "steps"
            default: "not used"
            }
        }
    }

    var emptiness: String { "none of its activities is a walk" }

    mutating func take(_ row: CSVRow, into output: CSVOutput) throws {
        if row.isEmpty { return }
        switch kind(of: row[columns.type]) {
        case .walk: break
        case .other: return output.passOver()
        case nil: return output.reportUnknownActivity(row, columns.type, header)
        }
        let problems = output.problems.count
        guard let start = try start(row, output),
            let elapsed = try elapsed(row, output), elapsed > 0
        else {
            if output.problems.count == problems {
                output.report(row, columns.elapsed, header, CSVOutput.Fault.length)
            }
            return
        }
        let moving = try columns.moving.flatMap { try seconds(row, $0, output) } ?? 0
        guard moving <= elapsed + 1000 else {
            let column = columns.moving ?? columns.elapsed
            return output.report(row, column, header, "is longer than the whole activity")
        }
        let steps = try columns.steps.flatMap { try cells.steps(row, $0, output) }
        // A row of which a part is no number is not understood.
        guard output.problems.count == problems else { return }
        guard let source = output.sources.entry(named: row[row.count]) else {
            return output.report(row, columns.type, header, CSVOutput.Fault.source)
        }
        output.take(
            walkFrom: start,
            to: start.advanced(by: elapsed),
            moving: moving > 0 ? min(moving, elapsed) : elapsed,
            // Steps of an activity that nobody counted stand as 0.
            steps: steps.flatMap { $0 > 0 ? $0 : nil },
            by: source,
            of: row,
            places
        )
    }

    private mutating func elapsed(_ row: CSVRow, _ output: CSVOutput) throws -> Int64? {
        guard row[columns.elapsed].isEmpty, let shown = columns.shown else {
            return try seconds(row, columns.elapsed, output)
        }
        return try seconds(row, shown, output)
    }

    /// A length in milliseconds; nothing when it is missing, or a problem, now reported.
    private mutating func seconds(
        _ row: CSVRow,
        _ column: Int,
        _ output: CSVOutput
    ) throws -> Int64? {
        if row[column].isEmpty { return nil }
        return try cells.thousandths(row, column, output)
    }

    private func kind(of cell: UnsafeBufferPointer<UInt8>) -> ActivityKind? {
        if let kind = ActivityWords.kind(of: cell) { return kind }
        guard cell.count <= 200 else { return nil }
        let key = CSVHeader.key(of: String(decoding: cell, as: UTF8.self))
        return Self.others.contains(key) ? .other : nil
    }

    /// The start, which stands in UTC whatever its form.
    private mutating func start(_ row: CSVRow, _ output: CSVOutput) throws -> Instant? {
        if let time = NamedDateText.read(row[columns.date]) {
            return Instant(milliseconds: time.milliseconds)
        }
        guard let time = try cells.time(row, columns.date, output) else { return nil }
        guard time.kind != .date else {
            output.report(row, columns.date, header, "has no time of day")
            return nil
        }
        return Instant(milliseconds: time.milliseconds)
    }
}
