import Model

/// The extra strolls of a day, and whether pain was looked at before each (PLAN.md §2.1).
struct StrollCheck: Hashable, Sendable {
    /// The walk that the level asks for and that was walked.
    let walk: Walk
    /// The stroll that the level offers.
    let offered: AskedWalk
    /// The instants of the day's scores that are not above the usual one.
    let calmScores: [Instant]

    /// The longest time after the walk in which pain may go back to usual.
    private static let patience: Int64 = 60 * 60_000

    /// Whether some walk of the day is a stroll without a look at pain before it.
    func isMissing(among walks: [Walk]) -> Bool {
        walks.contains { $0 != walk && isStroll($0) && !isChecked($0) }
    }

    /// Ends are exclusive, so a walk that begins at the end of another one begins after it.
    private func isStroll(_ other: Walk) -> Bool {
        offered.isSatisfied(by: other) && other.start >= walk.end
    }

    private func isChecked(_ stroll: Walk) -> Bool {
        let last = min(stroll.start, walk.end.advanced(by: Self.patience))
        return calmScores.contains { walk.end <= $0 && $0 <= last }
    }
}
