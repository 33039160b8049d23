import Model
import Scoring
import TestSupport
import Testing

@Suite struct ScoreboardTests {
    private let board = Scoreboard(goalMinutes: 90, home: HomeZones(.utc))
    private let monday = DayExamples.date("2026-11-16")

    @Test func `every civil day of the range has an entry, days without data too`() {
        let days = DayExamples.days(from: monday, minutes: [30, nil, 40])
        let scored = board.scored(
            days,
            in: monday...monday.advanced(by: 4),
            today: monday.advanced(by: 30)
        )
        #expect(scored.map(\.day.date) == (0...4).map { monday.advanced(by: $0) })
        #expect(scored.map(\.day.hasData) == [true, false, true, false, false])
    }

    @Test func `days after today are left out`() {
        let scored = board.scored(
            [],
            in: monday...monday.advanced(by: 9),
            today: monday.advanced(by: 2)
        )
        #expect(scored.map(\.isRunning) == [false, false, true])
        #expect(board.scored([], in: monday...monday, today: monday.advanced(by: -1)).isEmpty)
    }

    @Test func `a date that the zone skips has no entry`() {
        let apia = Scoreboard(goalMinutes: 90, home: HomeZones(.named("Pacific/Apia")))
        let range = DayExamples.date("2011-12-29")...DayExamples.date("2012-01-01")
        let scored = apia.scored([], in: range, today: DayExamples.date("2012-02-01"))
        #expect(
            scored.map(\.day.date.description) == ["2011-12-29", "2011-12-31", "2012-01-01"]
        )
        #expect(Set(scored.map(\.day.zoneName)) == ["Pacific/Apia"])
    }

    @Test func `a day without data says when the last record before it ended`() {
        let days = DayExamples.days(from: monday, minutes: [30, nil, nil])
        let scored = board.scored(
            days,
            in: monday...monday.advanced(by: 2),
            today: monday.advanced(by: 30)
        )
        #expect(scored.map(\.lastData) == [nil, days[0].lastRecord, days[0].lastRecord])
    }

    @Test func `the last record may lie before all days that are given`() {
        let long = LastRecord(time: Instant(seconds: 1000), source: "old watch")
        let scored = board.scored([], in: monday...monday, today: monday, earlier: long)
        #expect(scored.map(\.lastData) == [long])
        let days = DayExamples.days(from: monday.advanced(by: -40), minutes: [5, nil])
        let later = board.scored(days, in: monday...monday, today: monday, earlier: long)
        #expect(later.map(\.lastData) == [days[0].lastRecord])
    }

    @Test func `without any record there is no last data`() {
        let scored = board.scored([], in: monday...monday, today: monday)
        #expect(scored.map(\.lastData) == [nil])
        #expect(scored.map(\.advice) == [[]])
    }

    @Test func `the order in which days are given says nothing`() {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<40 {
            let minutes = (0..<30).map { _ in
                Bool.random(using: &random) ? Int64.random(in: 0...200, using: &random) : nil
            }
            let days = DayExamples.days(from: monday.advanced(by: -14), minutes: minutes)
            let range = monday...monday.advanced(by: 15)
            let once = board.scored(days, in: range, today: monday.advanced(by: 15))
            let again = board.scored(
                days.shuffled(using: &random),
                in: range,
                today: monday.advanced(by: 15)
            )
            #expect(once == again)
        }
    }

    @Test func `a narrow range says of each day what a wide one says`() {
        var random = SeededGenerator(seed: 5)
        let minutes = (0..<60).map { _ in
            Int.random(in: 0...2, using: &random) > 0
                ? Int64.random(in: 0...200, using: &random) : nil
        }
        let first = monday.advanced(by: -30)
        let days = DayExamples.days(from: first, minutes: minutes)
        let today = first.advanced(by: 59)
        let wide = board.scored(days, in: first...today, today: today)
        for entry in wide {
            let date = entry.day.date
            let near = days.filter { $0.date >= date.advanced(by: -Scoreboard.lookBackDays) }
            let before = days.last {
                $0.date < date.advanced(by: -Scoreboard.lookBackDays) && $0.hasData
            }
            let narrow = board.scored(
                near,
                in: date...date,
                today: today,
                earlier: before?.lastRecord
            )
            #expect(narrow == [entry])
        }
    }

    @Test func `the goal is held between 1 and 600 minutes`() {
        #expect(Scoreboard(goalMinutes: 0, home: HomeZones(.utc)).goalMinutes == 1)
        #expect(Scoreboard(goalMinutes: 90, home: HomeZones(.utc)).goalMinutes == 90)
        #expect(Scoreboard(goalMinutes: 9999, home: HomeZones(.utc)).goalMinutes == 600)
    }

    @Test func `the plan has not been started, and the diary is empty`() {
        let scored = board.scored([], in: monday...monday, today: monday)
        #expect(scored.map(\.plan) == [PlanDay(mode: .none)])
        #expect(scored.map(\.pain.entries) == [0])
    }
}
