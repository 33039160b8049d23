/// A walking plan as data: levels in order, and what a flare-up day asks for (PLAN.md §2).
///
/// There is no way to make one that cannot be walked: it has a level, every level asks for
/// something, and only the last one has no end.
package struct WalkingPlan: Hashable, Sendable {
    /// The levels, named 1, 2, … in this order; never empty.
    package let levels: [PlanLevel]
    /// What a flare-up day asks for: short walks with rests between them.
    package let flareUp: PlanLevel

    /// Makes a plan of one's own; without walks of its own for flare-up days, the built-in ones
    /// hold.
    ///
    /// - Throws: the first thing that is impossible, with the place of the level and the key that
    ///   say it.
    package init(levels: [PlanLevel], flareUp: [AskedWalk]? = nil) throws(PlanProblem) {
        if let problem = Self.problems(of: levels, flareUp: flareUp).first { throw problem }
        self.init(
            checked: levels,
            flareUp: PlanLevel(
                days: nil,
                walks: flareUp ?? Self.builtIn.flareUp.walks,
                note: Self.builtIn.flareUp.note
            )
        )
    }

    /// Everything that keeps levels from being a plan, in their order; nothing when they are one.
    package static func problems(
        of levels: [PlanLevel],
        flareUp: [AskedWalk]? = nil
    ) -> [PlanProblem] {
        PlanCheck.problems(of: levels, flareUp: flareUp)
    }

    /// Makes a plan of levels that are known to be possible.
    init(checked levels: [PlanLevel], flareUp: PlanLevel) {
        self.levels = levels
        self.flareUp = flareUp
    }
}
