import Model

@testable import Formats

/// What a reading says, whatever its order and its line.
enum MutationFact: Hashable, Sendable {
    case steps(source: String, start: Int64, end: Int64, steps: Int32)
    case counter(source: String, time: Int64, value: Int64)
    case walk(source: String, start: Int64, end: Int64, moving: Int64, steps: Int32?)
    case point(time: Int64, latitude: Int64, longitude: Int64, elevation: Int32?, flags: UInt8)
    case diary(DiaryEntry)

    /// The same of nobody.
    var nameless: MutationFact {
        switch self {
        case .steps(_, let start, let end, let steps):
            .steps(source: "", start: start, end: end, steps: steps)
        case .counter(_, let time, let value): .counter(source: "", time: time, value: value)
        case .walk(_, let start, let end, let moving, let steps):
            .walk(source: "", start: start, end: end, moving: moving, steps: steps)
        case .point, .diary: self
        }
    }
}

/// One file read on trial, sample or mutant.
struct MutationTrial: Sendable {
    /// 2026-11-15T22:30:00+01:00, the evening on which all samples are read.
    private static let now = Instant(seconds: 1_794_778_200)

    let report: FormatReport
    /// What was read, each with the line it was first read from.
    let facts: [MutationFact: Int]

    /// Reads a mutant.
    ///
    /// Every source without a name of its own bears the folder's label: a header in another
    /// language may make a table another dialect's, and the names of dialects are no content.
    init(_ mutant: Mutant, named name: String, home: HomeZones) throws {
        let day: Int64 = 86_400_000
        let context = FileContext(
            fileName: mutant.fileName ?? name,
            modified: Self.now.advanced(by: Int64(mutant.daysLater) * day),
            now: Self.now,
            home: home,
            sourceLabel: "the folder's label"
        )
        let sink = MutationSink()
        report = try FormatReader.read(MemoryBytes(mutant.bytes), context: context, into: sink)
        facts = report.outcome == .refused ? [:] : sink.facts
    }

    /// The facts that are not among those of another trial.
    func facts(beside other: MutationTrial) -> [(fact: MutationFact, line: Int)] {
        facts.filter { other.facts[$0.key] == nil }.map { ($0.key, $0.value) }
    }
}

/// A sink that keeps facts.
private final class MutationSink: ReadingSink {
    private(set) var facts: [MutationFact: Int] = [:]
    private var names: [String] = []

    func index(of source: Source) -> SourceIndex? {
        if let known = names.firstIndex(of: source.name) { return SourceIndex(known) }
        names.append(source.name)
        return SourceIndex(names.count - 1)
    }

    func take(steps: [StepReading]) {
        for reading in steps {
            note(
                .steps(
                    source: names[Int(reading.source)],
                    start: reading.start.milliseconds,
                    end: reading.end.milliseconds,
                    steps: reading.steps
                ),
                reading.line
            )
        }
    }

    func take(counters: [CounterReading]) {
        for reading in counters {
            note(
                .counter(
                    source: names[Int(reading.source)],
                    time: reading.time.milliseconds,
                    value: reading.value
                ),
                reading.line
            )
        }
    }

    func take(track: TrackPiece) {
        for point in track.points {
            note(
                .point(
                    time: point.time.milliseconds,
                    latitude: point.latitude,
                    longitude: point.longitude,
                    elevation: point.elevation,
                    flags: point.flags.rawValue
                ),
                point.line
            )
        }
    }

    func take(declared: [DeclaredReading]) {
        for walk in declared {
            note(
                .walk(
                    source: names[Int(walk.source)],
                    start: walk.start.milliseconds,
                    end: walk.end.milliseconds,
                    moving: walk.moving.count,
                    steps: walk.steps
                ),
                walk.line
            )
        }
    }

    func take(diary: [DiaryEntry]) {
        for entry in diary { note(.diary(entry), 0) }
    }

    private func note(_ fact: MutationFact, _ line: Int32) {
        facts[fact] = facts[fact] ?? Int(line)
    }
}
