import Model

/// A day and what came before it: all that the finding and the advice rules look at.
struct DayInContext {
    /// The day.
    let day: Day
    /// The days before it, by date, each one that exists; at least `Scoreboard.lookBackDays`
    /// dates far back.
    let before: ArraySlice<Day>
    /// What the clock at home shows while the day is still running; nothing for an ended day.
    let clock: WallTime?
    /// The last record before this day, however long ago.
    let lastBefore: LastRecord?
    /// Where the plan stands.
    let plan: PlannedDay
    /// The diary.
    let diary: Diary

    /// Whether the day is still running.
    var isRunning: Bool { clock != nil }

    /// What came of the day; nothing before the plan's start.
    var result: PlanResult? { plan.result(of: day, isRunning: isRunning) }
}
