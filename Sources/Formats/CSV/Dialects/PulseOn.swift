internal import Model

extension CSVDialect {
    /// A PulseOn's table of continuous data, out of its database (FORMATS.md §1.16).
    ///
    ///     timestamp,running_counter,…,walk_steps,run_steps,bike_steps,…
    ///     1795644000000,17,…,5210,344,0,…
    ///
    /// Both counts are counters since the device was switched on; their sum is one counter of
    /// steps. Timestamps are milliseconds since the epoch, in UTC.
    static let pulseOn = CSVDialect(
        name: "pulseon",
        title: "a PulseOn table",
        headers: [.part("timestamp", "walk_steps", "run_steps")],
        style: CSVSources.Style(defaultName: "pulseon", kind: .watch),
        open: { opening in
            guard let time = opening.header.column("timestamp"),
                let walked = opening.header.column("walksteps"),
                let run = opening.header.column("runsteps")
            else { return nil }
            return PulseOnRows(opening, time: time, walked: walked, run: run)
        }
    )
}

/// Reads one look at the two counters a row.
struct PulseOnRows: CSVRowReader {
    private let time: Int
    private let walked: Int
    private let run: Int
    private let header: CSVHeader
    private let places: CSVOutput.Columns
    private var cells: CellReader

    let zone = "UTC"

    init(_ opening: CSVOpening, time: Int, walked: Int, run: Int) {
        self.time = time
        self.walked = walked
        self.run = run
        header = opening.header
        places = CSVOutput.Columns(header: header, time: time, count: walked)
        cells = CellReader(opening, times: [time], numbers: [walked, run])
    }

    var meanings: [String] {
        (0..<header.words.count).map { column in
            switch column {
            case time: "time"
            case walked: "counter of steps, walking"
            case run: "counter of steps, running"
            default: "not used"
            }
        }
    }

    mutating func take(_ row: CSVRow, into output: CSVOutput) throws {
        if row.isEmpty { return }
        // A sum of which a part is missing would look like a restart of the counter.
        guard let walked = try cells.count(row, walked, output),
            let run = try cells.count(row, run, output),
            let time = try cells.time(row, time, output)
        else { return }
        guard time.form == .epochMilliseconds else {
            return output.report(row, self.time, header, "is no epoch of 13 digits, milliseconds")
        }
        let (sum, overflow) = walked.addingReportingOverflow(run)
        guard !overflow, let source = output.sources.entry(named: row[row.count]) else {
            return output.report(row, self.walked, header, CSVOutput.Fault.tooLarge)
        }
        output.take(
            CounterReading(
                time: Instant(milliseconds: time.milliseconds),
                value: sum,
                line: Int32(clamping: row.line),
                source: source.index
            ),
            of: row,
            places
        )
    }
}
