internal import Model

extension CSVDialect {
    /// The sports of Xiaomi's Mi Fitness, `…_hlth_center_sport_record.csv` (FORMATS.md §1.10).
    ///
    ///     Uid,Sid,Key,Time,Category,Value,UpdateTime
    ///     1,2,outdoor_walking,1609840080,walking,"{""start_time"":…,""duration"":1200,…}",…
    ///
    /// Walks become declared walks; other sports are no walks; a category that is not known is a
    /// problem (§5.15).
    static let miFitnessSports = CSVDialect(
        name: "mi-fitness-sports",
        title: "the sports of Mi Fitness",
        headers: [.part("Uid", "Sid", "Key", "Time", "Category", "Value", "UpdateTime")],
        style: .miFitness,
        open: { opening in
            guard let columns = try MiFitnessColumns(opening),
                let category = opening.header.column("category")
            else { return nil }
            return MiFitnessSportRows(opening, columns, category: category)
        }
    )
}

/// Reads one activity a row.
struct MiFitnessSportRows: CSVRowReader {
    /// What the JSON of an activity says, as milliseconds.
    private struct Lengths {
        let start: Instant
        let end: Instant
        let moving: Int64
    }

    private let columns: MiFitnessColumns
    private let category: Int
    private let header: CSVHeader
    private let places: CSVOutput.Columns
    private var cells: CellReader
    private var value = CellObject(["start_time", "end_time", "duration", "steps"])

    let zone = "UTC, as numbers of seconds"

    init(_ opening: CSVOpening, _ columns: MiFitnessColumns, category: Int) {
        self.columns = columns
        self.category = category
        header = opening.header
        places = CSVOutput.Columns(header: header, time: columns.time, count: columns.value)
        cells = CellReader(opening, times: [columns.time], numbers: [])
    }

    var meanings: [String] {
        (0..<header.words.count).map { column in
            switch column {
            case columns.source: "source"
            case category: "kind of activity"
            case columns.time: "start"
            case columns.value: "start, end, length and steps"
            default: "not used"
            }
        }
    }

    var emptiness: String { "none of its sports is a walk" }

    mutating func take(_ row: CSVRow, into output: CSVOutput) throws {
        if row.isEmpty { return }
        switch ActivityWords.kind(of: row[category]) {
        case .walk: break
        case .other: return output.passOver()
        case nil: return output.reportUnknownActivity(row, category, header)
        }
        guard let time = try columns.milliseconds(row, &cells, output) else { return }
        guard value.read(row[columns.value]) else {
            return output.report(row, columns.value, header, "is not the JSON of an activity")
        }
        guard let lengths = lengths(from: time) else {
            let fault = "has no start, end and length in seconds in it that fit together"
            return output.report(row, columns.value, header, fault)
        }
        guard value[3].isUnrecorded || steps != nil else {
            return output.report(row, columns.value, header, "has no whole number of steps in it")
        }
        guard
            let source = output.sources.entry(
                named: row[columns.source],
                hint: { columns.kind(row) }
            )
        else { return output.report(row, columns.source, header, CSVOutput.Fault.source) }
        output.take(
            walkFrom: lengths.start,
            to: lengths.end,
            moving: lengths.moving,
            // A walk of no steps is one whose steps nobody counted.
            steps: steps.flatMap { $0 > 0 ? $0 : nil },
            by: source,
            of: row,
            places
        )
    }

    private var steps: Int32? { value[3].wholeNumber.flatMap { Int32(exactly: $0) } }

    /// The times of the JSON; the row's own time where it has no start, the length where no end.
    private func lengths(from time: Int64) -> Lengths? {
        guard let start = seconds(0, or: time / 1000),
            let moving = seconds(2, or: -1),
            let end = seconds(1, or: moving < 0 ? -1 : start + moving), end > start,
            // A day away from the row's own time it is that of a clock that was never set.
            abs(start - time / 1000) < 86_400
        else { return nil }
        let elapsed = end - start
        // Each is rounded by itself.
        guard moving <= elapsed + 1 else { return nil }
        let active = moving > 0 ? min(moving, elapsed) : elapsed
        return Lengths(
            start: Instant(milliseconds: start * 1000),
            end: Instant(milliseconds: end * 1000),
            moving: active * 1000
        )
    }

    /// A member in seconds; nothing when it is none, or beyond the year 9999.
    private func seconds(_ member: Int, or missing: Int64) -> Int64? {
        if value[member].isUnrecorded { return missing }
        guard let seconds = value[member].wholeNumber, seconds < 253_402_300_800 else { return nil }
        return seconds
    }
}
