import Model

extension AdviceRule {
    /// A hilly track at a level that keeps to level ground; unknown heights say nothing.
    static let hills = AdviceRule(advice: .hills, source: "PLAN.md §2.5") { context in
        context.plan.mode != .none && context.plan.rung.number <= 4
            && context.day.walks.contains { $0.isHilly == true }
    }
}
