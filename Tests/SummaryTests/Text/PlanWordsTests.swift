import Model
import Scoring
import Testing

@testable import Summary

@Suite struct PlanWordsTests {
    @Test func `a day of a level shows its targets, its result and its place`() {
        #expect(PlanWords.text(Example.plan) == "level 3: 20 ✓ 10 ✓ met, day 3 of 3")
        #expect(PlanWords.text(EntryReplyTests.flareUp) == "flare-up: 5 ○ 5 ○ 5 ○ still open")
        #expect(PlanWords.text(PlanDay(mode: .paused)) == "plan paused")
        #expect(PlanWords.text(PlanDay(mode: .suspended)) == "plan suspended")
        #expect(PlanWords.text(PlanDay(mode: .none)) == nil)
    }

    private func words(_ plan: PlanDay, _ walks: [Walk] = []) -> String? {
        var day = Example.day
        day.walks = walks
        return PlanWords.text(Example.scored(day, plan: plan))
    }

    @Test func `a held level and a day that does not count say so`() {
        var plan = Example.plan
        plan.heldUntil = Example.date
        plan.flags = ["leg-weakness"]
        #expect(
            words(plan)
                == "level 3: 20 ✓ 10 ✓ met, day 3 of 3 · does not count (reported: leg weakness) · "
                + "held until 2026-11-21"
        )
        plan.heldUntil = Example.date.advanced(by: -1)
        #expect(words(plan)?.hasSuffix(" · held until a calm day") == true)
    }

    @Test func `a flare-up day in part has its reason`() {
        var plan = EntryReplyTests.flareUp
        plan.result = .partly
        #expect(words(plan) == "flare-up: 5 ○ 5 ○ 5 ○ partly")
        plan.targets = [5, 5, 5].map { PlanTarget(minutes: $0, isMet: true) }
        #expect(words(plan) == "flare-up: 5 ✓ 5 ✓ 5 ✓ partly (too close together)")
        #expect(
            words(plan, [Example.morningWalk])?.hasSuffix("(one longer than ten minutes)") == true
        )
    }

    @Test func `a run is no walk for the plan`() {
        var run = Example.morningWalk
        run.kind = .run
        let plan = PlanDay(mode: .level, level: "1", dayOfLevel: 1, result: .missed)
        #expect(words(plan, [run]) == "level 1: no walk for the plan, day 1")
        #expect(words(plan) == "level 1: no walk, day 1")
    }

    @Test func `every result has words, and none of them shames`() {
        let words = PlanResult.allCases.map { result in
            PlanWords.text(PlanDay(mode: .level, level: "1", result: result)) ?? ""
        }
        #expect(
            words == [
                "level 1: suspended", "level 1: met", "level 1: still open", "level 1: no data",
                "level 1: partly", "level 1: no walk",
            ]
        )
    }

    @Test func `what is asked has its minutes and marks`() {
        #expect(PlanWords.asked(Example.plan) == "20 min ✓, 10 min ✓")
        var plan = PlanDay(
            mode: .level,
            targets: [PlanTarget(minutes: 30, upTo: 40, isMet: false)],
            metDays7: 0
        )
        #expect(PlanWords.asked(plan) == "30–40 min in all ○")
        plan.metDays7 = nil
        plan.targets = [PlanTarget(minutes: 30), PlanTarget(minutes: 10, isOptional: true)]
        #expect(PlanWords.asked(plan) == "30 min, (10 min)")
        #expect(PlanWords.asked(PlanDay(mode: .paused)) == nil)
    }

    @Test func `a level is told by its walks`() {
        let walks = WalkingPlan.builtIn.levels.map(PlanWords.walks)
        #expect(
            walks == [
                "10 and 10 min", "12–15 and 12–15 min", "20 and 10 min", "20 and 20 min",
                "30 min, and 10 more if you like", "30–40 min in all",
            ]
        )
        #expect(PlanWords.walks(WalkingPlan.builtIn.flareUp) == "5 and 5 and 5 min")
    }
}
