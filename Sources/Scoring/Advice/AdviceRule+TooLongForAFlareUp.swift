import Model

extension AdviceRule {
    /// A walk over ten minutes, or a run, on a flare-up day.
    static let tooLongForAFlareUp = AdviceRule(
        advice: .tooLongForAFlareUp,
        source: "PLAN.md §2.5"
    ) { context in
        context.plan.mode == .flareUp
            && context.day.walks.contains {
                $0.quality != .estimated && FlareUpSpacing.isTooLong($0)
            }
    }
}
