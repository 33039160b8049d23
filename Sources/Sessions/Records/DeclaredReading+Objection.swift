import Model

extension DeclaredReading {
    /// Nobody walks for longer than this, in milliseconds: two days.
    ///
    /// A declaration of years would bind all those years together, since a walk is derived whole.
    private static let longest: Int64 = 48 * 3_600_000

    /// Whether a declared walk can be one: by its times, its length and its steps.
    func counts(_ plausibility: Plausibility) -> Bool {
        objection(plausibility) == nil && start.milliseconds(to: end) <= Self.longest
    }

    /// What is implausible about the times or the steps; nothing when they are fine.
    func objection(_ plausibility: Plausibility) -> Implausibility? {
        if end <= start { return .backwards }
        return plausibility.objection(
            to: StepReading(
                start: start,
                end: end,
                steps: max(0, steps ?? 0),
                line: line,
                source: source
            )
        )
    }
}
