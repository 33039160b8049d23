internal import Model

extension CSVDialect {
    /// Steps by time, as people and small programs write them.
    ///
    /// It has no list of words of its own: the header is understood column by column, after all
    /// other dialects have said that the file is not theirs.
    static let generic = CSVDialect(
        name: "generic",
        title: "a table with a column of times and one of steps",
        headers: [],
        style: CSVSources.Style(defaultName: "generic"),
        open: { opening in
            guard
                let columns = try GenericColumns.find(
                    in: opening.header,
                    fileName: opening.fileName
                )
            else { return nil }
            return try GenericRows(opening, columns)
        }
    )
}

/// Reads the rows of a generic file.
///
/// A row with a time alone is an instant record; one with an end or a length is an interval; one
/// with a date alone is that whole day. A count with a part of a step is a problem, never rounded.
struct GenericRows: CSVRowReader {
    private let columns: GenericColumns
    private let header: CSVHeader
    private let places: CSVOutput.Columns
    private var cells: CellReader
    /// Wall times are those of a clock in UTC: the column's name says so.
    private let isUTC: Bool
    private(set) var zone: String

    /// Starts reading, after a look at the first times.
    ///
    /// - Throws: `CSVRefusal` when they are no times, or need a column that is not understood.
    init(_ opening: CSVOpening, _ columns: GenericColumns) throws {
        self.columns = columns
        header = opening.header
        places = CSVOutput.Columns(header: header, time: columns.time, count: columns.count)
        let times = [columns.time, columns.end].compactMap { $0 }
        let numbers = [columns.count, columns.length?.column].compactMap { $0 }
        cells = CellReader(opening, times: times, numbers: numbers)
        isUTC = header.keys[columns.time].contains("utc") || header.units[columns.time] == "utc"
        zone = isUTC ? "UTC, as the column's name says" : ""
        let first = try Self.firstTime(opening, columns)
        if zone.isEmpty { zone = try Self.zone(of: first, opening) }
    }

    var meanings: [String] {
        (0..<header.words.count).map { column in
            switch column {
            case columns.time where columns.clock != nil: "date"
            case columns.time where columns.end != nil || columns.length != nil: "start"
            case columns.time: "time"
            case columns.clock: "time of day"
            case columns.end: "end"
            case columns.length?.column: "length, in units of \(columns.length?.unit ?? 0) ms"
            case columns.count: columns.isCounter ? "counter of steps" : "steps"
            case columns.source: "source"
            default: "not used"
            }
        }
    }

    mutating func take(_ row: CSVRow, into output: CSVOutput) throws {
        guard let count = try cells.count(row, columns.count, output) else { return }
        guard let source = source(row, output),
            let time = try time(row, output),
            let (start, flags) = start(time, source)
        else { return }
        if columns.isCounter {
            return takeCounter(count, at: start, flags, of: row, source, output)
        }
        guard let steps = Int32(exactly: count) else {
            return output.report(row, columns.count, header, CSVOutput.Fault.tooLarge)
        }
        guard let (end, endFlags) = try end(row, time, start, source, output) else { return }
        output.take(
            StepReading(
                start: start,
                end: end,
                steps: steps,
                line: Int32(clamping: row.line),
                source: source.index,
                flags: flags.union(endFlags)
            ),
            of: row,
            places
        )
    }

    private func takeCounter(
        _ count: Int64,
        at time: Instant,
        _ flags: TimeFlags,
        of row: CSVRow,
        _ source: CSVSources.Entry,
        _ output: CSVOutput
    ) {
        output.take(
            CounterReading(
                time: time,
                value: count,
                line: Int32(clamping: row.line),
                source: source.index,
                flags: flags
            ),
            of: row,
            places
        )
    }
}

// MARK: - Source and times

extension GenericRows {
    private func source(_ row: CSVRow, _ output: CSVOutput) -> CSVSources.Entry? {
        let column = columns.source ?? row.count
        if let entry = output.sources.entry(named: row[column]) { return entry }
        output.report(row, column, header, CSVOutput.Fault.source)
        return nil
    }

