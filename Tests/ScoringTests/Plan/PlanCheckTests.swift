import Testing

@testable import Scoring

@Suite struct PlanCheckTests {
    private let last = PlanLevel(days: nil, walks: [30])

    private func problem(_ levels: [PlanLevel], flareUp: [AskedWalk]? = nil) -> PlanProblem? {
        do {
            _ = try WalkingPlan(levels: levels, flareUp: flareUp)
            return nil
        } catch {
            return error
        }
    }

    @Test func `a plan has levels, and a level has walks`() {
        #expect(problem([]) == PlanProblem(place: .plan, key: .level, reason: .noLevels))
        #expect(
            problem([PlanLevel(days: nil, walks: [])])
                == PlanProblem(place: .level(0), key: .walks, reason: .noWalks)
        )
        #expect(
            problem([last], flareUp: [])
                == PlanProblem(place: .flareUp, key: .walks, reason: .noWalks)
        )
    }

    @Test(arguments: [0, -1, 241, .max, .min])
    func `a walk of impossible minutes is refused with its place`(minutes: Int) {
        let wrong = PlanProblem.Reason.minutesOutOfRange(minutes)
        #expect(
            problem([PlanLevel(days: 3, walks: [10, AskedWalk(minutes)]), last])
                == PlanProblem(place: .level(0), key: .walks, item: 1, reason: wrong)
        )
        #expect(
            problem([PlanLevel(days: nil, walks: [10], optional: AskedWalk(minutes))])
                == PlanProblem(place: .level(0), key: .optional, reason: wrong)
        )
        #expect(
            problem([last], flareUp: [5, AskedWalk(5, upTo: minutes)])
                == PlanProblem(place: .flareUp, key: .walks, item: 1, reason: wrong)
        )
    }

    @Test func `the ends of what is possible are possible`() {
        let level = PlanLevel(
            days: 1,
            walks: [1, 240, AskedWalk(1, upTo: 240), AskedWalk(9, upTo: 9)]
        )
        #expect(problem([level, last]) == nil)
    }

    @Test func `a range upside down is refused`() {
        let walk = AskedWalk(15, upTo: 12)
        #expect(
            problem([PlanLevel(days: nil, walks: [walk])])
                == PlanProblem(
                    place: .level(0),
                    key: .walks,
                    item: 0,
                    reason: .upsideDown(walk)
                )
        )
    }

    @Test func `a flare-up walk that nobody can meet is refused`() {
        #expect(problem([last], flareUp: [5, 11, AskedWalk(5, upTo: 30)]) == nil)
        #expect(
            problem([last], flareUp: [5, 12])
                == PlanProblem(
                    place: .flareUp,
                    key: .walks,
                    item: 1,
                    reason: .tooLongForAFlareUp(12)
                )
        )
    }

    @Test func `every level but the last has days`() {
        #expect(
            problem([PlanLevel(days: nil, walks: [10]), last])
                == PlanProblem(place: .level(0), key: .days, reason: .daysMissing)
        )
        #expect(
            problem([last, PlanLevel(days: 3, walks: [10])])?.reason == .daysMissing
        )
        #expect(
            problem([PlanLevel(days: 3, walks: [10])])
                == PlanProblem(place: .level(0), key: .days, reason: .daysOfLastLevel)
        )
        #expect(
            problem([PlanLevel(days: 2, walks: [10]), PlanLevel(days: 0, walks: [10]), last])
                == PlanProblem(place: .level(1), key: .days, reason: .daysTooFew(0))
        )
    }

    @Test func `optional and together need one walk and exclude each other`() {
        let both = PlanLevel(days: nil, walks: [30], optional: 10, isTogether: true)
        #expect(problem([both])?.reason == .optionalAndTogether)
        let optional = PlanLevel(days: nil, walks: [30, 30], optional: 10)
        #expect(
            problem([optional])
                == PlanProblem(place: .level(0), key: .optional, reason: .needsOneWalk)
        )
        let together = PlanLevel(days: nil, walks: [30, 30], isTogether: true)
        #expect(
            problem([together])
                == PlanProblem(place: .level(0), key: .together, reason: .needsOneWalk)
        )
    }

    @Test func `every problem is found, in the order of the levels`() {
        let levels = [
            PlanLevel(days: nil, walks: [0, 10, AskedWalk(9, upTo: 8)], optional: 300),
            PlanLevel(days: 3, walks: []),
        ]
        let found = WalkingPlan.problems(of: levels, flareUp: [5, 500])
        #expect(
            found.map(\.reason) == [
                .daysMissing, .minutesOutOfRange(0), .upsideDown(AskedWalk(9, upTo: 8)),
                .minutesOutOfRange(300), .needsOneWalk, .daysOfLastLevel, .noWalks,
                .minutesOutOfRange(500),
            ]
        )
        #expect(found.map(\.item) == [nil, 0, 2, nil, nil, nil, nil, 1])
        #expect(WalkingPlan.problems(of: [last]).isEmpty)
    }
}
