import Testing

@testable import Scoring

@Suite struct PlanProblemTests {
    private static let cases: [(PlanProblem.Reason, String)] = [
        (.noLevels, "has no level"), (.noWalks, "asks for no walk"),
        (.minutesOutOfRange(0), "a walk of 0 minutes"),
        (.tooLongForAFlareUp(12), "nobody can meet it"),
        (.upsideDown(AskedWalk(15, upTo: 12)), "\"15-12\""),
        (.daysMissing, "no \"days\""), (.daysTooFew(-2), "lasts -2 days"),
        (.daysOfLastLevel, "is the last one"), (.needsOneWalk, "exactly one entry"),
        (.optionalAndTogether, "both \"optional\" and \"together\""),
    ]

    @Test func `every problem says where and what, fit to stand behind a file and a line`() {
        for (reason, words) in Self.cases {
            let problem = PlanProblem(place: .level(1), key: .walks, item: 0, reason: reason)
            #expect(problem.description.hasPrefix("level 2 "))
            #expect(problem.description.contains(words), "\(problem)")
            #expect(problem.description.hasSuffix(".") == false)
        }
    }

    @Test func `the plan and the flare-up day are named`() {
        let plan = PlanProblem(place: .plan, key: .level, reason: .noLevels)
        #expect(plan.description.hasPrefix("the walking plan has"))
        let flareUp = PlanProblem(place: .flareUp, key: .walks, reason: .noWalks)
        #expect(flareUp.description.hasPrefix("the flare-up day asks"))
    }

    @Test func `keys are those of a plan file`() {
        #expect(
            PlanProblem.Key.allCases.map(\.rawValue)
                == ["level", "days", "walks", "optional", "together"]
        )
    }
}
