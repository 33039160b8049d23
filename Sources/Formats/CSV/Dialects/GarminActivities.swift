internal import Model

extension CSVDialect {
    /// The list of activities of Garmin Connect, `Activities.csv` (FORMATS.md §1.7).
    ///
    ///     Activity Type,Date,Favorite,Title,Distance,Calories,Time,…,Steps,…,Moving Time,Elapsed Time
    ///     Walking,2020-01-21 15:10:04,false,"Lunch",…,"4.55","1,202","00:55:26",…,"6,114",…
    ///
    /// Headings, types and numbers are those of the account's language. Times are local, without a
    /// zone. Walks and hikes become declared walks; other sports are no walks; a type that is not
    /// known is a problem (§5.15). In 2012 the date stood under "Start", with a weekday and the name
    /// of the month, behind lines of preamble.
    static let garminActivities = CSVDialect(
        name: "garmin-activities",
        title: "a list of activities of Garmin Connect",
        headers: CSVHeaderPattern.parts(.activityType, .date, .title)
            + CSVHeaderPattern.parts(.activityType, .start, .title),
        style: CSVSources.Style(defaultName: "garmin", kind: .watch),
        open: { opening in
            guard let local = GarminColumns.header(of: opening) else { return nil }
            return GarminActivityRows(opening, try GarminColumns(local, opening.header))
        }
    )
}

/// The columns of a list of activities that are used.
struct GarminColumns {
    let type: Int
    let start: Int
    let length: Int
    let moving: Int?
    let elapsed: Int?
    let steps: Int?
    /// Those whose numbers share one decimal sign: all but text, dates and lengths.
    let numbers: [Int]

    /// The header in its language; nothing when it lacks what the dialect is known by.
    static func header(of opening: CSVOpening) -> LocalHeader? {
        LocalHeader(opening.header, requiring: [.activityType, .date, .title])
            ?? LocalHeader(opening.header, requiring: [.activityType, .start, .title])
    }

    /// Finds the columns.
    ///
    /// - Throws: `CSVRefusal` when one is missing or open to two readings.
    init(_ local: LocalHeader, _ header: CSVHeader) throws(CSVRefusal) {
        let date = try local.column(.date)
        let begin = date == nil ? try local.column(.start) : nil
        guard let type = try local.column(.activityType), let start = date ?? begin else {
            throw CSVRefusal("the list of activities has no column of types or of dates")
        }
        var lengths: [Int] = []
        for concept in [ColumnConcept.time, .activityTime, .duration] {
            if let column = try local.column(concept) { lengths.append(column) }
        }
        guard let length = lengths.first else {
            throw CSVRefusal(
                "the list of activities has no column of lengths that is known, such as \"Time\""
            )
        }
        if lengths.count > 1 {
            throw GenericColumns.refusal(header, lengths, "could each be the length")
        }
        self.type = type
        self.start = start
        self.length = length
        moving = try local.column(.movingTime)
        elapsed = try local.column(.elapsedTime)
        steps = try local.column(.steps)
        var texts = [type, start]
        // A title may be a number that somebody wrote; it says nothing about the account.
        if let title = try local.column(.title) { texts.append(title) }
        numbers = (0..<header.width).filter { !texts.contains($0) }
    }
}

/// Reads one activity a row.
struct GarminActivityRows: CSVRowReader {
    private let columns: GarminColumns
    private let header: CSVHeader
    private let places: CSVOutput.Columns
    private var cells: CellReader
    private var times: ActivityTimes

    let zone: String

    init(_ opening: CSVOpening, _ columns: GarminColumns) {
        self.columns = columns
        header = opening.header
        places = CSVOutput.Columns(
            header: header,
            time: columns.start,
            count: columns.steps ?? columns.start
        )
        cells = CellReader(opening, times: [columns.start], numbers: columns.numbers)
        times = ActivityTimes(length: columns.length, moving: columns.moving, columns.elapsed)
        zone = "local time, \(opening.context.home.first.name)"
    }

    var meanings: [String] {
        (0..<header.words.count).map { column in
            switch column {
            case columns.type: "kind of activity"
            case columns.start: "start"
            case columns.length: "length"
            case columns.moving: "time in motion"
            case columns.elapsed: "length with pauses"
            case columns.steps: "steps"
            default: "not used"
            }
        }
    }

    var emptiness: String { "none of its activities is a walk" }

    mutating func take(_ row: CSVRow, into output: CSVOutput) throws {
        if row.isEmpty { return }
        switch ActivityWords.kind(of: row[columns.type]) {
        case .walk: break
        case .other: return output.passOver()
        case nil: return output.reportUnknownActivity(row, columns.type, header)
        }
        guard let time = try start(row, output), let lengths = times.read(row, header, output)
        else { return }
        var steps: Int32?
        if let column = columns.steps {
            let problems = output.problems.count
            steps = try cells.steps(row, column, output)
            // A count that is no count makes the row one that is not understood.
            if output.problems.count > problems { return }
        }
        guard let source = output.sources.entry(named: row[row.count]) else {
            return output.report(row, columns.type, header, CSVOutput.Fault.source)
        }
        let (begin, _) = source.clock.begin(time)
        output.take(
            walkFrom: begin,
            to: begin.advanced(by: lengths.elapsed),
            moving: lengths.moving,
            steps: steps,
            by: source,
            of: row,
            places
        )
    }

    private mutating func start(_ row: CSVRow, _ output: CSVOutput) throws -> TimeText.Time? {
        if let time = NamedDateText.read(row[columns.start]) { return time }
        guard let time = try cells.time(row, columns.start, output) else { return nil }
        guard time.kind == .wall else {
            output.report(row, columns.start, header, "is not a local date and time of day")
            return nil
        }
        return time
    }
}
