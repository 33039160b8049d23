import Model

/// A day beside the one-and-a-half-hour finding (PLAN.md §1.1).
package struct Finding: Hashable, Sendable {
    /// The minutes a day to compare with; 90 unless the person set another goal.
    package let goalMinutes: Int
    /// The day's share of the goal in whole per cent, floored, not capped; nothing without data.
    package let percent: Int64?
    /// The mean of the seven days that end with this one.
    package let average: AverageWalking

    /// The goal that the finding speaks of.
    package static let studiedGoalMinutes = 90

    /// Makes a finding.
    package init(goalMinutes: Int, percent: Int64?, average: AverageWalking) {
        self.goalMinutes = goalMinutes
        self.percent = percent
        self.average = average
    }

    /// The group of the study that walked as much as the average; nothing below four days of data.
    package var group: StudyGroup? { average.wholeMinutes.map(StudyGroup.init(averageMinutes:)) }

    /// Whether the goal is the finding's own; with another one, texts say "your goal".
    package var isStudiedGoal: Bool { goalMinutes == Self.studiedGoalMinutes }

    /// Compares a day with the goal, and the days up to it with the study.
    init(of context: DayInContext, goalMinutes: Int) {
        self.goalMinutes = goalMinutes
        // 100 · ms / (goal · 60 000), reduced so that no product can overflow.
        percent = context.day.stepping.map { $0.central.count / (Int64(goalMinutes) * 600) }
        average = AverageWalking(of: context)
    }
}
