import Model
import Testing

@testable import Scoring

/// The worked examples of PLAN.md §5.
@Suite struct PlanExamplesTests {
    @Test func `one: a walk a minute short of its target satisfies it`() throws {
        var scene = PlanScene.started
        scene.note(0, "00:01", .plan(.level("3")))
        scene.record(0, minutes: [21, 9, 4])
        let day = try #require(scene.plans(1).first)
        #expect(day.level == "3")
        #expect(day.targets.map(\.isMet) == [true, true])
        #expect(day.result == .met)
        #expect(day.time == .minutes(29))
        #expect(day.percent == 96)
    }

    @Test func `two: all minutes in one go are half of the plan`() throws {
        var scene = PlanScene.started
        scene.record(0, minutes: [24])
        let day = try #require(scene.scored(1).first)
        #expect(day.plan.time == .minutes(10))
        #expect(day.plan.percent == 50)
        #expect(day.plan.result == .partly)
        #expect(day.advice == [.overload, .oneGo])
        #expect(day.plan.targets.map(\.isMet) == [true, false])
    }

    @Test(arguments: [(12.0, true), (15.9, true), (16.0, false), (20.0, false)])
    func `two: an earlier walk says what is too much`(earlier: Double, isTooMuch: Bool) {
        var scene = PlanScene()
        scene.record(0, minutes: [earlier])
        scene.note(1, "00:00", .plan(.start))
        scene.record(1, minutes: [24])
        #expect(scene.scored(2)[1].advice.contains(.overload) == isTooMuch)
    }

    private func spiked(tuesday: [(String, Int)]) -> PlanScene {
        var scene = PlanScene.started
        scene.note(0, "00:01", .plan(.level("4")))
        scene.note(0, "00:02", .plan(.usual(3)))
        scene.note(0, "20:00", .pain(6))
        for (clock, score) in tuesday { scene.note(1, clock, .pain(score)) }
        return scene
    }

    @Test func `three: a long spike drops a level for a week`() {
        let scored = spiked(tuesday: [("21:00", 6)]).scored(10)
        let plans = scored.map(\.plan)
        #expect(plans.map(\.level) == ["4"] + Array(repeating: "3", count: 8) + ["4"])
        #expect(plans[0].mode == .flareUp && plans[1].mode == .flareUp)
        #expect(plans[2...].allSatisfy { $0.mode == .level })
        #expect(plans[0].heldUntil == nil)
        #expect(plans[1...8].allSatisfy { $0.heldUntil == PlanScene.date(8) })
        #expect(plans[9].heldUntil == nil)
        #expect(plans[9].dayOfLevel == 1)
        #expect(
            scored.map { $0.advice.contains(.levelDown) }
                == [false] + Array(repeating: true, count: 8) + [false]
        )
    }

    @Test func `three: the level resumes on the first calm day only`() {
        var scene = spiked(tuesday: [("21:00", 6)])
        scene.note(9, "10:00", .flareUp(true))
        scene.note(10, "10:00", .pain(6))
        let plans = scene.plans(12)
        #expect(plans[8...].map(\.level) == ["3", "3", "3", "4"])
        #expect(plans[8...].map(\.mode) == [.level, .flareUp, .flareUp, .level])
        #expect(plans[10].heldUntil == PlanScene.date(8))
    }

    @Test func `four: a calm score between two spikes parts them`() {
        let plans = spiked(tuesday: [("09:00", 4), ("21:00", 6)]).plans(3)
        #expect(plans.map(\.level) == ["4", "4", "4"])
        #expect(plans.map(\.mode) == [.flareUp, .flareUp, .level])
        #expect(plans.map(\.heldUntil) == [nil, nil, nil])
    }

    @Test func `five: three met days complete level 1, whatever lies between`() {
        var scene = PlanScene.started
        for index in [0, 2, 4] { scene.record(index, minutes: [10, 10]) }
        scene.record(3, minutes: [])
        let scored = scene.scored(6)
        #expect(scored.map(\.plan.level) == ["1", "1", "1", "1", "1", "2"])
        #expect(scored.map(\.plan.dayOfLevel) == [1, 2, 2, 3, 3, 1])
        #expect(
            scored.map(\.plan.result) == [.met, .noData, .met, .missed, .met, .noData]
        )
        #expect(scored.map { $0.advice.contains(.levelUp) }.firstIndex(of: true) == 4)
    }
}
