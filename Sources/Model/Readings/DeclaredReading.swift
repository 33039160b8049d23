/// A walk that somebody or something declares: "I walked from here to there".
///
/// Its minutes carry `moving` spread evenly over [start, end) (SESSIONS.md §8.10 "Sources").
package struct DeclaredReading: Hashable, Sendable {
    /// The beginning.
    package let start: Instant
    /// The end, exclusive; later than the start.
    package let end: Instant
    /// The time in motion; at most end − start.
    package let moving: Milliseconds
    /// The steps, when the declaration has them.
    package let steps: Int32?
    /// The line of the file, from 1.
    package let line: Int32
    /// Who declared it.
    package let source: SourceIndex

    /// Makes a declared walk.
    package init(
        start: Instant,
        end: Instant,
        moving: Milliseconds,
        steps: Int32?,
        line: Int32,
        source: SourceIndex
    ) {
        self.start = start
        self.end = end
        self.moving = moving
        self.steps = steps
        self.line = line
        self.source = source
    }
}
