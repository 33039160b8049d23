import Model
import Testing

@testable import Scoring

@Suite struct StrollCheckTests {
    private let main = PlanScene.walk(30, 0, "09:00")

    private func isMissing(_ strolls: [Walk], calmAt clocks: String...) -> Bool {
        StrollCheck(
            walk: main,
            offered: 10,
            calmScores: clocks.map { PlanScene.at(0, $0) }
        ).isMissing(among: [main] + strolls)
    }

    private func stroll(_ minutes: Double, _ clock: String) -> Walk {
        PlanScene.walk(minutes, 0, clock)
    }

    @Test func `a stroll without a score before it is not checked`() {
        #expect(isMissing([stroll(10, "11:00")]))
        #expect(isMissing([stroll(10, "11:00")], calmAt: "08:00", "09:29"))
        #expect(!isMissing([]))
    }

    @Test func `a score within the hour and before the stroll checks it`() {
        for clock in ["09:30", "10:00", "10:30"] {
            #expect(!isMissing([stroll(10, "11:00")], calmAt: clock), "\(clock)")
        }
        #expect(isMissing([stroll(10, "11:00")], calmAt: "10:30:01"))
        #expect(!isMissing([stroll(10, "10:00")], calmAt: "10:00"))
        #expect(isMissing([stroll(10, "10:00")], calmAt: "10:01"))
    }

    @Test func `walks before the long one and shorter than the stroll are no strolls`() {
        #expect(!isMissing([stroll(10, "08:00")]))
        #expect(!isMissing([stroll(8.9, "11:00")]))
        #expect(isMissing([stroll(9, "11:00")]))
    }

    @Test func `every stroll needs its own check`() {
        #expect(!isMissing([stroll(10, "11:00"), stroll(10, "13:00")], calmAt: "10:00"))
        #expect(isMissing([stroll(10, "09:40"), stroll(10, "13:00")], calmAt: "10:00"))
    }
}
