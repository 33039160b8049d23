import Model
import Scoring
import Testing

@testable import Summary

@Suite struct PlanPageTests {
    private func lines(_ days: [ScoredDay], width: Int = 100) -> [String] {
        PlanPage.lines(
            days,
            plan: .builtIn,
            style: PageStyle(usesColor: false, showsBars: false, width: width)
        )
    }

    private func day(_ plan: PlanDay, advice: [Advice] = []) -> ScoredDay {
        Example.scored(
            Example.day,
            plan: plan,
            pain: Example.pain,
            advice: advice,
            isRunning: true
        )
    }

    @Test func `the page covers six weeks that end today`() {
        let dates = PlanPage.dates(today: Example.date)
        #expect(dates.upperBound == Example.date)
        #expect(dates.lowerBound.days(to: dates.upperBound) == 41)
        #expect(lines([]).isEmpty)
    }

    @Test func `the level, what it asks, what is left and what moves it on stand first`() {
        var plan = EntryReplyTests.level
        plan.note = "One longer walk, and a shorter one to top it up."
        #expect(
            lines([day(plan)]).prefix(7) == [
                "Level 3, day 1 of 3",
                "  today: 20 min ✓, 10 min ○",
                "  pain 2–4, usual 3",
                "  Left for today: 10 min, in one piece.",
                "  One longer walk, and a shorter one to top it up.",
                "  3 more days with all walks done, and the next level begins; today may be one of "
                    + "them.",
                "",
            ]
        )
    }

    @Test func `a pause names its way on once`() {
        let page = lines([day(PlanDay(mode: .paused, level: "3"))]).joined(separator: "\n")
        #expect(page.hasPrefix("The plan is paused at level 3"))
        #expect(page.split(separator: "amble plan resume").count == 2)
    }

    @Test func `all levels are listed, the present one marked`() {
        let page = lines([day(EntryReplyTests.level)])
        #expect(page.contains("→ level 3  20 and 10 min                    3 days"))
        #expect(page.contains("  level 2  12–15 and 12–15 min              3 days"))
        #expect(page.contains("  level 5  30 min, and 10 more if you like  2 days"))
        #expect(page.contains("  level 6  30–40 min in all                 on most days"))
    }

    @Test func `a short baseline shows its levels below the first`() {
        var plan = EntryReplyTests.level
        plan.level = "0.2"
        plan.baseline = 6
        let page = lines([day(plan)])
        #expect(page[0] == "Level 0.2, day 1 of 3")
        #expect(page.contains { $0.hasPrefix("→ level 0.2  8 and 8 min") })
    }

    @Test func `a plan that is not started says how to begin`() {
        let page = lines([Example.full].map { _ in day(PlanDay(mode: .none)) })
        #expect(page.first == "The walking plan is not started.")
        #expect(page.joined(separator: " ").contains("amble plan start"))
    }

    @Test func `every mode has its title, and flags are named`() {
        var plan = EntryReplyTests.level
        plan.mode = .paused
        plan.targets = []
        #expect(lines([day(plan)])[0] == "The plan is paused at level 3, day 1 of 3")
        plan.mode = .flareUp
        #expect(lines([day(plan)])[0] == "Flare-up day; the plan stands at level 3, day 1 of 3")
        plan.mode = .suspended
        plan.flags = ["night-pain"]
        let page = lines([day(plan, advice: [.urgentCare])])
        #expect(page[0].hasPrefix("Please seek urgent medical assessment"))
        #expect(page[2] == "The plan is suspended at level 3, day 1 of 3")
        #expect(page.contains("  reported: night pain"))
    }
}
