internal import Model

extension CSVDialect {
    /// The samples of a Withings tracker, `raw_tracker_steps.csv` (FORMATS.md §1.8).
    ///
    ///     start,duration,value
    ///     2019-12-28T12:17:00+01:00,"[60,60,61]","[36,88,101]"
    ///
    /// A row is a run of samples, each as long as its duration in seconds. A good part of the rows
    /// are exact copies of others, in any order, which the store takes for one. The tables of heart
    /// rate, distance and so on have the very same header, so here the name must speak of steps.
    static let withingsRaw = CSVDialect(
        name: "withings",
        title: "raw_tracker_steps of Withings",
        headers: [.whole("start", "duration", "value")],
        style: CSVSources.Style(defaultName: "withings", kind: .watch),
        open: { opening in
            guard let start = opening.header.column("start"),
                let duration = opening.header.column("duration"),
                let value = opening.header.column("value"),
                opening.looks(duration, { $0.hasPrefix("[") })
            else { return nil }
            guard opening.fileName.contains("steps") else {
                throw CSVRefusal(
                    "a raw tracker table of Withings says only in its name what it holds, and this "
                        + "name does not say steps; export it again, or give it back its name, "
                        + "raw_tracker_steps.csv"
                )
            }
            return WithingsRows(opening, start: start, duration: duration, value: value)
        }
    )
}

/// Reads runs of samples.
struct WithingsRows: CSVRowReader {
    private let start: Int
    private let duration: Int
    private let value: Int
    private let header: CSVHeader
    private var cells: CellReader
    private var samples: [(milliseconds: Int64, steps: Int32)] = []

    let zone = "each time says its own"

    init(_ opening: CSVOpening, start: Int, duration: Int, value: Int) {
        self.start = start
        self.duration = duration
        self.value = value
        header = opening.header
        cells = CellReader(opening, times: [start], numbers: [])
    }

    var meanings: [String] {
        (0..<header.words.count).map { column in
            switch column {
            case start: "start"
            case duration: "lengths of the samples, in seconds"
            case value: "steps of the samples"
            default: "not used"
            }
        }
    }

    mutating func take(_ row: CSVRow, into output: CSVOutput) throws {
        guard let time = try cells.time(row, start, output) else { return }
        guard time.kind != .date else {
            return output.report(row, start, header, CSVOutput.Fault.time)
        }
        guard readSamples(row, output) else { return }
        guard let source = output.sources.entry(named: row[row.count]) else {
            return output.report(row, start, header, CSVOutput.Fault.source)
        }
        var (from, flags) = source.clock.begin(time)
        let places = CSVOutput.Columns(header: header, time: start, count: value)
        for sample in samples {
            let to = from.advanced(by: sample.milliseconds)
            output.take(
                sample.steps,
                from: from,
                to: to,
                flags: flags,
                by: source,
                of: row,
                places
            )
            from = to
        }
    }

    /// Reads the two arrays side by side; a row is understood whole or not at all.
    private mutating func readSamples(_ row: CSVRow, _ output: CSVOutput) -> Bool {
        samples.removeAll(keepingCapacity: true)
        var lengths = ArrayText(row[duration])
        var counts = ArrayText(row[value])
        while let length = lengths.next() {
            guard let count = counts.next(), let steps = Int32(exactly: count.whole),
                count.thousandths == 0
            else {
                let fault = "is not a list of as many numbers of steps as there are lengths"
                output.report(row, value, header, fault)
                return false
            }
            samples.append((length.whole * 1000 + length.thousandths, steps))
        }
        guard lengths.isComplete else {
            output.report(row, duration, header, "is not a list of lengths in seconds")
            return false
        }
        guard counts.next() == nil, counts.isComplete else {
            output.report(row, value, header, "is not a list as long as that of the lengths")
            return false
        }
        return true
    }
}
