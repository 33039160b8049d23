import Model
import Scoring
import Testing

@testable import Summary

@Suite struct AdviceWordsTests {
    private func sentence(_ advice: Advice, _ plan: PlanDay) -> String {
        AdviceWords.sentence(
            advice,
            on: Example.scored(Example.day, plan: plan),
            HomeClock(Example.home)
        )
    }

    @Test func `a flare-up day names what the plan in use asks of it`() {
        #expect(
            sentence(.flareUp, EntryReplyTests.flareUp)
                == "A flare-up day: three short walks of five minutes, half an hour apart, are "
                + "plenty."
        )
        var own = EntryReplyTests.flareUp
        own.targets = [PlanTarget(minutes: 8), PlanTarget(minutes: 8)]
        #expect(sentence(.flareUp, own).contains("two short walks of eight minutes"))
    }

    @Test func `a flare-up day that is met is praised, not pushed`() {
        var met = EntryReplyTests.flareUp
        met.result = .met
        #expect(
            sentence(.flareUp, met)
                == "A flare-up day, met: short walks with rests between them are all that such a "
                + "day asks. Well done."
        )
    }

    @Test func `after a walk that was too long no more are asked for`() {
        let day = Example.scored(
            Example.day,
            plan: EntryReplyTests.flareUp,
            advice: [.flareUp, .tooLongForAFlareUp]
        )
        #expect(
            AdviceWords.sentence(.flareUp, on: day, HomeClock(Example.home))
                == "A flare-up day: an easy rest of the day is plenty."
        )
    }

    @Test func `a step down names its earliest end`() {
        var plan = EntryReplyTests.level
        plan.heldUntil = Example.date
        #expect(
            sentence(.levelDown, plan)
                == "The plan has stepped down until 2026-11-21 at least. Steady is enough."
        )
        plan.heldUntil = Example.date.advanced(by: -1)
        #expect(sentence(.levelDown, plan).contains("stepped down until the first calm day."))
    }

    @Test func `what was reported comes before everything`() {
        #expect(Advice.allCases.first == .urgentCare)
        #expect(
            sentence(.urgentCare, Example.plan) == "Please seek urgent medical assessment."
        )
    }
}
