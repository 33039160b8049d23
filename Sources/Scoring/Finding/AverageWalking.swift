package import Model

/// The mean walking time of the days with data among seven civil days, kept exact.
///
/// The finding speaks of habit: with fewer than four days of data there is no average, and the
/// running day does not count yet (PLAN.md §1.1).
package struct AverageWalking: Hashable, Sendable {
    /// The walking time of all counted days.
    package let total: Milliseconds
    /// How many of the seven days have data, 0 to 7.
    package let daysWithData: Int

    /// The number of civil days that an average looks at.
    package static let span = 7
    /// The fewest days with data that make an average.
    package static let fewestDays = 4

    /// Makes an average.
    package init(total: Milliseconds, daysWithData: Int) {
        self.total = total
        self.daysWithData = daysWithData
    }

    /// Tenths of a minute, rounded half up; nothing with fewer than four days.
    package var tenthsOfMinute: Int64? { rounded(to: 6_000) }

    /// Whole minutes, rounded half up; nothing with fewer than four days.
    package var wholeMinutes: Int64? { rounded(to: 60_000) }

    /// Averages the seven days that end with a day, or with the day before a running one.
    init(of context: DayInContext) {
        let last = context.isRunning ? context.day.date.advanced(by: -1) : context.day.date
        let first = last.advanced(by: 1 - Self.span)
        var total = Milliseconds.zero
        var count = 0
        for day in context.before.suffix(Self.span) + [context.day]
        where day.hasData && (first...last).contains(day.date) {
            total += day.stepping?.central ?? .zero
            count += 1
        }
        self.init(total: total, daysWithData: count)
    }

    /// The mean in units of so many milliseconds; the sum is divided once, at the very end.
    private func rounded(to unit: Int64) -> Int64? {
        guard daysWithData >= Self.fewestDays else { return nil }
        let divisor = unit * Int64(daysWithData)
        return (total.count + divisor / 2).flooredDivision(by: divisor)
    }
}
