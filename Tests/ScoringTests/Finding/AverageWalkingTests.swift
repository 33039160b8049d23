import Model
import Scoring
import TestSupport
import Testing

@Suite struct AverageWalkingTests {
    private let monday = DayExamples.date("2026-11-16")

    private func averages(_ minutes: [Int64?], running: Bool = false) -> [AverageWalking] {
        let board = Scoreboard(goalMinutes: 90, home: HomeZones(.utc))
        let last = monday.advanced(by: minutes.count - 1)
        return board.scored(
            DayExamples.days(from: monday, minutes: minutes),
            in: monday...last,
            today: running ? last : last.advanced(by: 1)
        ).map(\.finding.average)
    }

    @Test func `days without data are left out of the mean, not counted as nought`() {
        let average = averages([60, nil, 60, 60, nil, 70]).last
        #expect(average?.daysWithData == 4)
        #expect(average?.tenthsOfMinute == 625)
    }

    @Test func `fewer than four days of data make no average but are counted`() {
        let average = averages([60, 60, 60]).last
        #expect(average?.daysWithData == 3)
        #expect(average?.tenthsOfMinute == nil)
        #expect(average?.wholeMinutes == nil)
    }

    @Test func `the average looks at seven days and no more`() {
        let average = averages([700, 10, 10, 10, 10, 10, 10, 10]).last
        #expect(average?.daysWithData == 7)
        #expect(average?.tenthsOfMinute == 100)
    }

    @Test func `the running day is not counted yet, and the seven end the day before`() {
        let ended = averages([70, 10, 10, 10, 10, 10, 10, 500], running: true).last
        #expect(ended?.daysWithData == 7)
        #expect(ended?.total == .minutes(130))
        let few = averages([60, 60, 60, 60], running: true).last
        #expect(few?.daysWithData == 3)
    }

    @Test func `a mean is rounded once, half up, at the very end`() {
        let cases: [(total: Int64, days: Int, tenths: Int64, whole: Int64)] = [
            (4 * 3_000, 4, 1, 0), (4 * 3_000 - 1, 4, 0, 0), (4 * 30_000, 4, 5, 1),
            (7 * 4_650_000 - 1, 7, 775, 77), (7 * 4_650_000, 7, 775, 78), (0, 7, 0, 0),
        ]
        for (total, days, tenths, whole) in cases {
            let average = AverageWalking(total: Milliseconds(total), daysWithData: days)
            #expect(average.tenthsOfMinute == tenths, "\(total) over \(days)")
            #expect(average.wholeMinutes == whole, "\(total) over \(days)")
        }
    }

    @Test func `a mean lies between the least and the greatest day`() {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<200 {
            let minutes = (0..<7).map { _ in Int64.random(in: 0...300, using: &random) }
            let mean = averages(minutes).last?.wholeMinutes ?? -1
            #expect(mean >= (minutes.min() ?? 0) && mean <= (minutes.max() ?? 0))
        }
    }
}
