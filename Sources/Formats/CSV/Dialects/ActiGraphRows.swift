internal import Model

/// Reads one epoch of an ActiGraph a row.
struct ActiGraphRows: CSVRowReader {
    /// Where the time of a row is.
    private enum Times {
        /// In the number of the row, from the start on.
        case counted
        /// In a date and a time of day on the device's clock.
        case clock(date: Int, time: Int)
        /// In one cell that is complete.
        case stamp(Int)
    }

    /// Epochs follow one another; a day between two of them is a misread date.
    private static let longestGap: Int64 = 86_400_000

    private let preamble: ActiGraphPreamble
    private let times: Times
    private let count: Int
    private let header: CSVHeader
    private let places: CSVOutput.Columns
    private var cells: CellReader
    private var source: CSVSources.Entry?
    /// When the device began, on its clock and as an instant.
    private let start: Int64
    private var beginning: Instant?
    /// The line on which the next row must stand where rows are counted.
    private var nextLine: Int
    private var epochs: Int64 = 0
    private var lastWall: Int64?

    let zone: String

    /// Finds the columns.
    ///
    /// - Throws: `CSVRefusal` when there is none for steps, or the start is not certain.
    init(_ opening: CSVOpening, _ preamble: ActiGraphPreamble) throws(CSVRefusal) {
        self.preamble = preamble
        header = opening.header
        let counts = header.keys.indices.filter { opening.header.keys[$0] == "steps" }
        guard let count = counts.first, counts.count == 1 else {
            throw CSVRefusal(
                "this ActiGraph file has no column \"Steps\", or several; export it from ActiLife "
                    + "with steps"
            )
        }
        self.count = count
        let times = Self.times(in: header)
        self.times = times
        if case .stamp = times {
            start = 0
        } else {
            start = try preamble.certainStart()
        }
        var columns: [Int] = []
        switch times {
        case .counted: break
        case .clock(let date, _): columns = [date]
        case .stamp(let column): columns = [column]
        }
        places = CSVOutput.Columns(header: header, time: columns.first ?? count, count: count)
        cells = CellReader(opening, times: columns, numbers: [count], order: preamble.order)
        nextLine = opening.file.headerIndex + 2
        let home = opening.context.home.first.name
        if case .stamp = times {
            zone = "as each time says, else local time, \(home)"
        } else {
            zone = "local time at the start, \(home), and on from there"
        }
    }

    private static func times(in header: CSVHeader) -> Times {
        if let date = header.column("date"), let time = header.column("time") {
            return .clock(date: date, time: time)
        }
        for key in ["timestamp", "datetime", "date"] {
            if let column = header.column(key) { return .stamp(column) }
        }
        return .counted
    }

    var meanings: [String] {
        (0..<header.words.count).map { column in
            switch times {
            case .clock(column, _): return "date"
            case .clock(_, column): return "time of day"
            case .stamp(column): return "time"
            default: return column == count ? "steps" : "not used"
            }
        }
    }

    var emptiness: String { "there is no epoch behind the lines of the device" }

    mutating func take(_ row: CSVRow, into output: CSVOutput) throws {
        guard let source = self.source ?? named(output) else {
            return output.report(row, count, header, CSVOutput.Fault.source)
        }
        self.source = source
        guard let time = try time(row, source, output),
            let steps = try cells.steps(row, count, output)
        else { return }
        output.take(
            steps,
            from: time,
            to: time.advanced(by: preamble.epoch),
            by: source,
            of: row,
            places
        )
    }

    private func named(_ output: CSVOutput) -> CSVSources.Entry? {
        Array(preamble.serial.utf8).withUnsafeBufferPointer { output.sources.entry(named: $0) }
    }
}

// MARK: - Times

extension ActiGraphRows {
    private mutating func time(
        _ row: CSVRow,
        _ source: CSVSources.Entry,
        _ output: CSVOutput
    ) throws -> Instant? {
        switch times {
        case .counted: return try counted(row, source)
        case .clock(let date, let time):
            guard let wall = try wall(row, date, time, output) else { return nil }
            return advanced(by: wall - start, source)
        case .stamp(let column):
            guard let time = try cells.time(row, column, output) else { return nil }
            guard time.kind != .date else {
                output.report(row, column, header, "has no time of day")
                return nil
            }
            return source.clock.begin(time).instant
        }
    }

    /// The time so long after the start, at which alone the device's clock was set.
    private mutating func advanced(by elapsed: Int64, _ source: CSVSources.Entry) -> Instant {
        let beginning = self.beginning ?? source.clock.begin(start).instant
        self.beginning = beginning
        return beginning.advanced(by: elapsed)
    }

    /// The time of a row that follows all rows before it without a gap.
    private mutating func counted(_ row: CSVRow, _ source: CSVSources.Entry) throws -> Instant {
        guard row.line == nextLine else {
            throw CSVRefusal(
                Problem(
                    at: row.place,
                    "rows before this one are damaged or blank, so its time, which is its number, "
                        + "is not certain; export the file from ActiLife anew"
                )
            )
        }
        defer {
            nextLine += 1
            epochs += 1
        }
        // Lines are counted in `Int`, and an epoch is at most a day.
        return advanced(by: epochs.multipliedReportingOverflow(by: preamble.epoch).0, source)
    }

    /// What the device's clock showed.
    private mutating func wall(
        _ row: CSVRow,
        _ date: Int,
        _ time: Int,
        _ output: CSVOutput
    ) throws -> Int64? {
        guard let day = try cells.time(row, date, output) else { return nil }
        guard day.kind == .date else {
            output.report(row, date, header, "is not a date without a time of day")
            return nil
        }
        guard let clock = ClockText.read(row[time]), clock.offset == nil else {
            output.report(row, time, header, "is not a time of day on the device's clock")
            return nil
        }
        let wall = day.milliseconds + clock.millisecond
        let last = lastWall ?? start
        guard wall >= start, (wall - last).magnitude < Self.longestGap else {
            let fault =
                "does not follow the start or the row before, so day and month may stand in "
                + "another order than the first line says; export the file from ActiLife anew"
            let message = CSVOutput.message(row, date, header, fault)
            throw CSVRefusal(Problem(at: row.place(of: date), message))
        }
        lastWall = wall
        guard (wall - start) % preamble.epoch == 0 else {
            output.report(row, time, header, "is not a whole number of epochs after the start")
            return nil
        }
        return wall
    }
}
