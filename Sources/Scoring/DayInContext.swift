import Model

/// A day and what came before it: all that the finding and the advice rules look at.
struct DayInContext {
    /// The day.
    let day: Day
    /// The days before it, by date, each one that exists; at least `Scoreboard.lookBackDays`
    /// dates far back.
    let before: ArraySlice<Day>
    /// Whether the day is still running.
    let isRunning: Bool
    /// The last record before this day, however long ago.
    let lastBefore: LastRecord?
}
