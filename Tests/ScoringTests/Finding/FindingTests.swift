import Model
import Scoring
import Testing

@Suite struct FindingTests {
    private let monday = DayExamples.date("2026-11-16")

    private func findings(
        _ days: [Day],
        goal: Int = 90,
        today: CivilDay? = nil
    ) -> [Finding] {
        let board = Scoreboard(goalMinutes: goal, home: HomeZones(.utc))
        let last = days[days.count - 1].date
        return board.scored(
            days,
            in: days[0].date...last,
            today: today ?? last.advanced(by: 1)
        ).map(\.finding)
    }

    @Test func `the share of the goal is floored and not capped`() {
        let cases: [(walked: Int64, percent: Int64)] = [
            (0, 0), (53_999, 0), (54_000, 1), (64 * 60_000 + 18_000, 71),
            (5_399_999, 99), (5_400_000, 100), (13_500_000, 250),
        ]
        for (walked, percent) in cases {
            let found = findings([DayExamples.day(monday, walked: walked)])
            #expect(found.map(\.percent) == [percent], "\(walked) ms")
        }
    }

    @Test func `a day without data has no share, a day of recorded rest has nought`() {
        #expect(findings([DayExamples.day(monday, walked: nil)]).map(\.percent) == [nil])
        #expect(findings([DayExamples.day(monday, walked: 0)]).map(\.percent) == [0])
    }

    @Test func `another goal changes the share and not the group`() {
        let days = DayExamples.days(from: monday, minutes: [80, 80, 80, 80])
        let own = findings(days, goal: 40)
        let studied = findings(days, goal: 90)
        #expect(own.last?.percent == 200)
        #expect(studied.last?.percent == 88)
        #expect(own.map(\.group) == studied.map(\.group))
        #expect(own.last?.group == .from78to100)
        #expect(own.last?.isStudiedGoal == false)
        #expect(studied.last?.isStudiedGoal == true)
    }

    @Test func `the group follows the average rounded half up to whole minutes`() {
        // Four days whose mean is 77.5 min, then 77.4999 min.
        let half = findings(
            [0, 1, 2, 3].map {
                DayExamples.day(monday.advanced(by: $0), walked: 4_650_000)
            }
        )
        #expect(half.last?.group == .from78to100)
        let below = findings(
            [0, 1, 2, 3].map {
                DayExamples.day(monday.advanced(by: $0), walked: 4_649_999)
            }
        )
        #expect(below.last?.group == .under78)
    }

    @Test func `a partial day counts like any other`() {
        var days = DayExamples.days(from: monday, minutes: [80, 80, 80, 80])
        days[2].coverage = .partial
        #expect(findings(days).last?.average.daysWithData == 4)
    }
}
