// What the fuzz targets share.
import Formats
import Model

/// A sink that keeps tracks and counts the rest.
final class FuzzSink: ReadingSink {
    private(set) var pieces: [TrackPiece] = []
    private(set) var readings = 0
    private var names: [String] = []

    func index(of source: Source) -> SourceIndex? {
        if let index = names.firstIndex(of: source.name) { return SourceIndex(index) }
        guard names.count < 1000 else { return nil }
        names.append(source.name)
        return SourceIndex(names.count - 1)
    }

    func take(steps: [StepReading]) {
        readings += steps.count
        for step in steps { check(step.source, step.line) }
    }

    func take(counters: [CounterReading]) {
        readings += counters.count
        for sample in counters { check(sample.source, sample.line) }
    }

    func take(track: TrackPiece) {
        readings += track.points.count
        pieces.append(track)
        check(track.source, 1)
    }

    func take(declared: [DeclaredReading]) {
        readings += declared.count
        for walk in declared {
            check(walk.source, walk.line)
            precondition(walk.end > walk.start, "a walk without a length")
        }
    }

    func take(diary: [DiaryEntry]) {
        readings += diary.count
    }

    private func check(_ source: SourceIndex, _ line: Int32) {
        precondition(Int(source) < names.count, "a source that was never named")
        precondition(line >= 0, "a line before the file")
    }
}

extension FileContext {
    /// A file that is looked at on 1 December 2026.
    static var fuzzed: FileContext {
        let now = Instant(seconds: 1_796_083_200)
        return FileContext(
            fileName: "2026-11-30.csv",
            modified: now,
            now: now,
            home: HomeZones(.utc)
        )
    }
}
