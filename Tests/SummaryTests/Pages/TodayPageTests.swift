import Model
import Scoring
import Testing

@testable import Summary

@Suite struct TodayPageTests {
    private func lines(_ scored: ScoredDay, style: PageStyle = .plain) -> [String] {
        TodayPage.lines(scored, home: Example.home, style: style)
    }

    @Test func `the running day is told in one look`() {
        #expect(
            lines(Example.scored(Example.day, isRunning: true)) == [
                "Saturday 2026-11-21", "",
                "  64 min of 90 (71 %)",
                "  2 walks",
                "    07:02–07:23  21 min",
                "    17:40–17:51  11 min",
                "  7 214 steps",
                "  26 min to the 90 minutes, if your back feels like it. Short walks count.",
                "  7-day average: 66 min a day (6 days with data)",
            ]
        )
    }

    @Test func `on a terminal a bar shows the way to the goal`() {
        let page = lines(
            Example.scored(Example.day, isRunning: true),
            style: PageStyle(usesColor: false, showsBars: true, width: 80)
        )
        #expect(
            page[2] == "  64 min of 90  " + String(repeating: "█", count: 25) + "▋"
                + String(repeating: "░", count: 10) + "  71 %"
        )
    }

    @Test func `a goal that is reached asks for nothing more`() {
        var day = Example.day
        day.stepping?.central = .minutes(95)
        #expect(
            lines(Example.scored(day, isRunning: true)).contains(
                "  That makes the 90 minutes; anything more is up to you and your back."
            )
        )
        #expect(
            lines(Example.scored(day, goal: 60, isRunning: true)).contains(
                "  That makes your goal; anything more is up to you and your back."
            )
        )
    }

    @Test func `without data today the last data are named, and nothing is counted`() {
        let page = lines(Example.silent(isRunning: true))
        #expect(
            page == [
                "Sunday 2026-11-22", "",
                "  No data yet today; the last record ended Sat 22:10 (watch).",
                "  No data is not no walking: it comes in when the tracker syncs.",
                "  7-day average: 66 min a day (6 days with data)",
            ]
        )
        let new = Example.scored(
            Day(date: Example.date, zoneName: "UTC"),
            isRunning: true,
            average: AverageWalking(total: .zero, daysWithData: 0)
        )
        #expect(lines(new) == ["Saturday 2026-11-21", "", "  No data yet today."])
    }

    @Test func `estimated figures show their range`() {
        var day = Example.day
        day.estimated = .minutes(20)
        day.walks = [Example.estimatedWalk]
        let page = lines(Example.scored(day))
        #expect(page.contains("  ≈ 64 min (52–88) of 90 (71 %)"))
        #expect(page.contains("    09:00–09:30  ≈ 10 min (7–17)"))
    }

    @Test func `plan, pain and advice have their lines`() {
        let page = lines(Example.full)
        #expect(page.contains("  level 3: 20 ✓ 10 ✓ met, day 3 of 3"))
        #expect(page.contains("  pain 2–4, usual 3"))
        #expect(page.last == "  This day completes the level; the next one begins tomorrow.")
    }

    @Test func `an open day of the plan says what is left and what to know of it`() {
        var plan = EntryReplyTests.level
        plan.note = "One longer walk, and a shorter one to top it up."
        let page = lines(Example.scored(Example.day, plan: plan, isRunning: true))
        #expect(page.contains("  level 3: 20 ✓ 10 ○ still open, day 1 of 3"))
        #expect(page.contains("    Left for today: 10 min, in one piece."))
        #expect(page.contains("    One longer walk, and a shorter one to top it up."))
        plan.result = .met
        let met = lines(Example.scored(Example.day, plan: plan, isRunning: true))
        #expect(met.contains("    All that the plan asks today is walked."))
        #expect(!met.contains("    One longer walk, and a shorter one to top it up."))
    }

    @Test func `a flare-up day with its short walks reads like a success`() {
        var plan = EntryReplyTests.flareUp
        let open = Example.scored(Example.day, plan: plan, advice: [.flareUp], isRunning: true)
        #expect(
            lines(open).last
                == "  A flare-up day: three short walks of five minutes, half an hour apart, are "
                + "plenty."
        )
        plan.targets = [5, 5, 5].map { PlanTarget(minutes: $0, isMet: true) }
        plan.result = .met
        let met = Example.scored(Example.day, plan: plan, advice: [.flareUp], isRunning: true)
        #expect(lines(met).contains("  flare-up: 5 ✓ 5 ✓ 5 ✓ met"))
        #expect(lines(met).last?.hasSuffix("Well done.") == true)
        for day in [open, met] { #expect(!lines(day).joined().contains("to the 90 minutes")) }
    }

    @Test func `under an urgent flag a day asks for nothing`() {
        for mode in [PlanMode.suspended, .none] {
            let day = Example.scored(
                Example.day,
                plan: PlanDay(mode: mode, flags: ["fever"]),
                advice: [.urgentCare],
                isRunning: true
            )
            #expect(!lines(day).joined().contains("to the 90 minutes"))
        }
    }

    @Test func `an urgent notice is the first line`() {
        var plan = Example.plan
        plan.flags = ["fever"]
        let page = lines(Example.scored(Example.day, plan: plan, advice: [.urgentCare]))
        #expect(page[0].hasPrefix("Please seek urgent medical assessment (you reported: fever)."))
    }

    @Test func `the urgent notice takes the place of a word with a professional`() {
        let sentence = "A word with a doctor or physiotherapist"
        let soon = Example.scored(Example.day, advice: [.talkToProfessional])
        #expect(lines(soon).joined().contains(sentence))
        let urgent = Example.scored(Example.day, advice: [.urgentCare, .talkToProfessional])
        #expect(!lines(urgent).joined().contains(sentence))
    }

    @Test func `under any flag the way to the goal is no offer`() {
        var plan = EntryReplyTests.level
        plan.flags = ["leg-weakness"]
        let day = Example.scored(Example.day, plan: plan, isRunning: true)
        #expect(!lines(day).joined().contains("to the 90 minutes"))
    }

    @Test func `a walk that may grow and a run say so`() {
        var day = Example.day
        day.walks[0].kind = .run
        day.walks[1].isOpen = true
        let page = lines(Example.scored(day, isRunning: true))
        #expect(page.contains("    07:02–07:23  21 min, a run"))
        #expect(page.contains("    17:40–17:51  11 min, may still go on"))
    }

    @Test func `a day of which little is known says so once it has ended`() {
        var day = Example.day
        day.coverage = .partial
        let word = "  less than ten hours of the day were recorded"
        #expect(lines(Example.scored(day)).contains(word))
        #expect(!lines(Example.scored(day, isRunning: true)).contains(word))
    }

    @Test func `colours are used only where they are wanted`() {
        let colored = PageStyle(usesColor: true, showsBars: true, width: 80)
        #expect(lines(Example.full, style: colored).joined().contains("\u{1B}[32m"))
        #expect(!lines(Example.full).joined().contains("\u{1B}"))
    }
}
