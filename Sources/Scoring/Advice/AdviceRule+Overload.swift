import Model

extension AdviceRule {
    /// A walk half as long again as the plan's longest and as any of the two weeks before.
    ///
    /// Runs count, for the back carries them too; an estimate is too coarse to say it.
    static let overload = AdviceRule(advice: .overload, source: "PLAN.md §2.5") { context in
        let level = context.plan.rung.level
        guard context.plan.mode == .level, !level.isTogether,
            let longest = context.day.walks.filter({ $0.quality != .estimated })
                .map(\.active).max()
        else { return false }
        let asked = level.walks.map(\.most).max() ?? .zero
        return longest.isHalfAgain(asked) && longest.isHalfAgain(context.longestLately)
    }
}

extension DayInContext {
    /// The longest walk of the 14 civil days before; no time when there was none.
    fileprivate var longestLately: Milliseconds {
        let first = day.date.advanced(by: -Scoreboard.lookBackDays)
        return before.suffix(Scoreboard.lookBackDays).filter { $0.date >= first }
            .flatMap(\.walks).map(\.active).max() ?? .zero
    }
}

extension Milliseconds {
    /// Whether it is more than one and a half times another length.
    fileprivate func isHalfAgain(_ other: Milliseconds) -> Bool {
        2 * count > 3 * other.count
    }
}
