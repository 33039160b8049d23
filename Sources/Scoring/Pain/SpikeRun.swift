import Model

/// The run of spikes that a diary is in: scores over the usual without a calm one between.
///
/// A run becomes a long spike once, with the first score more than a day after its first
/// (PLAN.md §2.3); instants are compared, so a change of the clocks does not matter.
struct SpikeRun: Hashable, Sendable {
    /// The first spike of the run; nothing when the last score was calm.
    private(set) var first: Instant?
    /// Whether the run has been long already.
    private(set) var isUsedUp = false

    /// A run lasts longer than this to be a long spike.
    private static let dayLength: Int64 = 24 * 3_600_000

    /// Makes a run; without arguments there is none.
    init(first: Instant? = nil, isUsedUp: Bool = false) {
        self.first = first
        self.isUsedUp = isUsedUp
    }

    /// Takes the next score, and says whether it makes the run a long spike.
    mutating func take(isSpike: Bool, at time: Instant) -> Bool {
        guard isSpike else {
            self = SpikeRun()
            return false
        }
        guard let first else {
            self.first = time
            return false
        }
        guard !isUsedUp, first.milliseconds(to: time) > Self.dayLength else { return false }
        isUsedUp = true
        return true
    }
}
