import Model
import Scoring
import Testing

@Suite struct AdviceRuleTests {
    private let monday = DayExamples.date("2026-11-16")

    private func advice(
        _ days: [Day],
        through count: Int,
        running: Bool = false,
        earlier: LastRecord? = nil
    ) -> [[Advice]] {
        let board = Scoreboard(goalMinutes: 90, home: HomeZones(.utc))
        let last = monday.advanced(by: count - 1)
        return board.scored(
            days,
            in: monday...last,
            today: running ? last : last.advanced(by: 1),
            earlier: earlier
        ).map(\.advice)
    }

    private func adviceOnWalk(_ walk: Walk) -> [Advice] {
        advice([DayExamples.day(monday, walked: 600_000, walks: [walk])], through: 1)[0]
    }

    @Test func `codes are stable, and urgent care comes first`() {
        #expect(
            Advice.allCases.map(\.rawValue) == [
                "urgent-care", "talk-to-professional", "flare-up", "level-down", "level-up",
                "overload", "one-go", "hills", "too-fast", "stroll-without-pain-check",
                "too-long-for-a-flare-up", "split-it", "no-data-since", "moves",
            ]
        )
    }

    @Test func `a walk of 130 steps a minute is no longer a talking pace`() {
        #expect(adviceOnWalk(DayExamples.walk(doubledCadence: 260)) == [.tooFast])
        #expect(adviceOnWalk(DayExamples.walk(doubledCadence: 259)) == [])
        #expect(adviceOnWalk(DayExamples.walk(doubledCadence: nil)) == [])
    }

    @Test func `runs and estimated walks are never too fast`() {
        #expect(adviceOnWalk(DayExamples.walk(doubledCadence: 320, kind: .run)) == [])
        #expect(adviceOnWalk(DayExamples.walk(doubledCadence: 320, quality: .estimated)) == [])
        #expect(
            adviceOnWalk(DayExamples.walk(doubledCadence: 320, quality: .declared))
                == [.tooFast]
        )
    }

    @Test func `three ended days without data are worth a word, two are not`() {
        let days = DayExamples.days(from: monday, minutes: [30])
        #expect(
            advice(days, through: 5) == [[], [], [], [.noDataSince], [.noDataSince]]
        )
    }

    @Test func `a running day without data is not one of the three`() {
        let days = DayExamples.days(from: monday, minutes: [30])
        #expect(advice(days, through: 4, running: true).last == [])
        #expect(advice(days, through: 5, running: true).last == [.noDataSince])
    }

    @Test func `data on the running day ends the silence`() {
        let days = DayExamples.days(from: monday, minutes: [30, nil, nil, nil, 2])
        #expect(advice(days, through: 5, running: true).last == [])
    }

    @Test func `who never had data is not asked where it is`() {
        #expect(advice([], through: 9) == Array(repeating: [], count: 9))
        let earlier = LastRecord(time: Instant(seconds: 5), source: "watch")
        #expect(advice([], through: 2, earlier: earlier) == [[.noDataSince], [.noDataSince]])
    }
}
