internal import Model

/// Reads the cells of one file, where dates and numbers are a property of the file and not of a cell.
///
/// Most files never need more than the cell. The first that could mean two things makes the reader
/// go through the whole column for one that decides (FORMATS.md §5.2, §5.13); a later cell that
/// says the opposite refuses the file, so the order of the rows carries no weight.
struct CellReader {
    /// The header of the file.
    let header: CSVHeader
    private let file: CSVFile
    private var times = TimeText()
    private var convention: NumberConvention?
    /// The columns whose dates share one order.
    private let timeColumns: [Int]
    /// The columns whose numbers share one decimal sign.
    private let numberColumns: [Int]
    private var form: TimeText.Form?
    private var isDateOnly: Bool?
    private var offsets = OffsetHabit()

    /// Makes a reader of these columns.
    ///
    /// A dialect that has only one order of day and month, or only one decimal sign, says so.
    init(
        _ opening: CSVOpening,
        times: [Int],
        numbers: [Int],
        order: DateOrder? = nil,
        convention: NumberConvention? = nil
    ) {
        header = opening.header
        file = opening.file
        timeColumns = times
        numberColumns = numbers
        self.times = TimeText(order: order)
        self.convention = convention
    }

    /// The count in a cell; nothing when none was recorded, or when it is a problem, now reported.
    mutating func count(_ row: CSVRow, _ column: Int, _ output: CSVOutput) throws -> Int64? {
        switch CountText.read(row[column], convention) {
        case .count(let count): return count
        case .nothing: return nil
        case .undecided:
            convention = try decideConvention(row, column)
            return try count(row, column, output)
        case .contradiction: throw contradiction(row, column, "has another decimal sign")
        case .invalid: output.report(row, column, header, CSVOutput.Fault.steps)
        case .fraction: output.report(row, column, header, CSVOutput.Fault.fraction)
        case .tooLarge: output.report(row, column, header, CSVOutput.Fault.tooLarge)
        }
        return nil
    }

    /// The count in a cell as a reading holds it.
    mutating func steps(_ row: CSVRow, _ column: Int, _ output: CSVOutput) throws -> Int32? {
        guard let count = try count(row, column, output) else { return nil }
        guard let steps = Int32(exactly: count) else {
            output.report(row, column, header, CSVOutput.Fault.tooLarge)
            return nil
        }
        return steps
    }

    /// The number in a cell in thousandths, 0 or more, below 10¹²; nothing when it is a problem.
    mutating func thousandths(
        _ row: CSVRow,
        _ column: Int,
        _ output: CSVOutput
    ) throws -> Int64? {
        guard let number = NumberText(row[column]), !number.isNegative else {
            output.report(row, column, header, "is not a length of time")
            return nil
        }
        if number.value(convention) == nil, convention == nil {
            convention = try decideConvention(row, column)
        }
        guard let value = number.value(convention) else {
            throw contradiction(row, column, "has another decimal sign")
        }
        guard let whole = value.whole, whole < 1_000_000_000 else {
            output.report(row, column, header, "is too long a time")
            return nil
        }
        return whole * 1000 + value.thousandths
    }

    /// The time in a cell; nothing when it is a problem, now reported.
    ///
    /// All times of a file are written in one form, and all or none have a time of day and an offset.
    mutating func time(
        _ row: CSVRow,
        _ column: Int,
        _ output: CSVOutput
    ) throws -> TimeText.Time? {
        switch times.read(row[column]) {
        case .time(let time):
            if form == nil {
                form = time.form
                isDateOnly = time.kind == .date
            }
            guard form == time.form, isDateOnly == (time.kind == .date) else {
                output.report(row, column, header, CSVOutput.Fault.form)
                return nil
            }
            // A date may have its time of day, and the offset, in a cell of its own.
            guard time.kind != .date else { return time }
            return try isUsual(time.kind == .instant, row, column, output) ? time : nil
        case .undecided where form != nil && form != .yearLast:
            output.report(row, column, header, CSVOutput.Fault.form)
        case .undecided:
            times.order = try decideOrder(row, column)
            return try time(row, column, output)
        case .contradiction: throw contradiction(row, column, "has day and month in another order")
        case .invalid: output.report(row, column, header, CSVOutput.Fault.time)
        }
        return nil
    }

    /// Whether a time has an offset from UTC as all others do, or has none as they.
    ///
    /// - Throws: `CSVRefusal` when the times before it were taken for those of the home zone.
    mutating func isUsual(
        _ hasOffset: Bool,
        _ row: CSVRow,
        _ column: Int,
        _ output: CSVOutput
    ) throws(CSVRefusal) -> Bool {
        switch offsets.judge(hasOffset: hasOffset) {
        case .usual: return true
        case .lacking: output.report(row, column, header, CSVOutput.Fault.offset)
        case .contradiction:
            let fault =
                "has an offset from UTC, and times before it have none: export the file anew"
            let message = CSVOutput.message(row, column, header, fault)
            throw CSVRefusal(Problem(at: row.place(of: column), message))
        }
        return false
    }

    private func contradiction(_ row: CSVRow, _ column: Int, _ fault: String) -> CSVRefusal {
        let message = CSVOutput.message(row, column, header, fault + " than cells elsewhere")
        return CSVRefusal(Problem(at: row.place(of: column), message + "; export the file anew"))
    }
}

// MARK: - Looking through a whole column

extension CellReader {
    private func decideConvention(_ row: CSVRow, _ column: Int) throws -> NumberConvention {
        let decided = try firstDecision(in: numberColumns) { cell -> NumberConvention? in
            guard let number = NumberText(cell), case .only(let own) = number.evidence
            else { return nil }
            return own
        }
        guard let decided else {
            let fault =
                "has a sign that may stand before thousands or before decimals, and no cell"
                + " of the file decides"
            throw undecided(row, column, fault)
        }
        return decided
    }

    private func decideOrder(_ row: CSVRow, _ column: Int) throws -> DateOrder {
        guard let decided = try firstDecision(in: timeColumns, TimeText.order(in:)) else {
            let fault = "may have the day or the month first, and no date of the file decides"
            throw undecided(row, column, fault)
        }
        return decided
    }

    private func firstDecision<Decision>(
        in columns: [Int],
        _ decide: (UnsafeBufferPointer<UInt8>) -> Decision?
    ) throws -> Decision? {
        var decision: Decision?
        try file.forEachRow { row in
            for column in columns where decision == nil { decision = decide(row[column]) }
            return decision == nil
        }
        return decision
    }

    private func undecided(_ row: CSVRow, _ column: Int, _ fault: String) -> CSVRefusal {
        CSVRefusal(
            Problem(
                at: row.place(of: column),
                CSVOutput.message(row, column, header, fault)
            )
        )
    }
}
