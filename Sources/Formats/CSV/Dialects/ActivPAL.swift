internal import Model

extension CSVDialect {
    /// The events of an activPAL, `… Events.csv` (FORMATS.md §1.15).
    ///
    ///     "Time","DataCount (samples)","Interval (s)","ActivityCode (…)","CumulativeStepCount",…
    ///     41753.6493055556,0,612.4,0,0,.2126389
    ///     41753.6566493056,6345,1.1,2,1,1.2E-03
    ///
    /// Time is the day number of a spreadsheet, local and without a zone. The count is that of one
    /// leg, so what it grows by is doubled. The extended file has its columns in another order.
    static let activPAL = CSVDialect(
        name: "activpal",
        title: "the events of an activPAL",
        headers: [
            .part("Time", "Interval", "ActivityCode", "CumulativeStepCount"),
            .part("Time", "Duration", "Event Type", "Cumulative Step Count"),
        ],
        style: CSVSources.Style(defaultName: "activpal", kind: .watch),
        open: { opening in
            guard let columns = ActivPALColumns(opening.header) else { return nil }
            return try ActivPALRows(opening, columns)
        }
    )
}

/// The columns of a list of events that are used.
struct ActivPALColumns {
    let time: Int
    let interval: Int
    let code: Int
    let count: Int
    /// Tenths of a second since the recording began.
    let position: Int?

    /// Finds the columns; nothing when one is missing or in another unit.
    init?(_ header: CSVHeader) {
        // The extended file shows each time a second time, rounded: "Time (approx)".
        let time = header.keys.indices.first {
            header.keys[$0] == "time" && header.units[$0] != "approx"
        }
        guard let time, let interval = header.column("interval") ?? header.column("duration"),
            ["", "s"].contains(header.units[interval]),
            let code = header.column("activitycode") ?? header.column("eventtype"),
            let count = header.column("cumulativestepcount")
        else { return nil }
        self.time = time
        self.interval = interval
        self.code = code
        self.count = count
        position = header.column("datacount")
    }
}

/// Reads one event a row.
struct ActivPALRows: CSVRowReader {
    /// What an event is.
    private enum Event {
        /// A step of the leg with the device.
        case step
        /// The device was worn and counted no step.
        case still
        /// The device was not worn.
        case notWorn
    }

    /// More milliseconds than a device runs: a hundred days.
    private static let longest: Int64 = 8_640_000_000

    private let columns: ActivPALColumns
    private let header: CSVHeader
    private let places: CSVOutput.Columns
    private let decimal: UInt8
    private var source: CSVSources.Entry?
    /// What the row before said, as far as it was understood.
    private var lastWall: Int64?
    private var lastCount: Int64?

    let zone: String

    /// Starts reading, after a look for the file's decimal sign.
    init(_ opening: CSVOpening, _ columns: ActivPALColumns) throws {
        self.columns = columns
        header = opening.header
        places = CSVOutput.Columns(header: header, time: columns.time, count: columns.count)
        decimal = try Self.decimal(of: opening, columns.time)
        zone = "local time, \(opening.context.home.first.name)"
    }

    /// The decimal sign of the day numbers, which have no thousands.
    private static func decimal(of opening: CSVOpening, _ column: Int) throws -> UInt8 {
        var sign: UInt8?
        try opening.file.forEachRow { row in
            sign = row[column].first { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
            return sign == nil
        }
        return sign ?? UInt8(ascii: ".")
    }

    var meanings: [String] {
        (0..<header.words.count).map { column in
            switch column {
            case columns.time: "start, days of a spreadsheet"
            case columns.interval: "length"
            case columns.code: "kind of event"
            case columns.count: "counter of the steps of one leg"
            case columns.position: "0: the recording begins"
            default: "not used"
            }
        }
    }

    var emptiness: String { "there is no event under the header" }

    mutating func lose(_ row: CSVRow) {
        lastCount = nil
    }

    mutating func take(_ row: CSVRow, into output: CSVOutput) throws {
        if row.isEmpty { return }
        let before = lastCount
        // Behind a damaged row it is not known what the count grew by.
        lastCount = nil
        guard let serial = number(row, columns.time, decimals: 11, output),
            let wall = wall(serial, row, output), isInRange(wall, row, output),
            let count = count(row, output)
        else { return }
        try checkOrder(row, wall)
        lastWall = wall
        lastCount = count
        guard let length = number(row, columns.interval, decimals: 3, output),
            let event = event(row, output),
            let steps = steps(event, count, before, row, output), event != .notWorn
        else { return }
        guard length > 0, length < Self.longest else {
            if steps > 0 { output.report(row, columns.interval, header, CSVOutput.Fault.length) }
            return
        }
        take(steps, from: wall, length, of: row, into: output)
    }

    private mutating func take(
        _ steps: Int32,
        from wall: Int64,
        _ length: Int64,
        of row: CSVRow,
        into output: CSVOutput
    ) {
        guard let source = self.source ?? output.sources.entry(named: row[row.count]) else {
            return output.report(row, columns.time, header, CSVOutput.Fault.source)
        }
        self.source = source
        let (start, flags) = source.clock.begin(wall)
        output.take(
            steps,
            from: start,
            to: start.advanced(by: length),
            flags: flags,
            by: source,
            of: row,
            places
        )
    }
}

// MARK: - Steps

extension ActivPALRows {
    /// The steps of both legs in an event; nothing when they are a problem, now reported.
    ///
    /// A row behind an unknown one is a step if its event is: the first of a part of a file.
    private func steps(
        _ event: Event,
        _ count: Int64,
        _ before: Int64?,
        _ row: CSVRow,
        _ output: CSVOutput
    ) -> Int32? {
        let isBeginning = before == nil && columns.position.map { isZero(row[$0]) } ?? false
        let known = before ?? (isBeginning ? 0 : nil)
        let grown = known.map { count - $0 } ?? (event == .step ? min(count, 1) : 0)
        guard grown >= 0 else {
            output.report(row, columns.count, header, "is less than the count before it")
            return nil
        }
        guard grown == 0 || event == .step else {
            output.report(row, columns.count, header, "has grown though the event is no step")
            return nil
        }
        guard let steps = Int32(exactly: grown * 2) else {
            output.report(row, columns.count, header, CSVOutput.Fault.tooLarge)
            return nil
        }
        return steps
    }

