/// One fused UTC minute, as `amble export --what minutes` gives it back.
package struct MinuteFigure: Hashable, Sendable, BitwiseCopyable {
    /// Whole minutes since the epoch.
    package let minute: Int64
    /// Steps in it; nothing when no source counted any.
    package let steps: Steps?
    /// Stepping or walking time in it, at most 60 000 ms.
    package let walking: Milliseconds

    /// Makes a minute.
    package init(minute: Int64, steps: Steps?, walking: Milliseconds) {
        self.minute = minute
        self.steps = steps
        self.walking = walking
    }
}
