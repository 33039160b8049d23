internal import Model

extension CSVDialect {
    /// A table of samples out of the database of Gadgetbridge, written as CSV (FORMATS.md §1.11).
    ///
    ///     TIMESTAMP,DEVICE_ID,USER_ID,RAW_INTENSITY,STEPS,RAW_KIND,HEART_RATE
    ///     1609840080,1,1,41,104,1,97
    ///
    /// Epochs in seconds, in newer tables in milliseconds; a row a minute; `-1` was not measured. The
    /// number of the device is no name by itself, so the source is `gadgetbridge-1`.
    static let gadgetbridge = CSVDialect(
        name: "gadgetbridge",
        title: "a table of samples of Gadgetbridge",
        headers: [.part("TIMESTAMP", "DEVICE_ID", "USER_ID", "STEPS", "RAW_KIND")],
        style: CSVSources.Style(defaultName: "gadgetbridge", kind: .watch),
        open: { opening in
            let header = opening.header
            guard let time = header.column("timestamp"), let device = header.column("deviceid"),
                let person = header.column("userid"), let count = header.column("steps")
            else { return nil }
            try OnePerson.check(opening, column: person)
            return GadgetbridgeRows(opening, time: time, device: device, count: count)
        }
    )
}

/// Reads one sample a row.
struct GadgetbridgeRows: CSVRowReader {
    private let time: Int
    private let device: Int
    private let count: Int
    private let header: CSVHeader
    private let places: CSVOutput.Columns
    private var cells: CellReader
    /// Rows of one device come in runs.
    private var last: (device: [UInt8], source: CSVSources.Entry)?

    let zone = "UTC, as numbers of seconds or milliseconds"

    init(_ opening: CSVOpening, time: Int, device: Int, count: Int) {
        self.time = time
        self.device = device
        self.count = count
        header = opening.header
        places = CSVOutput.Columns(header: header, time: time, count: count)
        cells = CellReader(opening, times: [time], numbers: [count])
    }

    var meanings: [String] {
        (0..<header.words.count).map { column in
            switch column {
            case time: "time"
            case device: "source"
            case count: "steps"
            default: "not used"
            }
        }
    }

    mutating func take(_ row: CSVRow, into output: CSVOutput) throws {
        if row.isEmpty { return }
        guard let steps = try cells.steps(row, count, output),
            let moment = try cells.time(row, time, output)
        else { return }
        guard moment.kind == .instant else {
            return output.report(row, time, header, "is not a time in seconds or milliseconds")
        }
        guard let source = source(row, output) else {
            return output.report(row, device, header, CSVOutput.Fault.source)
        }
        let instant = Instant(milliseconds: moment.milliseconds)
        output.take(
            steps,
            from: instant,
            to: instant,
            by: source,
            of: row,
            places
        )
    }

    private mutating func source(_ row: CSVRow, _ output: CSVOutput) -> CSVSources.Entry? {
        let cell = row[device]
        if let last, last.device.elementsEqual(cell) { return last.source }
        let name = cell.isEmpty ? [] : Array("gadgetbridge-".utf8) + cell
        let entry = name.withUnsafeBufferPointer { output.sources.entry(named: $0) }
        if let entry { last = (Array(cell), entry) }
        return entry
    }
}
