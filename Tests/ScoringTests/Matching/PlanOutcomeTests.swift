import Model
import TestSupport
import Testing

@testable import Scoring

@Suite struct PlanOutcomeTests {
    private let together = PlanLevel(days: nil, walks: [AskedWalk(30, upTo: 40)], isTogether: true)

    private func outcome(_ level: PlanLevel, _ minutes: [Double]) -> PlanOutcome {
        PlanOutcome(level: level, sessions: PlanScene.walks(minutes, on: 0))
    }

    @Test func `walks are added up where the plan says so`() {
        #expect(outcome(together, [15, 10, 4]).isMet)
        #expect(!outcome(together, [15, 10, 3.9]).isMet)
        #expect(outcome(together, [15, 10]).time == .minutes(25))
        #expect(outcome(together, [25, 25]).time == .minutes(30))
        #expect(outcome(together, [25, 25]).percent == 100)
        #expect(
            outcome(together, [15, 14]).targets(isMarked: true)
                == [PlanTarget(minutes: 30, upTo: 40, isMet: true)]
        )
    }

    @Test func `an extra stroll stands with the targets and counts nowhere`() {
        let level = PlanLevel(days: nil, walks: [30], optional: 10)
        let met = outcome(level, [29])
        #expect(met.isMet && met.percent == 96)
        #expect(
            met.targets(isMarked: true)
                == [
                    PlanTarget(minutes: 30, isMet: true), PlanTarget(minutes: 10, isOptional: true),
                ]
        )
        #expect(!outcome(level, [10]).isMet)
    }

    @Test func `a run serves no target`() {
        let run = PlanScene.walk(30, 0, "08:00", kind: .run)
        let level = PlanLevel(days: nil, walks: [20])
        let outcome = PlanOutcome(level: level, sessions: [run])
        #expect(!outcome.isMet && outcome.time == .zero && outcome.walks.isEmpty)
        let added = PlanOutcome(level: together, sessions: [run])
        #expect(!added.isMet && added.time == .zero)
    }

    @Test func `an estimated walk serves with its central minutes`() {
        let walk = PlanScene.walk(19, 0, "08:00", quality: .estimated)
        #expect(PlanOutcome(level: PlanLevel(days: nil, walks: [20]), sessions: [walk]).isMet)
    }

    @Test func `marks of a flare-up day know nothing of the rests between walks`() {
        let close = (0..<3).map { PlanScene.walk(4.5, 0, "08:0\($0 * 3)") }
        let outcome = PlanOutcome(flareUp: WalkingPlan.builtIn.flareUp, sessions: close)
        #expect(!outcome.isMet)
        #expect(outcome.targets(isMarked: true).map(\.isMet) == [true, true, true])
        #expect(outcome.percent == 90)
    }

    @Test func `targets bear no marks without data`() {
        let targets = outcome(together, []).targets(isMarked: false)
        #expect(targets.map(\.isMet) == [nil])
    }

    @Test func `one more walk never lowers the share, and minutes are never made`() {
        var random = SeededGenerator(seed: 77)
        for level in PlanLadder(.builtIn, baseline: 3).rungs.map(\.level) {
            for _ in 0..<60 {
                let minutes = (0..<Int.random(in: 0...5, using: &random)).map { _ in
                    Double.random(in: 4...45, using: &random)
                }
                let more = minutes + [Double.random(in: 4...45, using: &random)]
                let (before, after) = (outcome(level, minutes), outcome(level, more))
                #expect(before.percent <= after.percent)
                #expect(after.time <= after.walkedTime)
                #expect(after.percent <= 100)
                #expect(!before.isMet || after.isMet)
            }
        }
    }
}
