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
