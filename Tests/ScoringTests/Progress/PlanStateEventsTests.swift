import Model
import Testing

@testable import Scoring

/// What each word of a diary does to the plan (PLAN.md §2.2–2.4), told by the door.
@Suite struct PlanStateEventsTests {
    /// Starts early on the first day and says one word on the second.
    private func said(_ words: PlanWord..., before: [PlanWord] = []) -> PlanScene {
        var scene = PlanScene()
        for word in before { scene.note(-3, "06:00", .plan(word)) }
        scene.note(0, "00:00", .plan(.start))
        for (place, word) in words.enumerated() { scene.note(1, "0\(place + 1):00", .plan(word)) }
        return scene
    }

    @Test func `nothing is asked before the start`() {
        var scene = PlanScene()
        scene.note(1, "18:00", .plan(.start))
        let plans = scene.plans(2)
        #expect(plans[0] == PlanDay(mode: .none))
        #expect(plans[1].mode == .level && plans[1].level == "1" && plans[1].dayOfLevel == 1)
        #expect(plans[1].pace == .metDays && plans[1].levelDays == 3)
    }

    @Test func `a start on a started plan changes nothing`() {
        var scene = said(.level("3"))
        scene.note(2, "08:00", .plan(.start))
        #expect(scene.plans(3).map(\.level) == ["1", "3", "3"])
    }

    @Test func `a restart begins anew and ends a pause`() {
        var scene = said(.level("3"), .pause)
        scene.note(3, "08:00", .plan(.restart))
        let plans = scene.plans(4)
        #expect(plans.map(\.mode) == [.level, .paused, .paused, .level])
        #expect(plans.map(\.level) == ["1", "3", "3", "1"])
        var first = PlanScene()
        first.note(0, "08:00", .plan(.restart))
        #expect(first.plans(1)[0].mode == .level)
    }

    @Test func `a restart keeps flags, usual and baseline`() {
        var scene = said(.baseline(6), .usual(3))
        scene.note(1, "08:00", .flag(.legWeakness))
        scene.note(2, "08:00", .plan(.restart))
        let day = scene.scored(3)[2]
        #expect(day.plan.flags == ["leg-weakness"])
        #expect(day.plan.baseline == 6 && day.plan.level == "0.1")
        #expect(day.pain.usual == 3)
    }

    @Test func `level, pause and resume before the start change nothing`() {
        let plans = said(before: [.level("4"), .pause]).plans(1)
        #expect(plans[0].mode == .level && plans[0].level == "1")
        let resumed = said(.pause, before: [.resume]).plans(2)
        #expect(resumed[1].mode == .paused)
    }

    @Test func `usual and baseline before the start are kept for it`() {
        let scored = said(before: [.usual(4), .baseline(9)]).scored(1)
        #expect(scored[0].plan.level == "0.1" && scored[0].plan.baseline == 9)
        #expect(scored[0].plan.targets.map(\.minutes) == [9, 9])
        #expect(scored[0].pain.usual == 4)
    }

    @Test func `a level is set with nothing counted, an unknown one is passed over`() {
        var scene = said(.level("2"))
        scene.record(1, minutes: [12, 12])
        scene.note(2, "08:00", .plan(.level("7")))
        scene.note(2, "09:00", .plan(.level("0.1")))
        scene.note(3, "09:00", .plan(.level("2")))
        #expect(scene.plans(4).map(\.dayOfLevel) == [1, 1, 2, 1])
        #expect(scene.plans(4).map(\.level) == ["1", "2", "2", "2"])
    }

    @Test func `a baseline on a started plan begins its first level`() {
        #expect(said(.level("4"), .baseline(6)).plans(2)[1].level == "0.1")
        let long = said(.level("4"), .baseline(12)).plans(2)[1]
        #expect(long.level == "1" && long.baseline == 12)
        #expect(said(.baseline(6), .level("0.2")).plans(2)[1].targets.map(\.minutes) == [8, 8])
    }

