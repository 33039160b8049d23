extension AdviceRule {
    /// The day's count completes its level; what resumes after a drop-back week is no rise.
    static let levelUp = AdviceRule(advice: .levelUp, source: "PLAN.md §2.2") { context in
        context.plan.completesLevel
    }
}
