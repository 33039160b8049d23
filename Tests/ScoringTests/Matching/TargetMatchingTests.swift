import Model
import TestSupport
import Testing

@testable import Scoring

@Suite struct TargetMatchingTests {
    private func pairs(_ targets: [AskedWalk], _ minutes: [Double]) -> [Double?] {
        TargetMatching(targets, with: PlanScene.walks(minutes, on: 0)).walks.map {
            $0.map { Double($0.active.count) / 60_000 }
        }
    }

    @Test func `the longest walk serves the longest target`() {
        #expect(pairs([10, 20], [9, 21, 4]) == [9, 21])
        #expect(pairs([20, 10], [9, 21, 4]) == [21, 9])
        #expect(pairs([20, 10], [5]) == [5, nil])
        #expect(pairs([20, 10], []) == [nil, nil])
    }

    @Test func `of equal lower bounds the higher upper end comes first, then the place`() {
        #expect(pairs([12, AskedWalk(12, upTo: 15)], [12, 14]) == [12, 14])
        #expect(pairs([10, 10], [8, 9]) == [9, 8])
    }

    @Test func `of walks of one length the earlier comes first`() {
        let walks = [PlanScene.walk(10, 0, "12:00"), PlanScene.walk(10, 0, "08:00")]
        let matching = TargetMatching([10, 10], with: walks)
        #expect(matching.walks == [walks[1], walks[0]])
    }

    @Test func `a walk serves only the target it is paired with`() {
        let matching = TargetMatching([20, 10], with: PlanScene.walks([15], on: 0))
        #expect(matching.marks == [false, false])
        #expect(matching.time == .minutes(15))
    }

    @Test func `a walk counts with no more than its target asks for`() {
        let matching = TargetMatching([20, 10], with: PlanScene.walks([45, 9.5], on: 0))
        #expect(matching.marks == [true, true])
        #expect(matching.time == Milliseconds(29 * 60_000 + 30_000))
    }

    @Test func `no walk is used twice, and no time is made`() {
        var random = SeededGenerator(seed: 21)
        for _ in 0..<300 {
            let targets = (0..<Int.random(in: 1...4, using: &random)).map { _ in
                AskedWalk(Int.random(in: 1...40, using: &random))
            }
            let walks = PlanScene.walks(
                (0..<Int.random(in: 0...6, using: &random)).map { _ in
                    Double.random(in: 4...50, using: &random)
                },
                on: 0
            )
            let matching = TargetMatching(targets, with: walks)
            let used = matching.walks.compactMap { $0?.start }
            #expect(Set(used).count == used.count)
            #expect(used.count == min(targets.count, walks.count))
            #expect(matching.time <= walks.map(\.active).reduce(.zero, +))
        }
    }
}
