import Model

extension AdviceRule {
    /// The afternoon has come, the tracker is worn, and there was no walk yet, nor a run.
    static let splitIt = AdviceRule(advice: .splitIt, source: "PLAN.md §2.5") { context in
        guard let clock = context.clock, clock.millisecondOfDay >= 15 * 3_600_000,
            context.result == .open, context.day.hasData
        else { return false }
        return context.plan.outcome != nil && context.day.walks.isEmpty
    }
}
