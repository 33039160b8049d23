internal import Model

/// Reads windows of one length: ten seconds, a minute or an hour.
struct OxWearablesWindows: CSVRowReader {
    private let time: Int
    private let count: Int
    private let length: Int64
    private let header: CSVHeader
    private let places: CSVOutput.Columns
    private var person: OxWearablesPerson
    private var cells: CellReader
    private var first: Int64?

    let zone: String
    let meanings: [String]

    init(_ opening: CSVOpening, person: Int?, time: Int, count: Int, length: Int64) {
        self.time = time
        self.count = count
        self.length = length
        header = opening.header
        places = CSVOutput.Columns(header: header, time: time, count: count)
        self.person = OxWearablesPerson(person, header)
        cells = CellReader(opening, times: [time], numbers: [])
        zone = "local time, \(opening.context.home.first.name)"
        meanings = (0..<header.words.count).map { column in
            switch column {
            case time: "start"
            case count: "steps"
            case person: "recording, of which there is one"
            default: "not used"
            }
        }
    }

    mutating func take(_ row: CSVRow, into output: CSVOutput) throws {
        if row.isEmpty { return }
        try person.check(row)
        guard let begin = try cells.time(row, time, output) else { return }
        let first = self.first ?? begin.milliseconds
        self.first = first
        guard begin.kind == .wall, (begin.milliseconds - first) % length == 0 else {
            let fault = "is not a local time a whole number of windows after the first"
            return output.report(row, time, header, fault)
        }
        guard let steps = OxWearables.steps(row, count, header, output) else { return }
        OxWearables.take(steps, from: begin, lasting: length, of: row, places, output)
    }
}

/// Reads whole days.
struct OxWearablesDays: CSVRowReader {
    private let date: Int
    private let count: Int
    private let header: CSVHeader
    private var person: OxWearablesPerson
    private var cells: CellReader
    private var days: DayTotals

    let zone: String
    let meanings: [String]

    init(_ opening: CSVOpening, person: Int, date: Int, count: Int) {
        self.date = date
        self.count = count
        header = opening.header
        self.person = OxWearablesPerson(person, header)
        cells = CellReader(opening, times: [date], numbers: [])
        days = DayTotals(CSVOutput.Columns(header: header, time: date, count: count))
        zone = "days of \(opening.context.home.first.name)"
        meanings = (0..<header.words.count).map { column in
            switch column {
            case date: "date"
            case count: "steps"
            case person: "recording, of which there is one"
            default: "not used"
            }
        }
    }

    mutating func take(_ row: CSVRow, into output: CSVOutput) throws {
        if row.isEmpty { return }
        try person.check(row)
        guard let day = try cells.time(row, date, output) else { return }
        guard day.kind == .date else {
            return output.report(row, date, header, "is not the date of a day")
        }
        guard let steps = OxWearables.steps(row, count, header, output) else { return }
        try days.take(steps, on: day, of: row, into: output)
    }
}

/// Reads bouts of walking, each from its start and with its length.
///
/// The end in the file is the start of the last window, so it is not used (FORMATS.md §5.13).
struct OxWearablesBouts: CSVRowReader {
    private static let minute: Int64 = 60_000
    private static let billionth: Int64 = 1_000_000_000

    private let start: Int
    private let length: Int
    private let count: Int
    private let header: CSVHeader
    private let places: CSVOutput.Columns
    private var person: OxWearablesPerson
    private var cells: CellReader

    let zone: String
    let meanings: [String]

    init(_ opening: CSVOpening, person: Int, start: Int, length: Int, count: Int) {
        self.start = start
        self.length = length
        self.count = count
        header = opening.header
        places = CSVOutput.Columns(header: header, time: start, count: count)
        self.person = OxWearablesPerson(person, header)
        cells = CellReader(opening, times: [start], numbers: [])
        zone = "local time, \(opening.context.home.first.name)"
        meanings = (0..<header.words.count).map { column in
            switch column {
            case start: "start"
            case length: "length, minutes"
            case count: "steps"
            case person: "recording, of which there is one"
            default: "not used"
            }
        }
    }

    mutating func take(_ row: CSVRow, into output: CSVOutput) throws {
        if row.isEmpty { return }
        try person.check(row)
        guard let begin = try cells.time(row, start, output) else { return }
        guard begin.kind == .wall else {
            return output.report(row, start, header, "is not a local date and time of day")
        }
        guard let length = milliseconds(row, output),
            let steps = OxWearables.steps(row, count, header, output)
        else { return }
        OxWearables.take(steps, from: begin, lasting: length, of: row, places, output)
    }

    /// The length to the nearest millisecond: windows of ten seconds make sixths of a minute.
    private func milliseconds(_ row: CSVRow, _ output: CSVOutput) -> Int64? {
        guard let minutes = DecimalNumber.scaled(row[length].span, decimals: 9), minutes > 0,
            minutes < 10_000 * Self.billionth
        else {
            output.report(row, length, header, CSVOutput.Fault.length)
            return nil
        }
        return (minutes * Self.minute + Self.billionth / 2) / Self.billionth
    }
}
