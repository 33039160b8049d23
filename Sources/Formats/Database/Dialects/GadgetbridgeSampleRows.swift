internal import Model

/// Turns the rows of one table of Gadgetbridge into readings.
struct GadgetbridgeSampleRows {
    private static let minute: Int64 = 60_000
    /// Seconds since 1970 until the year 9999.
    private static let seconds: ClosedRange<Int64> = 0...253_402_300_799

    private let table: String
    private let counting: GadgetbridgeCounting
    private let devices: GadgetbridgeDevices
    private let output: ReadingOutput
    private var counters: [Int64: DailyCounter] = [:]
    /// The device of the last row, since rows of one device come in runs.
    private var last: (id: Int64, entry: GadgetbridgeDevices.Entry)?

    /// Whether the table has any row.
    private(set) var hasRows = false

    /// Prepares to read a table.
    init(
        _ table: String,
        _ counting: GadgetbridgeCounting,
        _ devices: GadgetbridgeDevices,
        _ output: ReadingOutput
    ) {
        self.table = table
        self.counting = counting
        self.devices = devices
        self.output = output
    }

    /// Takes a row of `TIMESTAMP`, `DEVICE_ID`, `USER_ID`, `STEPS` and perhaps the length.
    ///
    /// - Returns: its steps; nothing when none were measured, or when something is wrong with them.
    mutating func take(_ row: DatabaseRow) -> Int32? {
        hasRows = true
        let cell = row.cells[3]
        // Every device writes -1 where it measured nothing.
        guard cell != .null, cell != .integer(-1) else { return nil }
        guard let count = cell.wholeNumber, let steps = Int32(exactly: count), steps >= 0 else {
            report(row, "\(cell.shown) is not a number of steps", "STEPS")
            return nil
        }
        guard let seconds = row.cells[0].wholeNumber, Self.seconds.contains(seconds) else {
            report(row, "\(row.cells[0].shown) is no time in seconds since 1970", "TIMESTAMP")
            return nil
        }
        guard let id = row.cells[1].wholeNumber, let entry = entry(id) else {
            report(row, "\(row.cells[1].shown) has no name that a device may have", "DEVICE_ID")
            return nil
        }
        take(steps, at: seconds, by: entry, id, row)
        return steps
    }

    private mutating func entry(_ id: Int64) -> GadgetbridgeDevices.Entry? {
        if let last, last.id == id { return last.entry }
        guard let entry = devices.entry(id) else { return nil }
        last = (id, entry)
        return entry
    }

    private mutating func take(
        _ steps: Int32,
        at seconds: Int64,
        by device: GadgetbridgeDevices.Entry,
        _ id: Int64,
        _ row: DatabaseRow
    ) {
        let start = Instant(milliseconds: seconds * 1000)
        switch counting {
        case .minutes:
            // Looks at the pulse are rows of their own between the minutes, and have no steps.
            guard steps > 0 || seconds % 60 == 0 else { return }
            give(steps, from: start, to: start.advanced(by: Self.minute), device, row)
        case .spans:
            guard let end = row.cells[4].wholeNumber, Self.seconds.contains(end) else {
                return report(
                    row,
                    "\(row.cells[4].shown) is no time in seconds since 1970",
                    "OTHER_TIMESTAMP"
                )
            }
            // The mark at the end of a span says the same again, or nothing.
            guard end > seconds else { return }
            give(steps, from: start, to: Instant(milliseconds: end * 1000), device, row)
        case .durations:
            guard let length = row.cells[4].wholeNumber, (0...86_400).contains(length) else {
                return report(
                    row,
                    "\(row.cells[4].shown) is no length in seconds",
                    "DURATION"
                )
            }
            // Looks at the pulse outside of any movement have no length.
            guard steps > 0 || length > 0 else { return }
            give(steps, from: start, to: start.advanced(by: length * 1000), device, row)
        case .today:
            count(steps, at: start, device, id, row)
        }
    }

    private func give(
        _ steps: Int32,
        from start: Instant,
        to end: Instant,
        _ device: GadgetbridgeDevices.Entry,
        _ row: DatabaseRow
    ) {
        let reading = StepReading(
            start: start,
            end: end,
            steps: steps,
            line: Int32(clamping: row.number),
            source: device.index
        )
        output.take(reading, at: row.place)
    }

    private func report(_ row: DatabaseRow, _ what: String, _ column: String) {
        output.report(at: row.place, "\(what) (column \"\(column)\" of the table \"\(table)\")")
    }
}

// MARK: - Counters

extension GadgetbridgeSampleRows {
    private mutating func count(
        _ steps: Int32,
        at time: Instant,
        _ device: GadgetbridgeDevices.Entry,
        _ id: Int64,
        _ row: DatabaseRow
    ) {
        var counter = counters[id] ?? DailyCounter(zones: device.zones, name: device.name)
        switch counter.take(steps, at: time, row.place) {
        case .nothing: break
        case .backwards:
            report(row, "the time is not later than that of the row before it", "TIMESTAMP")
        case .steps(let steps, let start):
            give(steps, from: start, to: time, device, row)
        }
        if let loss = counter.takeLoss() { report(loss, of: device.name) }
        counters[id] = counter
    }

    /// Notes what the counters still owe at the end of the table.
    mutating func finish() {
        for id in counters.keys.sorted() {
            guard var counter = counters[id] else { continue }
            counter.end()
            if let loss = counter.takeLoss() { report(loss, of: counter.name) }
        }
        counters = [:]
    }

    private func report(_ loss: DailyCounter.Loss, of device: String) {
        output.report(
            at: loss.place,
            "the count of \(ShownText.quoted(device.utf8)) falls from \(loss.before) to \(loss.after)"
                + " within a day and does not come up again; the steps of the rest of that day are not"
                + " taken (column \"STEPS\" of the table \"\(table)\")"
        )
    }
}
