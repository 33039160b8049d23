import Model
import Scoring
import Testing

@testable import Summary

@Suite struct HabitWordsTests {
    private func text(minutes: Int64, days: Int = 7, goal: Int = 90) -> String {
        let average = AverageWalking(total: .minutes(minutes * Int64(days)), daysWithData: days)
        let scored = Example.scored(Example.day, goal: goal, average: average)
        return HabitWords.lines([scored], .plain).joined(separator: " ")
            .split(separator: " ").joined(separator: " ")
    }

    @Test func `wherever a ratio is shown its caution is shown`() {
        for minutes: Int64 in [80, 110, 130] {
            let text = text(minutes: minutes)
            #expect(text.contains("risk ratio of 0."))
            #expect(text.contains("observational"))
            #expect(text.contains("no chronic back pain at the start"))
            #expect(text.contains("pedometer's minutes are only a stand-in"))
            #expect(text.contains("10.1001/jamanetworkopen.2025.15592"))
        }
    }

    @Test func `the group is the average's, with the paper's numbers`() {
        #expect(
            text(minutes: 110).contains(
                "101 to 124 minutes a day had a risk ratio of 0.77 (95 % CI 0.68–0.87)"
            )
        )
        #expect(text(minutes: 80).contains("78 to 100 minutes a day had a risk ratio of 0.87 for"))
        #expect(text(minutes: 60).contains("compared with"))
        #expect(text(minutes: 200).contains("125 or more"))
    }

    @Test func `with few days of data there is no average, and no ratio`() {
        let text = text(minutes: 100, days: 2)
        #expect(
            text == "Of the seven days up to 2026-11-21, 2 have data; from four on there is an "
                + "average."
        )
        let new = Example.scored(
            Example.day,
            isRunning: true,
            average: AverageWalking(total: .zero, daysWithData: 0)
        )
        #expect(
            HabitWords.lines([new], .plain).joined(separator: " ")
                == "Of the seven days before today, none has data yet; from four on there is an "
                + "average."
        )
        #expect(HabitWords.lines([], .plain).isEmpty)
    }

    @Test func `another goal is the person's own`() {
        #expect(text(minutes: 80).contains("80 min a day, beside the finding's 90, from 7 days"))
        #expect(text(minutes: 80, goal: 60).contains("beside your goal of 60"))
    }
}
