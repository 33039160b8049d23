internal import Model

/// Where the rows of one file leave their readings and problems.
///
/// Readings go to the sink in batches; each is looked at by itself for what is implausible, so that
/// the problems name it (SESSIONS.md §8.10 "Readings"). How many steps a reading without an end may
/// hold is known at the end of the file only: until then its problem is kept aside.
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

    /// The longest time that a reading without an end can stand for, in milliseconds: a day.
    private static let longestInstant: Int64 = 86_400_000

    /// Names and zones of the sources.
    let sources: CSVSources
    /// What is wrong, in the order of the file; complete after `finish`.
    private(set) var problems = ProblemList()
    /// The readings given to the sink, and those of them that count.
    private(set) var readings = 0
    private(set) var plausibleReadings = 0

    /// Whether a row was understood that by its nature gives no reading: another sport's, say.
    private(set) var isPartlyUnderstood = false

    /// Why the rows gave no reading though nothing is wrong, where only they could tell.
    private(set) var emptiness: String?

    private let sink: any ReadingSink
    private let plausibility: Plausibility
    private var rhythm = FileRhythm()
    /// Readings without an end that hold more steps than a minute can, and not more than a day.
    private var doubtful = ProblemList()
    private var steps: [StepReading] = []
    private var counters: [CounterReading] = []
    private var walks: [DeclaredReading] = []

    /// Makes an output into this sink.
    init(_ sink: any ReadingSink, context: FileContext, sources: CSVSources) {
        self.sink = sink
        self.sources = sources
        plausibility = context.plausibility
        steps.reserveCapacity(Self.batchSize)
    }

    /// Notes a problem.
    func report(_ problem: @autoclosure () -> Problem) {
        problems.append(problem())
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
        if reading.start == reading.end { rhythm.note(reading.start.milliseconds) }
        if objection == .tooManySteps, isPerhapsLonger(reading) {
            readings += 1
            doubtful.append(problem(.tooManySteps, row, columns.count, columns))
        } else {
            note(objection, row, objection == .tooManySteps ? columns.count : columns.time, columns)
        }
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

    /// Takes the steps that a row tells between two instants, or at one.
    func take(
        _ steps: Int32,
        from start: Instant,
        to end: Instant,
        flags: TimeFlags = .none,
        by source: CSVSources.Entry,
        of row: CSVRow,
        _ columns: Columns
    ) {
        let reading = StepReading(
            start: start,
            end: end,
            steps: steps,
            line: Int32(clamping: row.line),
            source: source.index,
            flags: flags
        )
        take(reading, of: row, columns)
    }

    /// Takes the walk that a row declares, so many milliseconds of it in motion.
    func take(
        walkFrom start: Instant,
        to end: Instant,
        moving: Int64,
        steps: Int32?,
        by source: CSVSources.Entry,
        of row: CSVRow,
        _ columns: Columns
    ) {
        let walk = DeclaredReading(
            start: start,
            end: end,
            moving: Milliseconds(moving),
            steps: steps,
            line: Int32(clamping: row.line),
            source: source.index
        )
        take(walk, of: row, columns)
    }

    private func take(_ walk: DeclaredReading, of row: CSVRow, _ columns: Columns) {
        guard Self.years.contains(walk.start.milliseconds),
            Self.years.contains(walk.end.milliseconds)
        else { return report(row, columns.time, columns.header, Fault.years) }
        let steps = StepReading(
            start: walk.start,
            end: walk.end,
            steps: walk.steps ?? 0,
            line: walk.line,
            source: walk.source
        )
        let objection = walk.end <= walk.start ? .backwards : plausibility.objection(to: steps)
        let column = objection == .tooManySteps ? columns.count : columns.time
        note(objection, row, column, columns)
        walks.append(walk)
        guard walks.count >= Self.batchSize else { return }
        sink.take(declared: walks)
        walks.removeAll(keepingCapacity: true)
    }

    /// Makes a writer of tracks whose source is the file's.
    func makeTrackWriter() -> TrackWriter {
        TrackWriter(source: sources.fileSource, into: sink)
    }

    /// What is implausible about an instant; nothing when it counts.
    func objection(to time: Instant) -> Implausibility? {
        plausibility.objection(to: time)
    }

    /// Whether an instant lies in the years that are kept at all.
    func isInYears(_ time: Instant) -> Bool {
        Self.years.contains(time.milliseconds)
    }

    /// Notes that a track writer gave so many points to the sink, and how many of them count.
    func note(points: Int, sound: Int) {
        readings += points
        plausibleReadings += sound
    }

    /// Notes why the file has no readings though nothing is wrong with it (FORMATS.md §5.14).
    func note(emptiness: String) {
        self.emptiness = emptiness
    }

    /// Passes over a row that was understood and has nothing to do with walking.
    func passOver() {
        isPartlyUnderstood = true
    }

    /// Passes over an activity whose name is in none of the lists; it may be a walk.
    func reportUnknownActivity(_ row: CSVRow, _ column: Int, _ header: CSVHeader) {
        isPartlyUnderstood = true
        report(row, column, header, Fault.activity)
    }

    /// Whether a reading without an end would count if it stood for a day.
    private func isPerhapsLonger(_ reading: StepReading) -> Bool {
        guard reading.start == reading.end else { return false }
        let limit = plausibility.maximumStepsPerMinute
            .multipliedReportingOverflow(by: Self.longestInstant / 60_000)
        return limit.overflow || Int64(reading.steps) <= limit.partialValue
    }

    /// Gives the sink what is left, and settles what was doubtful.
    func finish() {
        if !steps.isEmpty { sink.take(steps: steps) }
        if !counters.isEmpty { sink.take(counters: counters) }
        if !walks.isEmpty { sink.take(declared: walks) }
        steps = []
        counters = []
        walks = []
        if rhythm.isCoarse {
            plausibleReadings += doubtful.count
        } else {
            problems = problems.merged(with: doubtful)
        }
        doubtful = ProblemList()
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
        report(problem(objection, row, column, columns))
    }

    private func problem(
        _ objection: Implausibility,
        _ row: CSVRow,
        _ column: Int,
        _ columns: Columns
    ) -> Problem {
        let fault = "\(objection); kept, but not counted"
        return Problem(at: row.place(of: column), Self.message(row, column, columns.header, fault))
    }

    /// What may be wrong with cells of every dialect.
    enum Fault {
        static let years = "lies outside the years 1 to 9999"
        static let time = "is not a date and time"
        static let form = "is not written like the times before it"
        static let offset = "has no offset from UTC, unlike the times before it"
        static let steps = "is not a number of steps"
        static let fraction = "is not a whole number of steps"
        static let tooLarge = "is more steps than anybody takes"
        static let length = "is not a length of time"
        static let activity =
            "is an activity that Amble does not know, so it was not taken for a walk"
        static let source = "is no name of a source, or one more than the 1000 a file may name"
    }
}

extension ProblemList {
    /// The problems of two lists of one file, in its order.
    fileprivate func merged(with other: ProblemList) -> ProblemList {
        guard !other.isEmpty else { return self }
        let first = (first + other.first).sorted { $0.place < $1.place }
        var merged = ProblemList(first)
        // Those beyond the capacity are only counted.
        for _ in first.count..<count + other.count { merged.append(first[0]) }
        return merged
    }
}
