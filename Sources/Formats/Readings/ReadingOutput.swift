internal import Model

/// Where a file that is no table leaves its readings and problems.
///
/// Readings go to the sink in batches; each is looked at by itself for what is implausible, so that
/// the problems name it (SESSIONS.md §8.10 "Readings").
final class ReadingOutput {
    private static let batchSize = 4096
    /// Instants from the year 1 to the year 9999, as every parser keeps to.
    private static let years: Range<Int64> = -62_135_596_800_000..<253_402_300_800_000

    /// What is wrong or worth knowing, in the order of the file.
    private(set) var problems = ProblemList()
    /// The readings given to the sink, and those of them that count.
    private(set) var readings = 0
    private(set) var plausibleReadings = 0
    /// Whether something was not understood, so that the file is taken in part at most.
    private(set) var isPartly = false

    private let sink: any ReadingSink
    private let plausibility: Plausibility
    private var steps: [StepReading] = []
    private var counters: [CounterReading] = []

    /// Makes an output into this sink.
    init(_ sink: any ReadingSink, plausibility: Plausibility) {
        self.sink = sink
        self.plausibility = plausibility
        steps.reserveCapacity(Self.batchSize)
    }

    /// Notes something that was not understood.
    func report(at place: TextPlace, _ message: @autoclosure () -> String) {
        isPartly = true
        problems.append(Problem(at: place, message()))
    }

    /// Notes something that people should know though all of it was understood.
    func remark(at place: TextPlace, _ message: String) {
        problems.append(Problem(at: place, message))
    }

    /// Takes steps between two instants, or at one.
    func take(_ reading: StepReading, at place: TextPlace) {
        guard isInYears(reading.start, place), isInYears(reading.end, place) else { return }
        note(plausibility.objection(to: reading), "a record of \(reading.steps) steps", place)
        steps.append(reading)
        guard steps.count >= Self.batchSize else { return }
        sink.take(steps: steps)
        steps.removeAll(keepingCapacity: true)
    }

    /// Takes a look at a counter.
    func take(_ reading: CounterReading, at place: TextPlace) {
        guard isInYears(reading.time, place) else { return }
        note(plausibility.objection(to: reading.time), "a look at the counter", place)
        counters.append(reading)
        guard counters.count >= Self.batchSize else { return }
        sink.take(counters: counters)
        counters.removeAll(keepingCapacity: true)
    }

    /// Takes a declared walk; one that does not end after it begins is only a problem.
    func take(_ walk: DeclaredReading, at place: TextPlace) {
        guard isInYears(walk.start, place), isInYears(walk.end, place) else { return }
        guard walk.start < walk.end else {
            return report(at: place, "the walk does not end after it begins; it is left out")
        }
        let whole = StepReading(
            start: walk.start,
            end: walk.end,
            steps: walk.steps ?? 0,
            line: walk.line,
            source: walk.source
        )
        note(plausibility.objection(to: whole), "a walk", place)
        // A preview shows the readings as they stand in the file.
        finish()
        sink.take(declared: [walk])
    }

    /// Gives the sink what it has not got yet.
    func finish() {
        if !steps.isEmpty { sink.take(steps: steps) }
        if !counters.isEmpty { sink.take(counters: counters) }
        steps.removeAll(keepingCapacity: true)
        counters.removeAll(keepingCapacity: true)
    }

    /// The report of the file so far, without encoding, zone and columns.
    ///
    /// - Parameters:
    ///   - dialect: the name of the dialect.
    ///   - emptiness: what to say when nothing is wrong and there are no readings.
    /// - Returns: the report; what was read so far decides its outcome.
    func report(dialect: String, emptiness: String) -> FormatReport {
        let outcome: FileOutcome =
            !isPartly ? .taken : plausibleReadings > 0 ? .partly : .refused
        var report = FormatReport(dialect: dialect, outcome: outcome, problems: problems)
        if outcome == .taken, readings == 0, problems.isEmpty {
            report.problems.append(Problem(at: .wholeFile, emptiness))
        }
        report.isOnlyImplausible = outcome == .refused && readings > 0
        return report
    }

    private func isInYears(_ time: Instant, _ place: TextPlace) -> Bool {
        if Self.years.contains(time.milliseconds) { return true }
        report(at: place, "a time lies outside the years 1 to 9999; the record is left out")
        return false
    }

    private func note(
        _ objection: Implausibility?,
        _ what: @autoclosure () -> String,
        _ place: TextPlace
    ) {
        readings += 1
        guard let objection else {
            plausibleReadings += 1
            return
        }
        report(at: place, "\(what()) \(objection); kept, but not counted")
    }
}
