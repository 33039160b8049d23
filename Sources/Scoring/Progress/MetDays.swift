import Model

/// The days met at a level that adds walks up: "on most days" (PLAN.md §2.1).
struct MetDays: Hashable, Sendable {
    private struct MetDay: Hashable, Sendable {
        let date: CivilDay
        let level: String
    }

    /// Those of the seven days that end with the last one, and of the day before them.
    private var days: [MetDay] = []

    /// Takes the next day that was met.
    mutating func take(_ date: CivilDay, level: String) {
        days.append(MetDay(date: date, level: level))
        days.removeAll { $0.date < date.advanced(by: -AverageWalking.span) }
    }

    /// How many of the seven days of the average that ends with a day were met at a level.
    func count(level: String, through last: CivilDay) -> Int {
        let first = last.advanced(by: 1 - AverageWalking.span)
        return days.count { $0.level == level && (first...last).contains($0.date) }
    }
}
