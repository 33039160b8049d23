extension WalkingPlan {
    /// The plan that holds without one of one's own (PLAN.md §2): from two walks of ten minutes to
    /// half an hour on most days, the dose of the WalkBack trial (Pocovi et al., Lancet 2024).
    package static let builtIn = WalkingPlan(
        checked: [
            PlanLevel(
                days: 3,
                walks: [10, 10],
                note: "Flat ground, an easy pace, arms swinging loosely."
            ),
            PlanLevel(
                days: 3,
                walks: [AskedWalk(12, upTo: 15), AskedWalk(12, upTo: 15)],
                note: "A small loop more, as long as pain stays mild and steady."
            ),
            PlanLevel(
                days: 3,
                walks: [20, 10],
                note: "One longer walk, and a shorter one to top it up."
            ),
            PlanLevel(
                days: 3,
                walks: [20, 20],
                note: "Level ground; hills can wait until the back feels settled."
            ),
            PlanLevel(
                days: 2,
                walks: [30],
                optional: 10,
                note: "The extra stroll only if pain is back to usual within an hour."
            ),
            PlanLevel(
                days: nil,
                walks: [AskedWalk(30, upTo: 40)],
                isTogether: true,
                note: "On most days, added up; soft ground and gentle park paths are kind."
            ),
        ],
        flareUp: PlanLevel(
            days: nil,
            walks: [5, 5, 5],
            note: "Short, gentle loops with rests between them; no long loading."
        )
    )
}
