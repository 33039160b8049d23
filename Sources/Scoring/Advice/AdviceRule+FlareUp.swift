extension AdviceRule {
    /// The flare-up target is in force.
    static let flareUp = AdviceRule(advice: .flareUp, source: "PLAN.md §2.3") { context in
        context.plan.mode == .flareUp
    }
}
