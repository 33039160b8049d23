/// The levels of a plan by name, those before level 1 that a short baseline adds included.
///
/// With a baseline below the shortest walk of level 1 the plan begins at 0.1: two walks of the
/// baseline's minutes, then two minutes more every two counted days (PLAN.md §2.2).
package struct PlanLadder: Hashable, Sendable {
    /// A level with its name.
    package struct Rung: Hashable, Sendable {
        /// The name, `3` or `0.1`.
        package let name: String
        /// The whole number of the name: 0 below level 1.
        package let number: Int
        /// What its days ask for.
        package let level: PlanLevel
    }

    /// The levels, the gentlest first; never empty.
    package let rungs: [Rung]

    /// The counted days and the additional minutes of a level below level 1.
    private static let daysBelow = 2
    private static let stepBelow = 2

    /// Makes the ladder of a plan for a baseline in minutes.
    package init(_ plan: WalkingPlan, baseline: Int?) {
        rungs =
            Self.below(plan.levels[0], baseline: baseline)
            + plan.levels.enumerated().map { index, level in
                Rung(name: "\(index + 1)", number: index + 1, level: level)
            }
    }

    /// The place of a level by its name; nothing when the ladder has none of that name.
    func place(of name: String) -> Int? { rungs.firstIndex { $0.name == name } }

    private static func below(_ first: PlanLevel, baseline: Int?) -> [Rung] {
        guard let baseline, baseline >= 1, let limit = first.walks.map(\.minutes).min() else {
            return []
        }
        let minutes = stride(from: baseline, to: limit, by: stepBelow)
        return minutes.enumerated().map { index, minutes in
            Rung(
                name: "0.\(index + 1)",
                number: 0,
                level: PlanLevel(
                    days: daysBelow,
                    walks: [AskedWalk(minutes), AskedWalk(minutes)],
                    note: first.note
                )
            )
        }
    }
}
