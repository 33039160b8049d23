internal import Model

/// Reads rows of one time, one count and what may stand beside them.
///
/// A row with a time alone is an instant record; one with an end or a length is an interval; one
/// with a date alone is that whole day. A count with a part of a step is a problem, never rounded.
struct GenericRows: CSVRowReader {
    /// What times without a zone are.
    enum WallTimes: Hashable, Sendable {
        /// Wall times of the source's zone.
        case local
        /// UTC, as the column's name says.
        case utc
        /// A problem, since the dialect always writes a zone.
        case refused
    }

    private let columns: GenericColumns
    let header: CSVHeader
    private let places: CSVOutput.Columns
    private let wallTimes: WallTimes
    private var cells: CellReader
    private var days = DayCounts()
    /// The source of a file without a column for it.
    private var onlySource: CSVSources.Entry?
    let zone: String

    /// Starts reading, after a look at the first times.
    ///
    /// - Throws: `CSVRefusal` when none of them is a time.
    init(
        _ opening: CSVOpening,
        _ columns: GenericColumns,
        wallTimes: WallTimes = .local
    ) throws(CSVRefusal) {
        self.columns = columns
        self.wallTimes = wallTimes
        header = opening.header
        places = CSVOutput.Columns(header: header, time: columns.time, count: columns.count)
        let times = [columns.time, columns.end].compactMap { $0 }
        let numbers = [columns.count, columns.length?.column].compactMap { $0 }
        cells = CellReader(opening, times: times, numbers: numbers)
        zone = try Self.zone(opening, columns, wallTimes)
    }

    var meanings: [String] {
        (0..<header.words.count).map { column in
            switch column {
            case columns.time where columns.clock != nil: "date"
            case columns.time where columns.end != nil || columns.length != nil: "start"
            case columns.time: "time"
            case columns.clock: "time of day"
            case columns.end: "end"
            case columns.length?.column: columns.end == nil ? "length" : "not used"
            case columns.count: columns.isCounter ? "counter of steps" : "steps"
            case columns.source: "source"
            default: "not used"
            }
        }
    }

    mutating func take(_ row: CSVRow, into output: CSVOutput) throws {
        guard let count = try cells.count(row, columns.count, output),
            let source = source(row, output), let time = try time(row, output)
        else { return }
        let (start, flags) = source.clock.begin(time)
        if columns.isCounter {
            let reading = CounterReading(
                time: start,
                value: count,
                line: Int32(clamping: row.line),
                source: source.index,
                flags: flags
            )
            return output.take(reading, of: row, places)
        }
        guard let steps = Int32(exactly: count) else {
            return output.report(row, columns.count, header, CSVOutput.Fault.tooLarge)
        }
        if isOfWholeDays(time), let other = days.contradiction(of: steps, on: time, source.index) {
            throw DayCounts.refusal(row, columns.time, header, other)
        }
        guard let (end, endFlags) = try end(row, time, start, source, output) else { return }
        let reading = StepReading(
            start: start,
            end: end,
            steps: steps,
            line: Int32(clamping: row.line),
            source: source.index,
            flags: flags.joined(with: endFlags)
        )
        output.take(reading, of: row, places)
    }
}

// MARK: - Whole days

extension GenericRows {
    private func isOfWholeDays(_ time: TimeText.Time) -> Bool {
        time.kind == .date && columns.end == nil && columns.length == nil
    }
}

// MARK: - Source and times

extension GenericRows {
    private mutating func source(_ row: CSVRow, _ output: CSVOutput) -> CSVSources.Entry? {
        if let onlySource { return onlySource }
        let column = columns.source ?? row.count
        if let entry = output.sources.entry(named: row[column]) {
            if columns.source == nil { onlySource = entry }
            return entry
        }
        output.report(row, column, header, CSVOutput.Fault.source)
        return nil
    }

    /// The time of a row, its time of day put to its date.
    private mutating func time(_ row: CSVRow, _ output: CSVOutput) throws -> TimeText.Time? {
        guard let time = try cells.time(row, columns.time, output) else { return nil }
        guard let column = columns.clock else {
            return placed(time, row, columns.time, output)
        }
        guard time.kind == .date else {
            let fault = "has a time of day already, so what is the column beside it?"
            output.report(row, columns.time, header, fault)
            return nil
        }
        guard let clock = ClockText.read(row[column]) else {
            output.report(row, column, header, "is not a time of day")
            return nil
        }
        guard try cells.isUsual(clock.offset != nil, row, column, output) else { return nil }
        let joined = TimeText.Time(midnight: time.milliseconds, clock, form: time.form)
        return placed(joined, row, column, output)
    }

    /// The time with its wall clock taken for what it is.
    private func placed(
        _ time: TimeText.Time,
        _ row: CSVRow,
        _ column: Int,
        _ output: CSVOutput
    ) -> TimeText.Time? {
        if time.kind == .instant { return time }
        switch wallTimes {
        case .local: return time
        case .utc where time.kind == .wall:
            return TimeText.Time(
                milliseconds: time.milliseconds,
                kind: .instant,
                form: time.form
            )
        case .utc, .refused:
            output.report(row, column, header, "has no time of day with its offset from UTC")
            return nil
        }
    }

    private mutating func end(
        _ row: CSVRow,
        _ time: TimeText.Time,
        _ start: Instant,
        _ source: CSVSources.Entry,
        _ output: CSVOutput
    ) throws -> (Instant, TimeFlags)? {
        // A row that leaves its end or length out is a record of an instant.
        if let column = columns.end ?? columns.length?.column, row[column].isEmpty {
            return (start, .none)
        }
        if let column = columns.end {
            guard let end = try cells.time(row, column, output),
                let placed = placed(end, row, column, output)
            else { return nil }
            return source.clock.end(placed, notBefore: start)
        }
        if let length = columns.length {
            guard let thousandths = try cells.thousandths(row, length.column, output)
            else { return nil }
            return (start.advanced(by: thousandths * length.unit / 1000), .none)
        }
        return time.kind == .date ? source.clock.end(time, notBefore: start) : (start, .none)
    }
}

// MARK: - The first look

extension GenericRows {
    private static func zone(
        _ opening: CSVOpening,
        _ columns: GenericColumns,
        _ wallTimes: WallTimes
    ) throws(CSVRefusal) -> String {
        let texts = opening.samples(of: columns.time).filter { !$0.isEmpty }
        var reader = TimeText()
        let values = texts.map { text in
            Array(text.utf8).withUnsafeBufferPointer { reader.read($0) }
        }
        if let text = texts.first, values.allSatisfy({ $0 == .invalid }) {
            let name = ShownText.quoted(opening.header.words[columns.time].utf8)
            throw CSVRefusal(
                "\(ShownText.quoted(text.utf8)) in the column \(name) is in no form of date and "
                    + "time that Amble knows, such as 2026-11-21T07:02:00+01:00"
            )
        }
        let isPlaced = values.contains { value in
            if case .time(let time) = value { time.kind == .instant } else { false }
        }
        switch wallTimes {
        case .utc: return "UTC, as the column's name says"
        case .refused: return "each time says its own"
        case .local:
            return isPlaced
                ? "each time says its own" : "local time, \(opening.context.home.first.name)"
        }
    }
}
