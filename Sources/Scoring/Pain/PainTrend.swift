import Model

/// Pain scores added up, so that means are compared as exact fractions.
struct PainSum: Hashable, Sendable {
    /// The sum of the scores.
    let total: Int
    /// How many there are.
    let count: Int

    /// Fewer scores than these make no mean.
    static let fewest = 3

    /// Whether the mean is at least another one and so many points more.
    func isAtLeast(_ other: PainSum, raisedBy points: Int = 0) -> Bool {
        guard count >= Self.fewest, other.count >= Self.fewest else { return false }
        return total * other.count >= (other.total + points * other.count) * count
    }
}

/// Pain now beside pain in the first week of the plan (PLAN.md §2.5, `talk-to-professional`).
struct PainTrend: Hashable, Sendable {
    /// How many civil days the plan has lasted, this one included.
    let planDays: Int
    /// How many of them have data.
    let daysWithData: Int
    /// The scores of plan days 1 to 7.
    let first: PainSum
    /// The scores of the last seven days.
    let last: PainSum

    /// Whether weeks of walking have not eased pain, or it has clearly become worse.
    var asksForProfessional: Bool { hasNotEased || isClearlyWorse }

    private var hasNotEased: Bool {
        planDays >= 21 && 10 * daysWithData >= 6 * planDays && last.isAtLeast(first)
    }

    private var isClearlyWorse: Bool { planDays >= 8 && last.isAtLeast(first, raisedBy: 2) }
}