    @Test func `what stands last holds for the whole day, its earlier walks included`() {
        var scene = PlanScene.started
        scene.record(1, minutes: [10, 10])
        scene.note(1, "21:00", .plan(.pause))
        scene.record(2, minutes: [10, 10])
        scene.note(2, "21:00", .plan(.resume))
        let plans = scene.plans(3)
        #expect(plans.map(\.result) == [.noData, .suspended, .met])
        #expect(plans[1].targets.isEmpty && plans[1].time == nil && plans[1].percent == nil)
        #expect(plans[1].level == "1" && plans[1].dayOfLevel == 1)
    }

    @Test func `an urgent flag suspends its day even if targets were met before`() {
        var scene = PlanScene.started
        scene.record(0, minutes: [10, 10])
        scene.note(0, "20:00", .flag(.fever))
        scene.note(2, "09:00", .plan(.cleared))
        let scored = scene.scored(3)
        #expect(scored.map(\.plan.mode) == [.suspended, .suspended, .level])
        #expect(scored.map { $0.advice.first } == [.urgentCare, .urgentCare, nil])
        #expect(scored[2].plan.dayOfLevel == 1 && scored[2].plan.flags.isEmpty)
    }

    @Test func `a flag cleared on its own day leaves no trace`() {
        var scene = PlanScene.started
        scene.record(0, minutes: [10, 10])
        scene.note(0, "09:00", .flag(.trauma))
        scene.note(0, "10:00", .plan(.cleared))
        #expect(scene.plans(2).map(\.mode) == [.level, .level])
        #expect(scene.plans(2)[1].dayOfLevel == 2)
    }

    @Test func `cleared ends no pause, and a flag outlasts a resume`() {
        var scene = said(.pause)
        scene.note(1, "05:00", .flag(.fever))
        scene.note(2, "05:00", .plan(.cleared))
        scene.note(3, "05:00", .flag(.nightPain))
        scene.note(3, "06:00", .plan(.resume))
        #expect(scene.plans(4).map(\.mode) == [.level, .suspended, .paused, .suspended])
    }

    @Test func `flags of the second kind only keep days from counting`() {
        var scene = said()
        for index in 0...3 { scene.record(index, minutes: [10, 10]) }
        scene.note(1, "23:00", .flag(.painBelowKnee))
        scene.note(3, "07:00", .plan(.cleared))
        let scored = scene.scored(4)
        #expect(scored.map(\.plan.mode) == [.level, .level, .level, .level])
        #expect(scored.map(\.plan.dayOfLevel) == [1, 2, 2, 2])
        #expect(scored.map(\.plan.result) == [.met, .met, .met, .met])
        #expect(scored[1].advice.first == .talkToProfessional)
    }

    @Test func `flags are named in the order of their report, each once`() {
        var scene = said()
        for flag in [DiaryFlag.nightPain, .fever, .legWeakness, .fever].enumerated() {
            scene.note(0, "1\(flag.offset):00", .flag(flag.element))
        }
        #expect(scene.plans(1)[0].flags == ["night-pain", "fever", "leg-weakness"])
    }

    @Test func `flags hold before the start, and the mode stays none`() {
        var scene = PlanScene()
        scene.note(0, "08:00", .flag(.fever))
        scene.note(1, "08:00", .plan(.start))
        let scored = scene.scored(2)
        #expect(scored[0].plan == PlanDay(mode: .none, flags: ["fever"]))
        #expect(scored[0].advice == [.urgentCare])
        #expect(scored[1].plan.mode == .suspended)
    }

    @Test func `a level completed the day before begins even under a flag`() {
        var scene = PlanScene.started
        for index in 0...2 { scene.record(index, minutes: [10, 10]) }
        scene.note(3, "08:00", .flag(.fever))
        #expect(scene.plans(4)[3].level == "2")
    }
}
