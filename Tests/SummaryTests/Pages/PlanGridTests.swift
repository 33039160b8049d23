import Model
import Scoring
import Testing

@testable import Summary

@Suite struct PlanGridTests {
    private func day(
        _ shift: Int,
        _ mode: PlanMode,
        _ result: PlanResult?,
        level: String? = "2",
        pain: PainDay = PainDay()
    ) -> ScoredDay {
        Example.scored(
            Day(
                date: Example.date.advanced(by: shift),
                zoneName: "Europe/Oslo",
                coverage: result == .noData ? .none : .recorded
            ),
            plan: PlanDay(mode: mode, level: level, result: result),
            pain: pain
        )
    }

    @Test func `a week is one line, with marks, levels and pain`() {
        let days = [
            day(-6, .level, .met), day(-5, .level, .partly), day(-4, .level, .missed),
            day(-3, .level, .noData, pain: PainDay(lowest: 2, highest: 2, entries: 1)),
            day(-2, .flareUp, .met, pain: PainDay(lowest: 5, highest: 6, entries: 2)),
            day(-1, .paused, .suspended), day(0, .level, .open, level: "3"),
        ]
        let lines = PlanGrid.lines(days, .plain)
        #expect(lines.count == 8)
        #expect(lines[0] == "week from   Sun  Mon  Tue  Wed  Thu  Fri  Sat  levels  pain")
        #expect(lines[1] == "2026-10-11")
        #expect(lines[6] == "2026-11-15  ✓    ◐    ○    ?    ✓f   –    …    2 → 3   2–6")
        #expect(lines[7] == PlanGrid.legend)
    }

    @Test func `a gap is never a missed day, whatever the plan does`() {
        let silent = Day(date: Example.date, zoneName: "Europe/Oslo")
        for mode in [PlanMode.paused, .suspended] {
            let day = Example.scored(silent, plan: PlanDay(mode: mode, result: .suspended))
            #expect(PlanGrid.mark(day) == "?")
        }
        #expect(PlanGrid.mark(Example.scored(silent)).isEmpty)
        #expect(PlanGrid.mark(Example.scored(Example.day)).isEmpty)
    }

    @Test func `every result has a mark that the legend explains`() {
        for result in PlanResult.allCases {
            for mode in [PlanMode.level, .flareUp, .paused] {
                for letter in PlanGrid.mark(day(0, mode, result)) {
                    #expect(PlanGrid.legend.contains("\(letter) "), "\(result)")
                }
            }
        }
    }

    @Test func `days without an end of six weeks behind them leave empty places`() {
        let lines = PlanGrid.lines([day(0, .level, .met)], .plain)
        #expect(lines[6].hasSuffix("✓    2"))
        #expect(PlanGrid.lines([], .plain).isEmpty)
    }
}
