internal import Model

/// Gives the steps of whole days to the output.
struct DayTotals {
    private let columns: CSVOutput.Columns
    private var counts = DayCounts()

    /// Makes it for the columns of a date and of its steps.
    init(_ columns: CSVOutput.Columns) {
        self.columns = columns
    }

    /// Takes the steps of a date; who a row is of, the cell of its source says.
    ///
    /// - Throws: `CSVRefusal` when the date had another count before.
    mutating func take(
        _ steps: Int32,
        on date: TimeText.Time,
        source: Int? = nil,
        of row: CSVRow,
        into output: CSVOutput
    ) throws(CSVRefusal) {
        let column = source ?? row.count
        guard let entry = output.sources.entry(named: row[column]) else {
            return output.report(row, column, columns.header, CSVOutput.Fault.source)
        }
        if let other = counts.contradiction(of: steps, on: date, entry.index) {
            throw DayCounts.refusal(row, columns.time, columns.header, other)
        }
        let (start, _) = entry.clock.begin(date)
        let (end, _) = entry.clock.end(date, notBefore: start)
        let reading = StepReading(
            start: start,
            end: end,
            steps: steps,
            line: Int32(clamping: row.line),
            source: entry.index
        )
        output.take(reading, of: row, columns)
    }
}
