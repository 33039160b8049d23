internal import Model

extension CSVDialect {
    /// The activities of a Withings account, `activities.csv` (FORMATS.md §1.8).
    ///
    ///     von,bis,"from (manual)","to (manual)",Timezone,"Activity type",Data,GPS,Modified
    ///     2021-05-01T10:00:00+02:00,…,,,Europe/Berlin,Gehen,"{""steps"":2034,…}",,…
    ///
    /// The first headings and the types are those of the account's language. Walks become declared
    /// walks; other sports are no walks; a type that is not known is a problem (§5.15).
    static let withingsActivities = CSVDialect(
        name: "withings-activities",
        title: "the activities of Withings",
        headers: [.part("Timezone", "Activity type", "Data", "GPS", "Modified")],
        style: CSVSources.Style(defaultName: "withings", kind: .watch),
        open: { opening in
            guard let columns = WithingsActivityColumns(opening.header) else {
                throw CSVRefusal(
                    "these are activities of Withings, and none of its headings is a word for their "
                        + "start or their end that Amble knows; call the two columns from and to"
                )
            }
            return WithingsActivityRows(opening, columns)
        }
    )
}

/// The columns of a list of activities that are used.
struct WithingsActivityColumns {
    /// Two columns that belong together.
    struct Span {
        let start: Int
        let end: Int
    }

    /// The times that the device saw.
    let seen: Span
    /// The times that a person wrote.
    let manual: Span?
    let type: Int
    let data: Int

    /// Finds the columns; nothing when start or end have no word that is known.
    init?(_ header: CSVHeader) {
        let languages = Language.allCases
        let starts = languages.reduce(GenericColumns.starts) {
            $0.union(ColumnWords.keys(of: .start, in: $1))
        }
        let ends = languages.reduce(GenericColumns.ends) {
            $0.union(ColumnWords.keys(of: .end, in: $1))
        }
        func column(_ keys: Set<String>, isManual: Bool) -> Int? {
            header.keys.indices.first {
                keys.contains(header.keys[$0]) && (header.units[$0] == "manual") == isManual
            }
        }
        guard let start = column(starts, isManual: false), let end = column(ends, isManual: false),
            let type = header.column("activitytype"), let data = header.column("data")
        else { return nil }
        seen = Span(start: start, end: end)
        if let start = column(starts, isManual: true), let end = column(ends, isManual: true) {
            manual = Span(start: start, end: end)
        } else {
            manual = nil
        }
        self.type = type
        self.data = data
    }
}

/// Reads one activity a row.
struct WithingsActivityRows: CSVRowReader {
    private let columns: WithingsActivityColumns
    private let header: CSVHeader
    private let places: CSVOutput.Columns
    private var cells: CellReader
    private var data = CellObject(["steps"])

    let zone = "each time says its own"

    init(_ opening: CSVOpening, _ columns: WithingsActivityColumns) {
        self.columns = columns
        header = opening.header
        places = CSVOutput.Columns(header: header, time: columns.seen.start, count: columns.data)
        let spans = [columns.seen, columns.manual].compactMap { $0 }
        cells = CellReader(opening, times: spans.flatMap { [$0.start, $0.end] }, numbers: [])
    }

    var meanings: [String] {
        (0..<header.words.count).map { column in
            switch column {
            case columns.seen.start: "start"
            case columns.seen.end: "end"
            case columns.manual?.start: "start that a person wrote"
            case columns.manual?.end: "end that a person wrote"
            case columns.type: "kind of activity"
            case columns.data: "steps"
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
        guard let (from, to) = try times(row, output) else { return }
        let problems = output.problems.count
        let steps = steps(row, output)
        guard output.problems.count == problems else { return }
        guard let source = output.sources.entry(named: row[row.count]) else {
            return output.report(row, columns.type, header, CSVOutput.Fault.source)
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

    /// The times of the device; those of a person hold where it saw none.
    private mutating func times(
        _ row: CSVRow,
        _ output: CSVOutput
    ) throws -> (Instant, Instant)? {
        guard let manual = columns.manual, !row[manual.start].isEmpty || !row[manual.end].isEmpty
        else { return try times(row, columns.seen, output) }
        guard !row[columns.seen.start].isEmpty || !row[columns.seen.end].isEmpty
        else { return try times(row, manual, output) }
        guard let seen = try times(row, columns.seen, output),
            let written = try times(row, manual, output)
        else { return nil }
        if seen == written { return seen }
        let column = seen.0 == written.0 ? manual.end : manual.start
        let fault = "is not the time that the device saw, and which holds is not known"
        output.report(row, column, header, fault)
        return nil
    }

    private mutating func times(
        _ row: CSVRow,
        _ span: WithingsActivityColumns.Span,
        _ output: CSVOutput
    ) throws -> (Instant, Instant)? {
        guard let from = try instant(row, span.start, output),
            let to = try instant(row, span.end, output)
        else { return nil }
        return (from, to)
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

    /// The steps of the walk; nothing too when they are a problem, now reported.
    private mutating func steps(_ row: CSVRow, _ output: CSVOutput) -> Int32? {
        if row[columns.data].isEmpty { return nil }
        guard data.read(row[columns.data]) else {
            output.report(row, columns.data, header, "is not the JSON of an activity")
            return nil
        }
        if data[0].isUnrecorded { return nil }
        guard let count = data[0].wholeNumber, let steps = Int32(exactly: count) else {
            output.report(row, columns.data, header, "has no whole number of steps in it")
            return nil
        }
        // A walk of no steps is one whose steps nobody counted.
        return steps > 0 ? steps : nil
    }
}
