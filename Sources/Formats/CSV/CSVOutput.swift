internal import Model

/// Where the rows of one file leave their readings and problems.
///
/// Readings go to the sink in batches; each is looked at by itself for what is implausible, so that
/// the problems name it (SESSIONS.md §8.10 "Readings").
final class CSVOutput {
    /// The columns of a reading, for the places of its problems.
    struct Columns {
        let header: CSVHeader
        let time: Int
        let count: Int
    }

    private static let batchSize = 4096
    /// Instants from the year 1 to the year 9999, as every parser keeps to.
    private static let years: Range<Int64> = -62_135_596_800_000..<253_402_300_800_000

    /// Names and zones of the sources.
    let sources: CSVSources
    private(set) var problems = ProblemList()
    /// The readings given to the sink, and those of them that count.
    private(set) var readings = 0
    private(set) var plausibleReadings = 0

    private let sink: any ReadingSink
    private let plausibility: Plausibility
    private var steps: [StepReading] = []
    private var counters: [CounterReading] = []

    /// Makes an output into this sink.
    init(_ sink: any ReadingSink, context: FileContext, sources: CSVSources) {
        self.sink = sink
        self.sources = sources
        plausibility = context.plausibility
        steps.reserveCapacity(Self.batchSize)
    }

    /// Notes a problem.
    func report(_ problem: Problem) {
        problems.append(problem)
    }

    /// Notes what is wrong with a cell.
    func report(_ row: CSVRow, _ column: Int, _ header: CSVHeader, _ fault: String) {
        report(Problem(at: row.place(of: column), Self.message(row, column, header, fault)))
    }

    /// A message about a cell: its text, the fault, and the name of its column.
    static func message(
        _ row: CSVRow,
        _ column: Int,
        _ header: CSVHeader,
        _ fault: String
    ) -> String {
        let word = column < header.words.count ? header.words[column] : ""
        return "\(ShownText.quoted(row[column])) \(fault) (column \(ShownText.quoted(word.utf8)))"
    }

    /// Takes steps between two instants, or at one.
    func take(_ reading: StepReading, of row: CSVRow, _ columns: Columns) {
        guard Self.years.contains(reading.start.milliseconds),
            Self.years.contains(reading.end.milliseconds)
        else { return report(row, columns.time, columns.header, Fault.years) }
        let objection = plausibility.objection(to: reading)
        note(objection, row, objection == .tooManySteps ? columns.count : columns.time, columns)
        steps.append(reading)
        guard steps.count >= Self.batchSize else { return }
        sink.take(steps: steps)
        steps.removeAll(keepingCapacity: true)
    }

    /// Takes a look at a counter.
    func take(_ reading: CounterReading, of row: CSVRow, _ columns: Columns) {
        guard Self.years.contains(reading.time.milliseconds) else {
            return report(row, columns.time, columns.header, Fault.years)
        }
        note(plausibility.objection(to: reading.time), row, columns.time, columns)
        counters.append(reading)
        guard counters.count >= Self.batchSize else { return }
        sink.take(counters: counters)
        counters.removeAll(keepingCapacity: true)
    }

    /// Gives the sink what is left.
    func finish() {
        if !steps.isEmpty { sink.take(steps: steps) }
        if !counters.isEmpty { sink.take(counters: counters) }
        steps = []
        counters = []
    }

    private func note(
        _ objection: Implausibility?,
        _ row: CSVRow,
        _ column: Int,
        _ columns: Columns
    ) {
        readings += 1
        guard let objection else {
            plausibleReadings += 1
            return
        }
        report(row, column, columns.header, "\(objection); kept, but not counted")
    }

    /// What may be wrong with cells of every dialect.
    enum Fault {
        static let years = "lies outside the years 1 to 9999"
        static let time = "is not a date and time"
        static let form = "is not written like the times before it"
        static let steps = "is not a number of steps"
        static let fraction = "is not a whole number of steps"
        static let tooLarge = "is more steps than anybody takes"
        static let source = "is no name of a source, or one more than the 1000 a file may name"
    }
}
