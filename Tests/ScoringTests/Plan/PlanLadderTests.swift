import Testing

@testable import Scoring

@Suite struct PlanLadderTests {
    private func below(_ baseline: Int?, _ plan: WalkingPlan = .builtIn) -> [Int] {
        PlanLadder(plan, baseline: baseline).rungs.filter { $0.number == 0 }
            .map { $0.level.walks[0].minutes }
    }

    @Test func `without a baseline the levels are those of the plan`() {
        let ladder = PlanLadder(.builtIn, baseline: nil)
        #expect(ladder.rungs.map(\.name) == ["1", "2", "3", "4", "5", "6"])
        #expect(ladder.rungs.map(\.number) == [1, 2, 3, 4, 5, 6])
        #expect(ladder.rungs.map(\.level) == WalkingPlan.builtIn.levels)
    }

    @Test func `a short baseline adds levels two minutes apart`() {
        #expect(below(5) == [5, 7, 9])
        #expect(below(1) == [1, 3, 5, 7, 9])
        #expect(below(2) == [2, 4, 6, 8])
        #expect(below(8) == [8] && below(9) == [9])
        for long in [10, 11, 60] { #expect(below(long).isEmpty) }
    }

    @Test func `each of them lasts two days of two walks`() {
        let rungs = PlanLadder(.builtIn, baseline: 5).rungs
        #expect(rungs.map(\.name) == ["0.1", "0.2", "0.3", "1", "2", "3", "4", "5", "6"])
        #expect(rungs[1].level.walks == [7, 7] && rungs[1].level.days == 2)
    }

    @Test func `a plan of one's own is led up to its shortest first walk`() throws {
        let plan = try WalkingPlan(levels: [PlanLevel(days: nil, walks: [40, 24])])
        #expect(below(4, plan) == [4, 6, 8, 10, 12, 14, 16, 18, 20, 22])
        #expect(below(24, plan).isEmpty)
        let names = PlanLadder(plan, baseline: 4).rungs.map(\.name)
        #expect(names.suffix(3) == ["0.9", "0.10", "1"])
    }

    @Test func `a level is found by its name, and no other is`() {
        let ladder = PlanLadder(.builtIn, baseline: 7)
        #expect(ladder.place(of: "0.2") == 1)
        #expect(ladder.place(of: "1") == 2)
        for name in ["0", "0.3", "7", "01", "", "1 "] { #expect(ladder.place(of: name) == nil) }
    }

    @Test func `a baseline that no diary can hold adds nothing`() {
        for baseline in [0, -1, Int.min, Int.max] { #expect(below(baseline).isEmpty) }
    }
}
