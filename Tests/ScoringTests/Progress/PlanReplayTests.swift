import Model
import TestSupport
import Testing

@testable import Scoring

@Suite struct PlanReplayTests {
    /// A plan at its last level, with so many minutes walked on each day.
    private func last(_ minutes: [Double?]) -> PlanScene {
        var scene = PlanScene.started
        scene.note(0, "00:01", .plan(.level("6")))
        for (index, minutes) in minutes.enumerated() {
            if let minutes { scene.record(index, minutes: [minutes]) }
        }
        return scene
    }

    @Test func `most days are counted among the seven of the average`() {
        let scene = last([30, 30, nil, 10, 30, 30, 30, 30, 30])
        #expect(scene.plans(9).map(\.metDays7) == [1, 2, 2, 2, 3, 4, 5, 5, 5])
    }

    @Test func `for the running day they end with the day before`() {
        let scene = last([30, 30, 30])
        #expect(scene.plans(3, runningAt: "20:00").map(\.metDays7) == [1, 2, 2])
    }

    @Test func `they are there only in mode level at a level that adds up`() {
        var scene = last([30, 30, 30])
        scene.note(1, "08:00", .flareUp(true))
        scene.note(2, "08:00", .plan(.level("5")))
        let plans = scene.plans(3)
        #expect(plans.map(\.metDays7) == [1, nil, nil])
        #expect(plans.map(\.result) == [.met, .partly, .met])
    }

    @Test func `a flare-up day at the last level is not one of them`() {
        var scene = last([30, nil, 30])
        scene.record(1, (0..<3).map { PlanScene.walk(5, 1, "\(8 + $0):00") })
        scene.note(1, "08:00", .flareUp(true))
        #expect(scene.plans(3).map(\.metDays7) == [1, nil, 2])
        #expect(scene.plans(3)[1].result == .met)
    }

    @Test func `data since the start are counted, a restart counts anew`() {
        var scene = PlanScene()
        for index in [0, 2, 3, 5] { scene.record(index, minutes: [10]) }
        scene.note(2, "08:00", .plan(.start))
        scene.note(4, "08:00", .plan(.restart))
        let replay = PlanReplay(
            plan: .builtIn,
            pace: .metDays,
            diary: Diary(scene.diary, home: HomeZones(.utc), until: PlanScene.at(9, "00:00")),
            home: HomeZones(.utc),
            today: PlanScene.date(9)
        )
        let planned = replay.planned(scene.days, in: PlanScene.date(2)...PlanScene.date(5))
        #expect(planned.count == 4)
        #expect((2...5).map { planned[PlanScene.date($0)]?.daysWithData } == [1, 2, 0, 1])
    }

    @Test func `a level resumes on a silent day before the days that are wanted`() {
        var scene = PlanScene.started
        scene.note(0, "00:01", .plan(.level("4")))
        scene.note(0, "00:02", .plan(.usual(3)))
        scene.note(0, "08:00", .pain(6))
        scene.note(1, "09:00", .pain(6))
        scene.note(30, "09:00", .flag(.legWeakness))
        let wanted = PlanScene.date(30)...PlanScene.date(30)
        let scored = Scoreboard(goalMinutes: 90, home: HomeZones(.utc)).scored(
            [],
            diary: scene.diary,
            in: wanted,
            now: PlanScene.at(30, "12:00")
        )
        #expect(scored.map(\.plan.level) == ["4"])
        #expect(scored.map(\.plan.heldUntil) == [nil])
    }

    @Test func `a date that the home never had is not lived`() {
        let home = HomeZones(.named("Pacific/Apia"))
        let start = home.start(of: DayExamples.date("2011-12-29"))
        let scored = Scoreboard(goalMinutes: 90, home: home).scored(
            [],
            diary: [DiaryEntry(time: start, content: .plan(.start))],
            in: DayExamples.date("2011-12-29")...DayExamples.date("2011-12-31"),
            now: start.advanced(by: 9 * 86_400_000)
        )
        #expect(scored.map(\.plan.mode) == [.level, .level])
    }
}
