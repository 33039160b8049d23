internal import Model

/// Reads rows that each hold a date and the steps of that whole day.
struct DateRows: CSVRowReader {
    private let date: Int
    private let count: Int
    private let header: CSVHeader
    private var cells: CellReader
    private var days: DayTotals

    let zone: String

    init(_ opening: CSVOpening, date: Int, count: Int) {
        self.date = date
        self.count = count
        header = opening.header
        cells = CellReader(opening, times: [date], numbers: [count])
        days = DayTotals(CSVOutput.Columns(header: header, time: date, count: count))
        zone = "days of \(opening.context.home.first.name)"
    }

    var meanings: [String] {
        (0..<header.words.count).map { column in
            switch column {
            case date: "date"
            case count: "steps"
            default: "not used"
            }
        }
    }

    mutating func take(_ row: CSVRow, into output: CSVOutput) throws {
        if row.isEmpty { return }
        guard let steps = try cells.steps(row, count, output),
            let day = try cells.time(row, date, output)
        else { return }
        guard day.kind == .date else {
            return output.report(row, date, header, "is not the date of a day")
        }
        try days.take(steps, on: day, of: row, into: output)
    }
}
