internal import Model

/// Gives the steps of whole days to the output.
struct DayTotals {
    /// What a date is that stands twice with different counts.
    enum Repeats {
        /// A sign that the rows are no whole days, which refuses the file.
        case refused
        /// Two states of a day that grew, of which the store keeps the larger; a problem.
        case larger
    }

    private let columns: CSVOutput.Columns
    private let repeats: Repeats
    private var counts = DayCounts()

    /// Makes it for the columns of a date and of its steps.
    init(_ columns: CSVOutput.Columns, repeats: Repeats = .refused) {
        self.columns = columns
        self.repeats = repeats
    }

    /// Takes the steps of a date; who a row is of, the cell of its source says.
    ///
    /// The hint tells the kind of a source whose name does not.
    /// - Throws: `CSVRefusal` when the date had another count before and that refuses the file.
    mutating func take(
        _ steps: Int32,
        on date: TimeText.Time,
        source: Int? = nil,
        hint: SourceKind = .unknown,
        of row: CSVRow,
        into output: CSVOutput
    ) throws(CSVRefusal) {
        let column = source ?? row.count
        guard let entry = output.sources.entry(named: row[column], hint: { hint }) else {
            return output.report(row, column, columns.header, CSVOutput.Fault.source)
        }
        if let other = counts.contradiction(of: steps, on: date, entry.index) {
            switch repeats {
            case .refused: throw DayCounts.refusal(row, columns.time, columns.header, other)
            case .larger:
                let fault = "stands on another row with \(other) steps; the larger number holds"
                output.report(row, columns.time, columns.header, fault)
            }
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
