import Model
import Scoring
import Testing

@Suite struct PlanDayTests {
    @Test func `a plan that was not started holds nothing but its mode`() {
        let day = PlanDay(mode: .none)
        #expect(day.level == nil && day.targets.isEmpty && day.result == nil)
        #expect(day.time == nil && day.percent == nil && day.heldUntil == nil)
        #expect(day.flags.isEmpty && day.metDays7 == nil && day.baseline == nil)
    }

    @Test func `an urgent flag does not hide a pause, and cleared does not end one`() {
        var scene = PlanScene.started
        scene.note(1, "08:00", .plan(.pause))
        scene.note(1, "09:00", .flag(.fever))
        scene.note(2, "09:00", .plan(.cleared))
        scene.note(3, "09:00", .plan(.resume))
        let plans = scene.plans(4)
        #expect(plans.map(\.mode) == [.level, .suspended, .paused, .level])
        #expect(plans.map(\.isPaused) == [false, true, true, false])
    }

    @Test func `names are those that programs read`() {
        #expect(
            PlanMode.allCases.map(\.rawValue)
                == ["level", "flare-up", "suspended", "paused", "none"]
        )
        #expect(PlanPace.allCases.map(\.rawValue) == ["met-days", "calendar"])
        #expect(
            PlanResult.allCases.map(\.rawValue)
                == ["suspended", "met", "open", "no-data", "partly", "missed"]
        )
    }
}
