import Model
import Scoring
import Testing

@testable import Summary

@Suite struct LeftToWalkTests {
    private func text(
        _ mode: PlanMode = .level,
        _ targets: [PlanTarget] = [],
        result: PlanResult = .open,
        advice: [Advice] = [],
        isRunning: Bool = true,
        change: (inout PlanDay) -> Void = { _ in }
    ) -> String? {
        var plan = PlanDay(mode: mode, level: "3", targets: targets, result: result)
        change(&plan)
        var day = Example.day
        day.walks = [Example.morningWalk]
        return LeftToWalk.text(
            Example.scored(day, plan: plan, advice: advice, isRunning: isRunning)
        )
    }

    private func loops(_ marks: Bool...) -> [PlanTarget] {
        marks.map { PlanTarget(minutes: 5, isMet: $0) }
    }

    @Test func `open targets are named with their lengths`() {
        #expect(
            text(.level, [PlanTarget(minutes: 20, isMet: true), PlanTarget(minutes: 10)])
                == "Left for today: 10 min, in one piece."
        )
        let both = [PlanTarget(minutes: 12, upTo: 15), PlanTarget(minutes: 12, upTo: 15)]
        #expect(
            text(.level, both)
                == "Left for today: 12–15 min and 12–15 min, each in one piece, with a rest between "
                + "them."
        )
    }

    @Test func `an extra stroll is offered, never asked`() {
        let targets = [
            PlanTarget(minutes: 30, isMet: true), PlanTarget(minutes: 10, isOptional: true),
        ]
        #expect(
            text(.level, targets, result: .met)
                == "All that the plan asks today is walked. An extra stroll of 10 min is up to you, "
                + "once pain is back to usual within an hour; note it before with `amble pain N`."
        )
    }

    @Test func `walks that add up may come in any pieces`() {
        let text = text(.level, [PlanTarget(minutes: 30, upTo: 40, isMet: false)]) { plan in
            plan.metDays7 = 2
            plan.time = .minutes(18)
        }
        #expect(text == "Left for today: 12 min, in as many pieces as you like.")
    }

    @Test func `a flare-up day counts its short walks and reads as a success`() {
        #expect(
            text(.flareUp, loops(true, true, false))
                == "2 of 3 short walks so far. Half an hour of rest between them, none longer than "
                + "ten minutes."
        )
        #expect(
            text(.flareUp, loops(true, true, true))
                == "All 3 loops are there. With half an hour of rest before it, one more short loop "
                + "makes the day."
        )
        #expect(text(.flareUp, loops(true, true, true), result: .met) == nil)
        #expect(
            text(.flareUp, loops(true, true, true), advice: [.tooLongForAFlareUp])
                == "The rest of the day may be an easy one."
        )
    }

    @Test func `a stroll that was walked is not offered again`() {
        let plan = PlanDay(
            mode: .level,
            targets: [
                PlanTarget(minutes: 20, isMet: true), PlanTarget(minutes: 10, isOptional: true),
            ],
            result: .met
        )
        let strolled = Example.scored(Example.day, plan: plan, isRunning: true)
        #expect(LeftToWalk.text(strolled) == "All that the plan asks today is walked.")
        var day = Example.day
        day.walks = [Example.morningWalk]
        let offered = Example.scored(day, plan: plan, isRunning: true)
        #expect(LeftToWalk.text(offered)?.contains("An extra stroll of 10 min") == true)
    }

    @Test func `what a flare-up day asks is named as the plan has it`() {
        let plan = PlanDay(mode: .flareUp, targets: loops(false, false, false))
        #expect(
            LeftToWalk.flareUpWalks(plan)
                == "three short walks of five minutes, half an hour apart"
        )
        let own = PlanDay(
            mode: .flareUp,
            targets: [PlanTarget(minutes: 4), PlanTarget(minutes: 12)]
        )
        #expect(
            LeftToWalk.flareUpWalks(own)
                == "two short walks of four and 12 minutes, half an hour apart"
        )
        let one = PlanDay(mode: .flareUp, targets: [PlanTarget(minutes: 6)])
        #expect(LeftToWalk.flareUpWalks(one) == "one short walk of six minutes")
    }

    @Test func `a plan that asks for nothing says so, one that is not started says nothing`() {
        #expect(text(.suspended) == "The plan is suspended and asks for nothing.")
        #expect(
            text(.paused) == "The plan is paused and asks for nothing; `amble plan resume` goes on."
        )
        #expect(text(.none) == nil)
        #expect(text(.level, [PlanTarget(minutes: 10)], isRunning: false) == nil)
    }
}
