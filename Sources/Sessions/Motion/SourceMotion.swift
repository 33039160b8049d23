import Model

/// What the tracks of one source say about motion (SESSIONS.md §8.8): walking time per minute, and
/// the figures that walks take from them.
struct SourceMotion {
    /// Minutes that a track covers, ascending.
    let minutes: [MotionMinute]
    /// The recordings, one a track segment or chain of joined segments, by start.
    let recordings: [RecordedTrack]
    /// Chunks with the seconds that count for them, by start; those seconds do not overlap.
    private let chunks: [Owned<PacedPath>]
    /// Credited silences with the seconds that count for them, ascending, not overlapping.
    private let silences: [Owned<Silence>]

    /// Something that seconds count for.
    private struct Owned<Value> {
        let value: Value
        let seconds: Range<Int64>
    }

    /// Analyses the tracks of one source.
    ///
    /// - Parameters:
    ///   - tracks: all pieces of all segments of the source, in any order, repeated ones included.
    ///   - plausibility: points outside of it are not walked on.
    /// - Complexity: O(n log n) in the points, and linear in the seconds between points of a chunk.
    init(tracks: [Observed<TrackPiece>], plausibility: Plausibility) {
        let paced = RecordingAssembly.recordings(of: tracks, plausibility: plausibility)
            .map { PacedRecording($0) }
        recordings = paced.map(\.summary)
        var coverage = Coverage()
        chunks = Self.share(paced.flatMap(\.chunks), in: &coverage)
        silences = Self.share(paced.flatMap(\.silences), leftBy: coverage)
        var sums = MinuteSums()
        for chunk in chunks { sums.add(chunk.value.paced, owned: chunk.seconds) }
        for silence in silences { sums.add(silence.value, owned: silence.seconds) }
        minutes = sums.minutes
    }

    /// Path length, climb, descent and doubts of the track inside an interval [start, end).
    ///
    /// - Complexity: O(log n) in all chunks, and linear in the points and seconds of the interval.
    func figures(in span: Range<Instant>) -> TrackFigures {
        var sum = FigureSum(in: span)
        for chunk in Self.touching(span, in: chunks) { sum.add(chunk.value, owned: chunk.seconds) }
        for silence in Self.touching(span, in: silences) {
            sum.add(silence.value, owned: silence.seconds)
        }
        return sum.figures
    }

    /// Gives each second to the chunk that begins first; of those that begin together, to that of
    /// the recording that comes first.
    private static func share(
        _ chunks: [PacedPath],
        in coverage: inout Coverage
    ) -> [Owned<PacedPath>] {
        let ordered = chunks.enumerated()
            .sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }
        var owned: [Owned<PacedPath>] = []
        for chunk in ordered.lazy.map(\.element) {
            let seconds = coverage.take(chunk.paced.range)
            if !seconds.isEmpty { owned.append(Owned(value: chunk, seconds: seconds)) }
        }
        return owned
    }

    /// Gives each second that no chunk covers to the silence that begins first.
    private static func share(_ silences: [Silence], leftBy chunks: Coverage) -> [Owned<Silence>] {
        let ordered = silences.filter { $0.credit > .zero }.enumerated().sorted {
            ($0.element.seconds.lowerBound, $0.offset) < ($1.element.seconds.lowerBound, $1.offset)
        }
        var taken = Coverage()
        var owned: [Owned<Silence>] = []
        for silence in ordered.lazy.map(\.element) {
            let free = chunks.free(in: taken.take(silence.seconds))
            owned += free.map { Owned(value: silence, seconds: $0) }
        }
        return owned
    }

    /// Those whose seconds meet an interval.
    private static func touching<Value>(
        _ span: Range<Instant>,
        in all: [Owned<Value>]
    ) -> ArraySlice<Owned<Value>> {
        let first = span.lowerBound.milliseconds.flooredDivision(by: 1000)
        let last = span.upperBound.milliseconds.flooredDivision(by: 1000)
        let start = index(in: all) { $0.seconds.upperBound < first }
        let end = index(in: all) { $0.seconds.lowerBound <= last }
        return all[min(start, end)..<end]
    }

    /// The number of entries before the first that is not on the near side of something.
    private static func index<Value>(
        in all: [Owned<Value>],
        where isBefore: (Owned<Value>) -> Bool
    ) -> Int {
        var (low, high) = (0, all.count)
        while low < high {
            let middle = (low + high) / 2
            if isBefore(all[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
