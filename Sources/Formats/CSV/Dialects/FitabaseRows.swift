internal import Model

/// Reads rows of Fitabase that hold one or more counts of one length.
struct FitabaseRows: CSVRowReader {
    private let table: FitabaseTable
    private let person: Int
    private let time: Int
    private let counts: [Int]
    private let header: CSVHeader
    private var cells: CellReader

    let zone: String

    init(_ opening: CSVOpening, _ table: FitabaseTable, person: Int, time: Int, counts: [Int]) {
        self.table = table
        self.person = person
        self.time = time
        self.counts = counts
        header = opening.header
        cells = CellReader(
            opening,
            times: [time],
            numbers: counts,
            order: FitabaseTime.order(opening, column: time)
        )
        zone = "local time, \(opening.context.home.first.name)"
    }

    var meanings: [String] {
        (0..<header.words.count).map { column in
            switch column {
            case person: "source"
            case time: "start"
            default: counts.contains(column) ? "steps" : "not used"
            }
        }
    }

    mutating func take(_ row: CSVRow, into output: CSVOutput) throws {
        if row.isEmpty { return }
        guard let begin = try cells.time(row, time, output) else { return }
        guard begin.kind == .wall else {
            return output.report(row, time, header, "is not a local date and time of day")
        }
        guard let source = output.sources.entry(named: row[person]) else {
            return output.report(row, person, header, CSVOutput.Fault.source)
        }
        let (first, flags) = source.clock.begin(begin)
        for (index, column) in counts.enumerated() {
            guard let steps = try cells.steps(row, column, output) else { continue }
            let start = first.advanced(by: Int64(index) * table.length)
            output.take(
                StepReading(
                    start: start,
                    end: start.advanced(by: table.length),
                    steps: steps,
                    line: Int32(clamping: row.line),
                    source: source.index,
                    flags: flags
                ),
                of: row,
                CSVOutput.Columns(header: header, time: time, count: column)
            )
        }
    }
}

/// Reads the days of Fitabase.
struct FitabaseDays: CSVRowReader {
    private let person: Int
    private let date: Int
    private let count: Int
    private let header: CSVHeader
    private var cells: CellReader
    private var days: DayTotals

    let zone: String

    init(_ opening: CSVOpening, person: Int, date: Int, count: Int) {
        self.person = person
        self.date = date
        self.count = count
        header = opening.header
        cells = CellReader(
            opening,
            times: [date],
            numbers: [count],
            order: FitabaseTime.order(opening, column: date)
        )
        days = DayTotals(CSVOutput.Columns(header: header, time: date, count: count))
        zone = "days of \(opening.context.home.first.name)"
    }

    var meanings: [String] {
        (0..<header.words.count).map { column in
            switch column {
            case person: "source"
            case date: "date"
            case count: "steps"
            default: "not used"
            }
        }
    }

    mutating func take(_ row: CSVRow, into output: CSVOutput) throws {
        if row.isEmpty { return }
        guard let day = try cells.time(row, date, output),
            let steps = try cells.steps(row, count, output)
        else { return }
        // Some files write the days as their midnights.
        guard day.kind != .instant, day.milliseconds % 86_400_000 == 0 else {
            return output.report(row, date, header, "is not the date of a day")
        }
        let midnight = TimeText.Time(milliseconds: day.milliseconds, kind: .date, form: day.form)
        try days.take(steps, on: midnight, source: person, of: row, into: output)
    }
}

/// How Fitabase writes times.
enum FitabaseTime {
    /// Month first where times are Fitabase's own, `4/12/2016 12:00:00 AM`, without noughts before
    /// day and month; a spreadsheet that saved the file anew may have turned the order, so that a
    /// date must decide.
    static func order(_ opening: CSVOpening, column: Int) -> DateOrder? {
        let texts = opening.samples(of: column).filter { !$0.isEmpty }
        let isOwn = texts.allSatisfy { text in
            (text.hasSuffix(" AM") || text.hasSuffix(" PM")) && !text.hasPrefix("0")
                && text.firstRange(of: "/0") == nil
        }
        return isOwn && !texts.isEmpty ? .monthFirst : nil
    }
}
