internal import Model

extension CSVDialect {
    /// The exercises of a Google Health or Fitbit Takeout, `UserExercises_….csv` (FORMATS.md §1.2).
    ///
    ///     exercise_id,exercise_start,exercise_end,utc_offset,…,activity_name,log_type,…
    ///     …,2026-10-04T12:54:29Z,2026-10-04T14:03:06Z,+02:00,…,Outdoor Walk,AUTO_DETECTED,…
    ///
    /// Walks become declared walks, whether the tracker found them by itself or a person logged
    /// them; other sports are no walks; a name that is not known is a problem (§5.15).
    static let googleHealthExercises = CSVDialect(
        name: "google-health-exercises",
        title: "the exercises of a Google Health or Fitbit Takeout",
        headers: [.part("exercise_start", "exercise_end", "activity_name")],
        style: CSVSources.Style(defaultName: "google-health", omitsZeros: true),
        open: { opening in
            let header = opening.header
            guard let start = header.column("exercisestart"),
                let end = header.column("exerciseend"),
                let name = header.column("activityname")
            else { return nil }
            let counts = ["trackertotalsteps", "manuallyloggedtotalsteps"].compactMap(header.column)
            return GoogleHealthExerciseRows(
                opening,
                start: start,
                end: end,
                name: name,
                counts: counts
            )
        }
    )
}

/// Reads one exercise a row.
struct GoogleHealthExerciseRows: CSVRowReader {
    private let start: Int
    private let end: Int
    private let name: Int
    /// Steps that the tracker counted, then those that a person wrote; the first that is there.
    private let counts: [Int]
    private let header: CSVHeader
    private let places: CSVOutput.Columns
    private var cells: CellReader

    let zone = "each time says its own"

    init(_ opening: CSVOpening, start: Int, end: Int, name: Int, counts: [Int]) {
        self.start = start
        self.end = end
        self.name = name
        self.counts = counts
        header = opening.header
        places = CSVOutput.Columns(header: header, time: start, count: counts.first ?? start)
        cells = CellReader(opening, times: [start, end], numbers: counts)
    }

    var meanings: [String] {
        (0..<header.words.count).map { column in
            switch column {
            case start: "start"
            case end: "end"
            case name: "kind of activity"
            default: counts.contains(column) ? "steps" : "not used"
            }
        }
    }

    var emptiness: String { "none of its exercises is a walk" }

    mutating func take(_ row: CSVRow, into output: CSVOutput) throws {
        if row.isEmpty { return }
        switch ActivityWords.kind(of: row[name]) {
        case .walk: break
        case .other: return output.passOver()
        case nil: return output.reportUnknownActivity(row, name, header)
        }
        let problems = output.problems.count
        guard let from = try instant(row, start, output), let to = try instant(row, end, output)
        else { return }
        let steps = try steps(row, output)
        guard output.problems.count == problems else { return }
        guard let source = output.sources.entry(named: row[row.count]) else {
            return output.report(row, name, header, CSVOutput.Fault.source)
        }
        output.take(
            walkFrom: from,
            to: to,
            moving: max(0, from.milliseconds(to: to)),
            steps: steps,
            by: source,
            of: row,
            places
        )
    }

    private mutating func steps(_ row: CSVRow, _ output: CSVOutput) throws -> Int32? {
        for column in counts {
            // A walk of no steps is one whose steps nobody counted.
            if let steps = try cells.steps(row, column, output), steps > 0 { return steps }
        }
        return nil
    }

    private mutating func instant(
        _ row: CSVRow,
        _ column: Int,
        _ output: CSVOutput
    ) throws -> Instant? {
        guard let time = try cells.time(row, column, output) else { return nil }
        guard time.kind == .instant else {
            output.report(row, column, header, "has no time of day with its offset from UTC")
            return nil
        }
        return Instant(milliseconds: time.milliseconds)
    }
}
