package import Model

/// A day with everything it is compared with; what every page, log line and JSON line shows.
package struct ScoredDay: Hashable, Sendable {
    /// The figures of the day.
    package let day: Day
    /// The comparison with the finding; its `percent` is absent when the day has no data.
    package let finding: Finding
    /// The comparison with the walking plan.
    package let plan: PlanDay
    /// What the diary says of pain.
    package let pain: PainDay
    /// Advice, the most urgent first; codes are stable (PLAN.md §2.5).
    package let advice: [Advice]
    /// Whether the day is still running.
    package let isRunning: Bool
    /// The last record before this day; only on a day without data, and when there is one.
    package let lastData: LastRecord?

    /// Joins the parts.
    package init(
        day: Day,
        finding: Finding,
        plan: PlanDay = PlanDay(mode: .none),
        pain: PainDay = PainDay(),
        advice: [Advice] = [],
        isRunning: Bool = false,
        lastData: LastRecord? = nil
    ) {
        self.day = day
        self.finding = finding
        self.plan = plan
        self.pain = pain
        self.advice = advice
        self.isRunning = isRunning
        self.lastData = lastData
    }
}

extension Day {
    /// Whether any source recorded anything (PLAN.md §1.2): without data is not without walking.
    package var hasData: Bool { coverage != .none }
}
