import Testing

@testable import Scoring

@Suite struct MetDaysTests {
    private func met(_ days: [(Int, String)]) -> MetDays {
        var met = MetDays()
        for (index, level) in days { met.take(PlanScene.date(index), level: level) }
        return met
    }

    @Test func `seven days are counted, the last one included`() {
        let days = met((0...9).map { ($0, "6") })
        #expect(days.count(level: "6", through: PlanScene.date(9)) == 7)
        #expect(days.count(level: "6", through: PlanScene.date(8)) == 7)
        #expect(days.count(level: "6", through: PlanScene.date(12)) == 4)
        #expect(days.count(level: "6", through: PlanScene.date(16)) == 0)
    }

    @Test func `days of another level are left out`() {
        let days = met([(0, "2"), (1, "2"), (2, "3")])
        #expect(days.count(level: "3", through: PlanScene.date(2)) == 1)
        #expect(days.count(level: "2", through: PlanScene.date(2)) == 2)
    }
}
