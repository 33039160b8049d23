extension AdviceRule {
    /// The plan stands lower than the level that will resume; at the lowest one there is no lower.
    static let levelDown = AdviceRule(advice: .levelDown, source: "PLAN.md §2.3") { context in
        switch context.plan.mode {
        case .level, .flareUp: context.plan.state.isLowered
        case .suspended, .paused, .none: false
        }
    }
}
