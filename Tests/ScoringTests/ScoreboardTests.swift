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
        #expect(scored.map(\.pain) == [PainDay()])
    }

    @Test func `days are needed from the first start on, and two weeks before the range`() {
        let range = PlanScene.date(40)...PlanScene.date(50)
        var scene = PlanScene()
        #expect(board.firstDayNeeded(for: range, diary: []) == PlanScene.date(26))
        scene.note(2, "08:00", .pain(3))
        scene.note(30, "08:00", .plan(.start))
        #expect(board.firstDayNeeded(for: range, diary: scene.diary) == PlanScene.date(26))
        scene.note(5, "08:00", .plan(.restart))
        #expect(board.firstDayNeeded(for: range, diary: scene.diary) == PlanScene.date(5))
    }

    @Test func `the running day is the one that holds the moment at home`() {
        let oslo = Scoreboard(goalMinutes: 90, home: HomeZones(.named("Europe/Oslo")))
        let late = PlanScene.at(0, "23:30")
        let scored = oslo.scored([], in: PlanScene.date(0)...PlanScene.date(9), now: late)
        #expect(scored.map(\.isRunning) == [false, true])
    }

    @Test func `late data changes the days it touches and the plan after them`() {
        var scene = PlanScene.started
        for index in 1...3 { scene.record(index, minutes: [10, 10]) }
        let before = scene.plans(5)
        scene.record(0, minutes: [10, 10])
        let after = scene.plans(5)
        #expect(before.map(\.level) == ["1", "1", "1", "1", "2"])
        #expect(after.map(\.level) == ["1", "1", "1", "2", "2"])
    }

    @Test func `a start in a mistyped year is centuries of nothing`() {
        var scene = PlanScene.started
        scene.record(0, minutes: [10, 10])
        let once = scene.plans(3)
        let start = Instant(
            milliseconds: Int64(DayExamples.date("0026-11-16").daysSinceEpoch) * 86_400_000
        )
        scene.diary.append(DiaryEntry(time: start, content: .plan(.start)))
        #expect(scene.plans(3) == once)
    }
}
