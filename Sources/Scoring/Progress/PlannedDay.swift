import Model

/// A day of the plan as the replay left it: what held, what was asked, what was done.
struct PlannedDay: Hashable, Sendable {
    /// Where the plan stands after the last entry of the day, and before the day is counted.
    let state: PlanState
    /// What holds on the day.
    let mode: PlanMode
    /// The level of the day, with its name.
    let rung: PlanLadder.Rung
    /// What the walks made of what was asked; nothing when nothing is asked.
    let outcome: PlanOutcome?
    /// Whether the day counts towards the end of its level.
    let isCounted: Bool
    /// Days met at this level among the seven of the average; only at a level that adds up.
    var metDays7: Int?
    /// How many days of the plan up to this one have data.
    var daysWithData = 0

    /// Whether the day completes its level.
    var completesLevel: Bool {
        guard isCounted, let length = rung.level.days else { return false }
        return state.count + 1 >= length
    }

    /// Whether the day is met at a level that adds walks up.
    var isMetTogether: Bool {
        mode == .level && rung.level.isTogether && (outcome?.isMet ?? false)
    }

    /// What came of a day; the first that fits (PLAN.md §2.1).
    func result(of day: Day, isRunning: Bool) -> PlanResult? {
        if mode == .none { return nil }
        guard let outcome else { return .suspended }
        if outcome.isMet { return .met }
        if isRunning { return .open }
        if !day.hasData { return .noData }
        return outcome.walks.isEmpty ? .missed : .partly
    }
}
