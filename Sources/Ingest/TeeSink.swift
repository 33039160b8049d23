import Formats
import Model

/// Gives every reading of one parse to two sinks; both see the same, so both count sources alike.
final class TeeSink: ReadingSink {
    private let first: any ReadingSink
    private let second: any ReadingSink

    init(_ first: any ReadingSink, _ second: any ReadingSink) {
        self.first = first
        self.second = second
    }

    func index(of source: Source) -> SourceIndex? {
        guard let index = first.index(of: source), second.index(of: source) == index
        else { return nil }
        return index
    }

    func take(steps: [StepReading]) {
        first.take(steps: steps)
        second.take(steps: steps)
    }

    func take(counters: [CounterReading]) {
        first.take(counters: counters)
        second.take(counters: counters)
    }

    func take(track: TrackPiece) {
        first.take(track: track)
        second.take(track: track)
    }

    func take(declared: [DeclaredReading]) {
        first.take(declared: declared)
        second.take(declared: declared)
    }

    func take(diary: [DiaryEntry]) {
        first.take(diary: diary)
        second.take(diary: diary)
    }
}
