import Model

extension AdviceRule {
    /// An extra stroll began before pain was noted to be back to usual.
    static let strollWithoutPainCheck = AdviceRule(
        advice: .strollWithoutPainCheck,
        source: "PLAN.md §2.1"
    ) { context in
        guard context.plan.mode == .level, let outcome = context.plan.outcome, outcome.isMet,
            let offered = outcome.asked.optional, let walk = outcome.matching.walks.first ?? nil
        else { return false }
        return StrollCheck(
            walk: walk,
            offered: offered,
            calmScores: context.diary.pain.calmScores(on: context.day.date)
        ).isMissing(among: outcome.walks)
    }
}
