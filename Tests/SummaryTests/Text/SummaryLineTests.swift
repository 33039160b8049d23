import Model
import Scoring
import Testing

@testable import Summary

@Suite struct SummaryLineTests {
    private func text(_ scored: ScoredDay, revision: Int = 1) -> String {
        SummaryLine.text(for: scored, home: Example.home, revision: revision)
    }

    @Test func `the lines of the contract come out to the byte`() {
        #expect(
            text(Example.full)
                == "2026-11-21 Sat  64 min of 90 (71 %) · 2 walks, longest 21 min · 7 214 steps"
                + " · level 3: 20 ✓ 10 ✓ met, day 3 of 3 · pain 2–4, usual 3"
        )
        #expect(text(Example.silent()) == "2026-11-22 Sun  no data since Sat 22:10 (watch)")
        #expect(text(Example.full, revision: 2).hasSuffix(", usual 3 · revised (2)"))
    }

    @Test func `without plan and diary nothing is said of them`() {
        #expect(
            text(Example.scored(Example.day))
                == "2026-11-21 Sat  64 min of 90 (71 %) · 2 walks, longest 21 min · 7 214 steps"
        )
    }

    @Test func `a day that rests on coarse records shows its range`() {
        var day = Example.day
        day.estimated = .minutes(12)
        day.walks = []
        day.steps = nil
        #expect(
            text(Example.scored(day))
                == "2026-11-21 Sat  ≈ 64 min (52–88) of 90 (71 %) · no walks"
        )
    }

    @Test func `one walk is one walk`() {
        var day = Example.day
        day.walks = [Example.eveningWalk]
        #expect(text(Example.scored(day)).contains(" · 1 walk, longest 11 min · "))
    }

    @Test func `last data of more than six days ago bear their date`() {
        #expect(
            text(Example.silent(8)) == "2026-11-29 Sun  no data since 2026-11-21 22:10 (watch)"
        )
    }

    @Test func `an urgent notice stands first in the line`() {
        var plan = Example.plan
        plan.mode = .suspended
        plan.flags = ["groin-numbness"]
        let line = text(Example.scored(Example.day, plan: plan, advice: [.urgentCare]))
        #expect(
            line.hasPrefix(
                "Please seek urgent medical assessment (you reported: groin numbness) · "
                    + "2026-11-21 Sat  64 min"
            )
        )
        #expect(line.hasSuffix(" · plan suspended"))
    }

    @Test func `another person is named, and no name can break the line`() {
        let line = SummaryLine.text(for: Example.full, person: "anna\n", home: Example.home)
        #expect(line.hasPrefix("2026-11-21 Sat  anna\\n: 64 min of 90"))
        var silent = Example.silent()
        silent = Example.scored(
            silent.day,
            lastData: LastRecord(time: Example.last.time, source: "w\u{1B}[2J")
        )
        #expect(text(silent).hasSuffix("(w\\u{1b}[2J)"))
    }

    @Test func `every mode of the plan has its words`() {
        let cases: [(plan: PlanDay, words: String?)] = [
            (PlanDay(mode: .none), nil), (PlanDay(mode: .paused, level: "2"), "plan paused"),
            (
                PlanDay(
                    mode: .flareUp,
                    targets: [5, 5, 5].map { PlanTarget(minutes: $0, isMet: $0 == 0) },
                    result: .open
                ),
                "flare-up: 5 ○ 5 ○ 5 ○ still open"
            ),
            (
                PlanDay(
                    mode: .level,
                    level: "5",
                    dayOfLevel: 1,
                    levelDays: 2,
                    targets: [
                        PlanTarget(minutes: 30, isMet: true),
                        PlanTarget(minutes: 10, isOptional: true),
                    ],
                    result: .met
                ),
                "level 5: 30 ✓ (10) met, day 1 of 2"
            ),
            (
                PlanDay(
                    mode: .level,
                    level: "6",
                    dayOfLevel: 20,
                    targets: [PlanTarget(minutes: 30, upTo: 40, isMet: false)],
                    result: .partly
                ),
                "level 6: 30–40 ○ partly, day 20"
            ),
        ]
        for (plan, words) in cases { #expect(PlanWords.text(plan) == words) }
    }

    @Test func `pain is told when it was noted`() {
        #expect(PainWords.text(PainDay(usual: 3)) == nil)
        #expect(PainWords.text(PainDay(lowest: 2, highest: 2, entries: 1)) == "pain 2")
        #expect(PainWords.text(Example.pain) == "pain 2–4, usual 3")
    }

    @Test func `another goal changes no fact of a line, another walk does`() {
        let studied = text(Example.full)
        let own = text(
            Example.scored(
                Example.day,
                goal: 45,
                plan: Example.plan,
                pain: Example.pain
            )
        )
        #expect(studied != own)
        #expect(SummaryLine.facts(in: studied) == SummaryLine.facts(in: own))
        var day = Example.day
        day.walks.removeLast()
        let other = text(Example.scored(day, plan: Example.plan, pain: Example.pain))
        #expect(SummaryLine.facts(in: studied) != SummaryLine.facts(in: other))
    }

    @Test func `a line without data is known as one, whoever it is of`() {
        #expect(SummaryLine.saysNoData(text(Example.silent())))
        #expect(
            SummaryLine.saysNoData(
                SummaryLine.text(for: Example.silent(), person: "anna", home: Example.home)
            )
        )
        let odd = Example.scored(
            Example.silent().day,
            lastData: LastRecord(time: Example.last.time, source: "a: b")
        )
        #expect(
            SummaryLine.saysNoData(
                SummaryLine.text(for: odd, person: "c  d: e", home: Example.home)
            )
        )
        #expect(!SummaryLine.saysNoData(text(Example.full)))
        #expect(!SummaryLine.saysNoData(""))
    }
}
