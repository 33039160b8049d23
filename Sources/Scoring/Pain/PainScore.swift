import Model

/// A pain score of the diary, 0 to 10, judged with the usual pain of its own day (PLAN.md §2.3).
struct PainScore: Hashable, Sendable, Dated {
    /// When it was felt.
    let time: Instant
    /// The civil day of the instant.
    let date: CivilDay
    /// The score.
    let value: Int
    /// Whether it is a spike: more than two points over the usual.
    var isSpike = false
    /// Whether it makes its run of spikes a long one, which it does to a run only once.
    var isLongSpike = false

    /// More points over the usual than these make a spike.
    static let bearableRise = 2
}
