import Scoring
import Testing

@Suite struct PlanDayTests {
    @Test func `a plan that was not started holds nothing but its mode`() {
        let day = PlanDay(mode: .none)
        #expect(day.level == nil && day.targets.isEmpty && day.result == nil)
        #expect(day.time == nil && day.percent == nil && day.heldUntil == nil)
        #expect(day.flags.isEmpty && day.metDays7 == nil && day.baseline == nil)
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