    /// The time of a row, its time of day put to its date.
    private mutating func time(_ row: CSVRow, _ output: CSVOutput) throws -> TimeText.Time? {
        guard let time = try cells.time(row, columns.time, output) else { return nil }
        guard let column = columns.clock else { return time }
        guard time.kind == .date else {
            output.report(
                row,
                columns.time,
                header,
                "has a time of day, and so has another column"
            )
            return nil
        }
        guard let clock = ClockText.read(row[column]) else {
            output.report(row, column, header, "is not a time of day")
            return nil
        }
        let wall = time.milliseconds + clock.millisecond
        return TimeText.Time(
            milliseconds: wall - (clock.offset ?? 0),
            kind: clock.offset == nil ? .wall : .instant,
            form: time.form
        )
    }

    private func start(
        _ time: TimeText.Time,
        _ source: CSVSources.Entry
    ) -> (Instant, TimeFlags)? {
        switch time.kind {
        case .wall where !isUTC: return source.clock.begin(time.milliseconds)
        case .wall, .instant: return (Instant(milliseconds: time.milliseconds), [])
        case .date: return (source.clock.range(of: Self.day(of: time)).lowerBound, [])
        }
    }

    private mutating func end(
        _ row: CSVRow,
        _ time: TimeText.Time,
        _ start: Instant,
        _ source: CSVSources.Entry,
        _ output: CSVOutput
    ) throws -> (Instant, TimeFlags)? {
        if let column = columns.end {
            guard let end = try cells.time(row, column, output) else { return nil }
            switch end.kind {
            case .wall where !isUTC: return source.clock.end(end.milliseconds, notBefore: start)
            case .wall, .instant: return (Instant(milliseconds: end.milliseconds), [])
            // From Monday to Tuesday: the last day counts whole.
            case .date: return (source.clock.range(of: Self.day(of: end)).upperBound, [])
            }
        }
        if let length = columns.length {
            guard let thousandths = try cells.thousandths(row, length.column, output)
            else { return nil }
            return (start.advanced(by: thousandths * length.unit / 1000), [])
        }
        guard time.kind == .date else { return (start, []) }
        return (source.clock.range(of: Self.day(of: time)).upperBound, [])
    }

    private static func day(of time: TimeText.Time) -> CivilDay {
        CivilDay(daysSinceEpoch: Int32(clamping: time.milliseconds / 86_400_000))
    }
}

// MARK: - The first look

extension GenericRows {
    /// The first time among the samples; nothing when the file has no rows.
    private static func firstTime(
        _ opening: CSVOpening,
        _ columns: GenericColumns
    ) throws -> TimeText.Value? {
        let texts = opening.samples(of: columns.time).filter { !$0.isEmpty }
        var reader = TimeText()
        let values = texts.map { text in
            Array(text.utf8).withUnsafeBufferPointer { reader.read($0) }
        }
        if let first = values.first(where: { $0 != .invalid }) { return first }
        guard let text = texts.first else { return nil }
        let name = ShownText.quoted(opening.header.words[columns.time].utf8)
        throw CSVRefusal(
            "\(ShownText.quoted(text.utf8)) in the column \(name) is in no form of date and time "
                + "that Amble knows, such as 2026-11-21T07:02:00+01:00"
        )
    }

    private static func zone(of first: TimeText.Value?, _ opening: CSVOpening) throws -> String {
        let isPlaced: Bool
        if case .time(let time) = first {
            isPlaced = time.kind == .instant
        } else {
            isPlaced = false
        }
        if isPlaced { return "each time says its own" }
        if let column = opening.header.keys.firstIndex(where: GenericColumns.zones.contains) {
            throw GenericColumns.refusal(
                opening.header,
                [column],
                "says the zone of times in a way that is not known: "
                    + "write each time with its offset"
            )
        }
        return "local time, \(opening.context.home.first.name)"
    }
}
