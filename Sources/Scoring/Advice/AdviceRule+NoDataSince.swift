import Model

extension AdviceRule {
    /// Nothing was recorded on this day and the two before it, and something was earlier.
    ///
    /// A running day does not count as one of the three: its tracker may not have synced yet.
    static let noDataSince = AdviceRule(advice: .noDataSince, source: "PLAN.md §2.5") { context in
        guard !context.day.hasData, context.lastBefore != nil else { return false }
        let silent = context.isRunning ? 3 : 2
        return context.before.suffix(silent).allSatisfy { !$0.hasData }
    }
}
