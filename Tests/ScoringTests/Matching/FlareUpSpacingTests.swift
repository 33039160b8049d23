import Model
import TestSupport
import Testing

@testable import Scoring

@Suite struct FlareUpSpacingTests {
    private func isMet(_ asked: [AskedWalk] = [5, 5, 5], _ sessions: Walk...) -> Bool {
        FlareUpSpacing(asked: asked, sessions: sessions).isMet
    }

    private func walk(_ minutes: Double, _ clock: String) -> Walk {
        PlanScene.walk(minutes, 0, clock)
    }

    @Test func `three short walks half an hour apart meet the day`() {
        #expect(isMet([5, 5, 5], walk(4, "08:00"), walk(4, "08:34"), walk(4, "09:08")))
        #expect(!isMet([5, 5, 5], walk(4, "08:00"), walk(4, "08:34"), walk(4, "09:07:59")))
        #expect(!isMet([5, 5, 5], walk(4, "08:00"), walk(4, "09:00")))
        #expect(!isMet([5, 5, 5], walk(4, "08:00"), walk(4, "09:00"), walk(3.9, "10:00")))
    }

    @Test func `walks between may be passed over`() {
        #expect(
            isMet(
                [5, 5, 5],
                walk(5, "08:00"),
                walk(9, "08:20"),
                walk(5, "08:50"),
                walk(5, "09:30")
            )
        )
    }

    @Test func `ten minutes are short, a millisecond more is not`() {
        let rest = [walk(5, "10:00"), walk(5, "11:00")]
        #expect(isMet([5, 5, 5], walk(10, "08:00"), rest[0], rest[1]))
        var long = walk(10, "08:00")
        long.active.count += 1
        #expect(!isMet([5, 5, 5], long, rest[0], rest[1]))
        #expect(!isMet([5, 5, 5], walk(5, "08:00"), rest[0], rest[1], walk(11, "20:00")))
    }

    @Test func `a run of any length is too long`() {
        let run = PlanScene.walk(4, 0, "20:00", kind: .run)
        #expect(FlareUpSpacing.isTooLong(run))
        #expect(!isMet([5, 5, 5], walk(5, "08:00"), walk(5, "09:00"), walk(5, "10:00"), run))
    }

    @Test func `walks of different lengths may come in any order`() {
        #expect(isMet([3, 8], walk(8, "08:00"), walk(4, "09:00")))
        #expect(isMet([3, 8], walk(4, "08:00"), walk(8, "09:00")))
        #expect(!isMet([8, 8], walk(4, "08:00"), walk(8, "09:00")))
    }

    @Test func `the choice is as good as trying all of them`() {
        var random = SeededGenerator(seed: 8)
        for _ in 0..<300 {
            let asked = (0..<3).map { _ in AskedWalk(Int.random(in: 3...9, using: &random)) }
            let walks = (0..<Int.random(in: 2...7, using: &random)).map { _ in
                walk(
                    Double(Int.random(in: 2...10, using: &random)),
                    "\(Int.random(in: 8...11, using: &random)):"
                        + "\(Int.random(in: 0...59, using: &random))"
                )
            }
            let found = FlareUpSpacing(asked: asked, sessions: walks).isMet
            #expect(found == existsByTrial(asked, walks.sorted { $0.start < $1.start }))
        }
    }

    /// Tries every choice of as many walks as asked for.
    private func existsByTrial(_ asked: [AskedWalk], _ walks: [Walk]) -> Bool {
        (0..<(1 << walks.count)).contains { choice in
            let chosen = walks.indices.filter { choice & (1 << $0) != 0 }.map { walks[$0] }
            guard chosen.count == asked.count else { return false }
            let isApart = zip(chosen, chosen.dropFirst()).allSatisfy {
                $0.end.milliseconds(to: $1.start) >= 1_800_000
            }
            return isApart && TargetMatching(asked, with: chosen).marks.allSatisfy { $0 }
        }
    }
}
