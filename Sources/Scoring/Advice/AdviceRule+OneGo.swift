extension AdviceRule {
    /// All the minutes that were asked for, in fewer walks than asked for.
    static let oneGo = AdviceRule(advice: .oneGo, source: "PLAN.md §2.5") { context in
        guard context.plan.mode == .level, let outcome = context.plan.outcome, !outcome.isMet
        else { return false }
        return outcome.walks.count < outcome.asked.walks.count
            && outcome.walkedTime >= outcome.askedTime
    }
}
