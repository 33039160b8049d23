internal import Model

extension CSVDialect {
    /// The workouts of the app Health Auto Export (FORMATS.md §1.6).
    ///
    ///     Type,Start,End,Duration,…,Step Count (count),Step Cadence (spm)
    ///     Outdoor Walk,2026-04-06 16:32,2026-04-06 18:35,02:02:45,…,11034,90
    ///
    /// Starts and ends are cut to the minute, so that the length is the better witness of the two.
    /// Walks become declared walks; other sports are no walks; a type that is not known is a problem
    /// (§5.15).
    static let healthAutoExportWorkouts = CSVDialect(
        name: "health-auto-export-workouts",
        title: "the workouts of Health Auto Export",
        headers: [.part("Type", "Start", "End", "Duration")],
        style: CSVSources.Style(defaultName: "health-auto-export", omitsZeros: true),
        open: { opening in
            let header = opening.header
            guard let type = header.column("type"), let start = header.column("start"),
                let end = header.column("end"), let length = header.column("duration"),
                opening.looks(length, { $0.utf8.contains(UInt8(ascii: ":")) })
            else { return nil }
            return HealthAutoExportWorkoutRows(
                opening,
                WorkoutColumns(
                    type: type,
                    start: start,
                    end: end,
                    length: length,
                    steps: header.column("stepcount")
                )
            )
        }
    )
}

/// The columns of a list of workouts that are used.
struct WorkoutColumns {
    let type: Int
    let start: Int
    let end: Int
    let length: Int
    let steps: Int?
}

/// Reads one workout a row.
struct HealthAutoExportWorkoutRows: CSVRowReader {
    /// What cutting start and end to the minute may take from the time between them.
    private static let cut: Int64 = 60_000

    private let columns: WorkoutColumns
    private let header: CSVHeader
    private let places: CSVOutput.Columns
    private var cells: CellReader
    private let times: ActivityTimes

    let zone: String

    init(_ opening: CSVOpening, _ columns: WorkoutColumns) {
        self.columns = columns
        header = opening.header
        places = CSVOutput.Columns(
            header: header,
            time: columns.start,
            count: columns.steps ?? columns.start
        )
        cells = CellReader(
            opening,
            times: [columns.start, columns.end],
            numbers: [columns.steps].compactMap { $0 }
        )
        times = ActivityTimes(length: columns.length)
        zone = "local time, \(opening.context.home.first.name), where a time says no other"
    }

    var meanings: [String] {
        (0..<header.words.count).map { column in
            switch column {
            case columns.type: "kind of activity"
            case columns.start: "start"
            case columns.end: "end"
            case columns.length: "length"
            case columns.steps: "steps"
            default: "not used"
            }
        }
    }

    var emptiness: String { "none of its workouts is a walk" }

    mutating func take(_ row: CSVRow, into output: CSVOutput) throws {
        if row.isEmpty { return }
        switch ActivityWords.kind(of: row[columns.type]) {
        case .walk: break
        case .other: return output.passOver()
        case nil: return output.reportUnknownActivity(row, columns.type, header)
        }
        let problems = output.problems.count
        guard let from = try time(row, columns.start, output),
            let to = try time(row, columns.end, output),
            let length = times.read(row, header, output)?.elapsed
        else { return }
        let steps = try columns.steps.flatMap { try cells.steps(row, $0, output) }
        guard output.problems.count == problems else { return }
        guard let source = output.sources.entry(named: row[row.count]) else {
            return output.report(row, columns.type, header, CSVOutput.Fault.source)
        }
        let (begin, _) = source.clock.begin(from)
        let (shown, _) = source.clock.end(to, notBefore: begin)
        let end = max(shown, begin.advanced(by: length))
        guard shown.milliseconds(to: end) <= Self.cut else {
            let fault = "is longer than from start to end"
            return output.report(row, columns.length, header, fault)
        }
        output.take(
            walkFrom: begin,
            to: end,
            moving: length,
            steps: steps,
            by: source,
            of: row,
            places
        )
    }

    private mutating func time(
        _ row: CSVRow,
        _ column: Int,
        _ output: CSVOutput
    ) throws -> TimeText.Time? {
        guard let time = try cells.time(row, column, output) else { return nil }
        guard time.kind != .date else {
            output.report(row, column, header, CSVOutput.Fault.time)
            return nil
        }
        return time
    }
}
