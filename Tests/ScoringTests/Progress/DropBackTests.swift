import Model
import TestSupport
import Testing

@testable import Scoring

/// The week after a long spike (PLAN.md §2.3).
@Suite struct DropBackTests {
    /// At level 4 with a usual of 3; spikes on the first two days make a long one on the second.
    private var dropped: PlanScene {
        var scene = PlanScene.started
        scene.note(0, "00:01", .plan(.level("4")))
        scene.note(0, "00:02", .plan(.usual(3)))
        scene.note(0, "20:00", .pain(6))
        scene.note(1, "21:00", .pain(6))
        return scene
    }

    @Test func `nothing counts in the week, whatever is walked, in neither pace`() {
        for pace in PlanPace.allCases {
            var scene = dropped
            scene.pace = pace
            for index in 0...9 { scene.record(index, minutes: [20, 20]) }
            let plans = scene.plans(11)
            #expect(plans[1...8].allSatisfy { $0.level == "3" && $0.dayOfLevel == 1 })
            #expect(plans[9].level == "4" && plans[9].dayOfLevel == 1)
            #expect(plans[10].dayOfLevel == 2)
        }
    }

    @Test func `the end of the week is no rise`() {
        #expect(!dropped.scored(11).contains { $0.advice.contains(.levelUp) })
    }

    @Test func `a new long spike in the week drops one level more and starts it again`() {
        var scene = dropped
        scene.note(2, "08:00", .pain(3))
        scene.note(3, "08:00", .pain(7))
        scene.note(4, "09:00", .pain(7))
        let plans = scene.plans(13)
        #expect(
            plans.map(\.level) == ["4", "3", "3", "3"] + Array(repeating: "2", count: 8) + ["4"]
        )
        #expect(plans[4].heldUntil == PlanScene.date(11))
    }

    @Test func `the same run is long only once`() {
        var scene = dropped
        for index in 2...5 { scene.note(index, "21:00", .pain(7)) }
        #expect(
            scene.plans(10).map(\.level).dropFirst()
                == ArraySlice(Array(repeating: "3", count: 8) + ["4"])
        )
    }

    @Test func `a flag holds the lower level after the week, a pause does not`() {
        var scene = dropped
        scene.note(5, "08:00", .flag(.legWeakness))
        scene.note(11, "08:00", .plan(.cleared))
        #expect(scene.plans(12)[8...].map(\.level) == ["3", "3", "3", "4"])
        var paused = dropped
        paused.note(5, "08:00", .plan(.pause))
        let plans = paused.plans(10)
        #expect(plans[8...].map(\.level) == ["3", "4"])
        #expect(plans[8...].map(\.mode) == [.paused, .paused])
        #expect(plans[8...].map(\.heldUntil) == [PlanScene.date(8), nil])
    }

    @Test func `the lowest level stays, and its week still counts nothing`() {
        var scene = dropped
        scene.note(0, "00:03", .plan(.level("1")))
        for index in 0...9 { scene.record(index, minutes: [10, 10]) }
        let scored = scene.scored(11)
        #expect(scored.allSatisfy { $0.plan.level == "1" })
        #expect(scored[1...9].allSatisfy { $0.plan.dayOfLevel == 1 })
        #expect(scored[10].plan.dayOfLevel == 2)
        #expect(scored[8].plan.heldUntil == PlanScene.date(8))
        #expect(!scored.contains { $0.advice.contains(.levelDown) })
    }

    @Test func `a short baseline has lower levels to go to`() {
        var scene = dropped
        scene.note(0, "00:03", .plan(.baseline(8)))
        scene.note(0, "00:04", .plan(.level("1")))
        #expect(scene.plans(10).map(\.level) == ["1"] + Array(repeating: "0.1", count: 8) + ["1"])
    }

    @Test(arguments: [PlanWord.level("2"), .restart, .baseline(10)])
    func `a person's own word ends the week`(word: PlanWord) {
        var scene = dropped
        scene.note(4, "08:00", .plan(word))
        let plans = scene.plans(12)
        let level = word == .level("2") ? "2" : "1"
        #expect(plans[4...].allSatisfy { $0.level == level && $0.heldUntil == nil })
    }

    @Test func `a completed level has begun before the drop`() {
        var scene = dropped
        scene.note(0, "00:03", .plan(.level("3")))
        scene.note(-3, "00:00", .plan(.start))
        scene.note(-3, "00:01", .plan(.level("3")))
        for index in -3 ... -1 { scene.record(index, minutes: [20, 10]) }
        scene.diary.removeAll {
            $0.content == .plan(.level("4")) || $0.time == PlanScene.at(0, "00:03")
        }
        #expect(scene.plans(2).map(\.level) == ["4", "3"])
    }

    @Test func `a long spike before the start, or earlier that day, has no effect`() {
        var scene = PlanScene()
        scene.note(0, "00:00", .plan(.usual(3)))
        scene.note(0, "08:00", .pain(6))
        scene.note(1, "09:00", .pain(6))
        scene.note(1, "10:00", .plan(.start))
        scene.note(2, "10:00", .pain(6))
        #expect(scene.plans(3).map(\.heldUntil) == [nil, nil, nil])
        scene.diary.removeAll { $0.content == .plan(.start) }
        scene.note(1, "08:30", .plan(.start))
        #expect(scene.plans(3).map(\.heldUntil) == [nil, PlanScene.date(8), PlanScene.date(8)])
    }

    @Test func `a day of more than a day's hours between spikes is told by instants`() {
        let home = HomeZones(.named("Europe/Oslo"))
        // Clocks go back in the night to 2026-10-25: 20:00 to 20:00 are 25 hours.
        let first = Instant(seconds: 1_792_864_800)
        let entries = [
            DiaryEntry(time: first.advanced(by: -3_600_000), content: .plan(.start)),
            DiaryEntry(time: first.advanced(by: -3_600_000), content: .plan(.usual(3))),
            DiaryEntry(time: first, content: .pain(6)),
            DiaryEntry(time: first.advanced(by: 25 * 3_600_000), content: .pain(6)),
        ]
        let day = DayExamples.date("2026-10-25")
        let scored = Scoreboard(goalMinutes: 90, home: home).scored(
            [],
            diary: entries,
            in: day...day,
            now: first.advanced(by: 72 * 3_600_000)
        )
        #expect(home.wallTime(at: first).millisecondOfDay == 20 * 3_600_000)
        #expect(scored.map(\.plan.heldUntil) == [day.advanced(by: 7)])
    }
}
