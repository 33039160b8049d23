import Scoring
import Testing

@testable import Summary

@Suite struct UrgentNoticeTests {
    private func scored(_ flags: [String], advice: [Advice]) -> ScoredDay {
        var plan = Example.plan
        plan.flags = flags
        return Example.scored(Example.day, plan: plan, advice: advice)
    }

    @Test func `the notice names what was reported and how to take it back`() {
        #expect(
            UrgentNotice.line(for: scored(["bladder-or-bowel", "fever"], advice: [.urgentCare]))
                == "Please seek urgent medical assessment (you reported: bladder or bowel, fever). "
                + "The plan asks for nothing until you enter `amble plan cleared`."
        )
    }

    @Test func `only urgent flags are named, and a pause needs its own word`() {
        var plan = Example.plan
        plan.flags = ["leg-weakness", "fever"]
        plan.isPaused = true
        let scored = Example.scored(Example.day, plan: plan, advice: [.urgentCare])
        #expect(
            UrgentNotice.line(for: scored)
                == "Please seek urgent medical assessment (you reported: fever). The plan asks for "
                + "nothing until you enter `amble plan cleared` and `amble plan resume`."
        )
    }

    @Test func `without an urgent flag there is no notice`() {
        #expect(UrgentNotice.line(for: nil) == nil)
        #expect(
            UrgentNotice.line(for: scored(["leg-weakness"], advice: [.talkToProfessional])) == nil
        )
    }

    @Test func `a notice without known flags stands by itself`() {
        #expect(
            UrgentNotice.short(for: scored([], advice: [.urgentCare]))
                == "Please seek urgent medical assessment"
        )
    }
}
