import Model
import Scoring
import Testing

@testable import Summary

@Suite struct DayRowsTests {
    private let terminal = PageStyle(usesColor: false, showsBars: true, width: 80)

    /// Three days: the example, a silent one, and a short one that still runs.
    private var days: [ScoredDay] {
        var short = Example.day
        short = Day(
            date: Example.date.advanced(by: 2),
            zoneName: "Europe/Oslo",
            coverage: .partial,
            steps: Steps(900),
            stepping: Estimate(
                low: Milliseconds(500_000),
                central: Milliseconds(540_000),
                high: Milliseconds(700_000)
            ),
            walks: [Example.eveningWalk]
        )
        return [
            Example.scored(Example.day), Example.silent(),
            Example.scored(short, isRunning: true),
        ]
    }

    @Test func `every day is one line, and no data is not nought`() {
        #expect(
            DaysPage.lines(days, home: Example.home, style: .plain) == [
                "2026-11-21 Sat  1 h 04 min  71 %  2 walks  7 214 steps",
                "2026-11-22 Sun     no data",
                "2026-11-23 Mon       9 min  10 %  1 walk     900 steps  so far",
            ]
        )
    }

    @Test func `a week shows bars on a terminal only`() {
        let page = WeekPage.lines(days, home: Example.home, style: terminal)
        #expect(
            page[0] == "2026-11-21 Sat  ██████████████▎░░░░░   1 h 04 min  71 %  2 walks  "
                + "7 214 steps"
        )
        #expect(page[1] == "2026-11-22 Sun" + String(repeating: " ", count: 28) + "no data")
        let plain = WeekPage.lines(days, home: Example.home, style: .plain)
        #expect(Array(plain[..<3]) == DaysPage.lines(days, home: Example.home, style: .plain))
    }

    @Test func `an ended day of few records and an estimated one say so`() {
        var day = Example.day
        day.coverage = .partial
        day.estimated = .minutes(3)
        #expect(
            DaysPage.lines([Example.scored(day)], home: Example.home, style: .plain) == [
                "2026-11-21 Sat  ≈ 1 h 04 min (52–88)  71 %  2 walks  7 214 steps  partly recorded"
            ]
        )
    }

    @Test func `the plan and the diary stand at the end of the line`() {
        let line = DaysPage.lines([Example.full], home: Example.home, style: .plain)[0]
        #expect(
            line.hasSuffix("  level 3: 20 ✓ 10 ✓ met, day 3 of 3 · pain 2–4, usual 3")
        )
    }

    @Test func `an urgent notice stands first on the pages that end today`() {
        let urgent = [Example.scored(Example.day, advice: [.urgentCare])]
        for page in [
            WeekPage.lines(urgent, home: Example.home, style: .plain),
            MonthPage.lines(urgent, home: Example.home, style: .plain),
        ] {
            #expect(page[0].hasPrefix("Please seek urgent medical assessment"))
        }
    }

    @Test func `without days there is a word, not nothing`() {
        #expect(
            DaysPage.lines([], home: Example.home, style: .plain) == ["No days with data yet."]
        )
        #expect(WeekPage.lines([], home: Example.home, style: .plain) == [""])
    }

    @Test func `weeks of a month are set apart, and both pages end today`() {
        let month = MonthPage.dates(today: Example.date)
        #expect(month.lowerBound.days(to: month.upperBound) == 29)
        let week = WeekPage.dates(today: Example.date)
        #expect(week.lowerBound.days(to: week.upperBound) == 6)
        #expect(week.upperBound == Example.date)
        let page = MonthPage.lines(days, home: Example.home, style: .plain)
        #expect(page[2] == "" && page[3].hasPrefix("2026-11-23 Mon"))
    }
}
