import Model

extension AdviceRule {
    /// No strength and flexibility minutes on this day and the two before it, but some earlier.
    ///
    /// As with data, a running day is not yet one of the three.
    static let moves = AdviceRule(advice: .moves, source: "PLAN.md §2.5") { context in
        guard let last = context.diary.moves.last(through: context.day.date) else {
            return false
        }
        return last.date.days(to: context.day.date) >= (context.isRunning ? 4 : 3)
    }
}
