import Model

/// The time between two chunks of a recording, and what of it counts as walking
/// (SESSIONS.md §8.8.5).
struct Silence: Equatable {
    /// The whole seconds without a chunk.
    let seconds: Range<Int64>
    /// The straight line across it, in metres.
    let distance: Double
    /// Walking, spread evenly over the silence.
    let credit: Milliseconds

    /// Looks at the silence between the ends of two chunks.
    ///
    /// Credit is the time that the straight line takes at the walker's usual speed, in millimetres
    /// a second, and at most the whole silence. It needs 60–300 s that nobody declared a pause, and
    /// a speed at which people walk.
    init(from start: Fix, to end: Fix, usualSpeed: Int64) {
        seconds = start.second..<end.second
        distance = start.position.distance(to: end.position)
        let length = end.time - start.time
        let allowed = MotionThresholds.longestStep + 1...MotionThresholds.longestCredit
        let isWalk = distance * 1000 < MotionThresholds.runSpeed * Double(length)
        guard allowed.contains(length), !end.opensChunk, isWalk, distance > 0 else {
            credit = .zero
            return
        }
        let whole = Int64(seconds.count) * 1000
        let needed = distance * 1_000_000
        let isShorter = needed < Double(usualSpeed) * Double(whole)
        credit = Milliseconds(isShorter ? Int64(needed / Double(usualSpeed)) : whole)
    }

    /// The part of the credit that falls into some of the seconds; the parts add up exactly.
    func credit(in span: Range<Int64>) -> Milliseconds {
        let span = span.clamped(to: seconds)
        guard !span.isEmpty else { return .zero }
        return Milliseconds(credit(before: span.upperBound) - credit(before: span.lowerBound))
    }

    /// The credit up to a second, rounded down.
    private func credit(before second: Int64) -> Int64 {
        credit.count * (second - seconds.lowerBound) / Int64(seconds.count)
    }
}