    /// A count can be told from the one before only in the order of time.
    private func checkOrder(_ row: CSVRow, _ wall: Int64) throws(CSVRefusal) {
        guard let lastWall, wall < lastWall else { return }
        let fault =
            "is before the time of the row above, so what the count grew by cannot be told; "
            + "sort the rows by their times"
        let message = CSVOutput.message(row, columns.time, header, fault)
        throw CSVRefusal(Problem(at: row.place(of: columns.time), message))
    }

    private func isZero(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        !cell.isEmpty && cell.allSatisfy { $0 == UInt8(ascii: "0") }
    }
}

// MARK: - Cells

extension ActivPALRows {
    /// A number of 0 or more, times 10 to the `decimals`, rounded half up.
    private func number(
        _ row: CSVRow,
        _ column: Int,
        decimals: Int,
        _ output: CSVOutput
    ) -> Int64? {
        let text = row[column].map { $0 == decimal ? UInt8(ascii: ".") : $0 }
        let isOther = decimal != UInt8(ascii: ".") && row[column].contains(UInt8(ascii: "."))
        guard !isOther, let value = DecimalNumber.scaled(text.span, decimals: decimals), value >= 0
        else {
            output.report(row, column, header, "is not a number such as this file writes")
            return nil
        }
        return value
    }

    private func wall(_ serial: Int64, _ row: CSVRow, _ output: CSVOutput) -> Int64? {
        let wall = SpreadsheetDay.milliseconds(serial)
        if wall == nil { output.report(row, columns.time, header, CSVOutput.Fault.years) }
        return wall
    }

    private func isInRange(_ wall: Int64, _ row: CSVRow, _ output: CSVOutput) -> Bool {
        if output.isInYears(Instant(milliseconds: wall)) { return true }
        output.report(row, columns.time, header, CSVOutput.Fault.years)
        return false
    }

    private func count(_ row: CSVRow, _ output: CSVOutput) -> Int64? {
        // 14 digits leave room for doubling.
        if case .count(let count) = CountText.read(row[columns.count], nil),
            count < 100_000_000_000_000
        {
            return count
        }
        output.report(row, columns.count, header, CSVOutput.Fault.steps)
        return nil
    }

    private func event(_ row: CSVRow, _ output: CSVOutput) -> Event? {
        let code = row[columns.code].map { $0 == decimal ? UInt8(ascii: ".") : $0 }
        switch String(decoding: code, as: UTF8.self) {
        case "2", "2.0": return .step
        case "0", "0.0", "1", "1.0", "2.1", "3.1", "3.2", "5", "5.0": return .still
        case "4", "4.0": return .notWorn
        default:
            output.report(row, columns.code, header, "is no kind of event that Amble knows")
            return nil
        }
    }
}

/// The day numbers of spreadsheets: days and their fractions since 30 December 1899.
enum SpreadsheetDay {
    /// Days between that date and the epoch.
    private static let offset: Int64 = 25_569
    private static let unit: Int64 = 100_000_000_000

    /// The wall time of a day number in units of 10⁻¹¹ days, to the nearest millisecond, half up.
    ///
    /// Nothing is lost by floating-point numbers: 10⁻¹¹ days are less than a microsecond, and whole
    /// milliseconds come back from the ten decimals that a spreadsheet writes.
    ///
    /// - Returns: nothing for negative numbers and for days beyond the year 4600.
    static func milliseconds(_ serial: Int64) -> Int64? {
        guard serial >= 0, serial < 1_000_000 * unit - 1 else { return nil }
        let (days, fraction) = serial.quotientAndRemainder(dividingBy: unit)
        // Below 8.64 · 10¹⁸, so it fits.
        let millisecond = (fraction * 86_400_000 + unit / 2) / unit
        return (days - offset) * 86_400_000 + millisecond
    }
}
