import Model
import Testing

@testable import Scoring

@Suite struct WalkingPlanTests {
    private typealias Row = (days: Int?, walks: [String], optional: String?, together: Bool)

    @Test func `the built-in plan is the table of the specification`() {
        let rows: [Row] = [
            (3, ["10", "10"], nil, false),
            (3, ["12-15", "12-15"], nil, false),
            (3, ["20", "10"], nil, false),
            (3, ["20", "20"], nil, false),
            (2, ["30"], "10", false),
            (nil, ["30-40"], nil, true),
        ]
        let levels = WalkingPlan.builtIn.levels
        #expect(levels.count == rows.count)
        for (level, row) in zip(levels, rows) {
            #expect(level.days == row.days)
            #expect(level.walks.map(\.description) == row.walks)
            #expect(level.optional?.description == row.optional)
            #expect(level.isTogether == row.together)
            #expect(!level.note.isEmpty)
        }
        #expect(WalkingPlan.builtIn.flareUp.walks == [5, 5, 5])
    }

    @Test func `the built-in plan is a possible one`() throws {
        let levels = WalkingPlan.builtIn.levels
        #expect(try WalkingPlan(levels: levels) == .builtIn)
        #expect(try WalkingPlan(levels: levels, flareUp: [5, 5, 5]) == .builtIn)
    }

    @Test func `walks of one's own for flare-up days replace the built-in ones`() throws {
        let plan = try WalkingPlan(
            levels: [PlanLevel(days: nil, walks: [15])],
            flareUp: [4, 6]
        )
        #expect(plan.flareUp.walks == [4, 6])
    }

    @Test func `a plan of one's own moves and names its levels in order`() throws {
        var scene = PlanScene.started
        scene.plan = try WalkingPlan(levels: [
            PlanLevel(days: 1, walks: [8], note: "softly"),
            PlanLevel(days: 2, walks: [20, AskedWalk(12, upTo: 15)]),
            PlanLevel(days: nil, walks: [60], isTogether: true),
        ])
        scene.record(0, minutes: [7])
        for index in 1...2 { scene.record(index, minutes: [19, 11]) }
        scene.record(3, minutes: [20, 20, 19])
        let plans = scene.plans(4)
        #expect(plans.map(\.level) == ["1", "2", "2", "3"])
        #expect(plans.map(\.result) == [.met, .met, .met, .met])
        #expect(plans[0].note == "softly")
        #expect(plans[1].targets.map(\.upTo) == [nil, 15])
        #expect(plans[3].targets.map(\.minutes) == [60])
        #expect(plans[3].time == .minutes(59))
    }
}
