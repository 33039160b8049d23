extension AdviceRule {
    /// An urgent flag is in force, with a plan or without one.
    static let urgentCare = AdviceRule(advice: .urgentCare, source: "PLAN.md §2.4") { context in
        context.plan.state.isUrgent
    }
}
