import Model
import Testing

@testable import Scoring

/// Advice that comes from the plan's walks (PLAN.md §2.5).
@Suite struct PlanAdviceTests {
    private func advice(
        level: String = "1",
        _ walks: [Walk],
        running clock: String? = nil,
        _ notes: [(String, DiaryContent)] = []
    ) -> [Advice] {
        var scene = PlanScene.started
        scene.note(0, "00:01", .plan(.level(level)))
        for (clock, content) in notes { scene.note(0, clock, content) }
        scene.record(0, walks)
        return scene.scored(1, runningAt: clock)[0].advice
    }

    private func walk(
        _ minutes: Double,
        _ clock: String = "09:00",
        kind: WalkKind = .walk,
        quality: WalkQuality = .measured,
        isHilly: Bool? = nil
    ) -> Walk {
        PlanScene.walk(minutes, 0, clock, kind: kind, quality: quality, isHilly: isHilly)
    }

    // MARK: Overload

    @Test func `half as long again as the plan asks is the limit`() {
        #expect(!advice([walk(15)]).contains(.overload))
        #expect(advice([walk(15.1)]).contains(.overload))
        #expect(!advice(level: "2", [walk(22.5)]).contains(.overload))
        #expect(advice(level: "2", [walk(22.6)]).contains(.overload))
        #expect(!advice(level: "6", [walk(200)]).contains(.overload))
    }

    @Test func `a run counts for it, an estimate never raises it`() {
        #expect(advice([walk(40, kind: .run)]).contains(.overload))
        #expect(!advice([walk(40, quality: .estimated)]).contains(.overload))
        #expect(advice([walk(40, quality: .declared)]).contains(.overload))
    }

    @Test func `it looks back 14 civil days`() {
        for (back, isTooMuch) in [(14, false), (15, true)] {
            var scene = PlanScene()
            scene.record(0, minutes: [20])
            scene.note(back, "00:00", .plan(.start))
            scene.record(back, minutes: [24])
            #expect(scene.scored(back + 1)[back].advice.contains(.overload) == isTooMuch)
        }
    }

    // MARK: One go

    @Test func `all minutes in fewer walks than asked are one go`() {
        #expect(advice([walk(20)]).contains(.oneGo))
        #expect(!advice([walk(19.9)]).contains(.oneGo))
        #expect(!advice([walk(20), walk(4, "12:00")]).contains(.oneGo))
        #expect(advice([walk(20)], running: "12:00").contains(.oneGo))
        #expect(!advice([walk(20, kind: .run)]).contains(.oneGo))
        #expect(!advice([walk(20)], [("08:00", .flareUp(true))]).contains(.oneGo))
    }

    // MARK: Hills

    @Test func `a hilly track at the first four levels is worth a word`() {
        for level in ["1", "2", "3", "4"] {
            #expect(advice(level: level, [walk(10, isHilly: true)]).contains(.hills))
        }
        for level in ["5", "6"] {
            #expect(!advice(level: level, [walk(10, isHilly: true)]).contains(.hills))
        }
        #expect(!advice([walk(10, isHilly: false)]).contains(.hills))
        #expect(!advice([walk(10)]).contains(.hills))
        let below = advice([walk(5, isHilly: true)], [("00:02", .plan(.baseline(5)))])
        #expect(below.contains(.hills))
    }

    @Test func `without a plan hills are nobody's business`() {
        var scene = PlanScene()
        scene.record(0, [walk(10, isHilly: true)])
        #expect(scene.scored(1)[0].advice == [])
    }

    // MARK: Strolls

    @Test func `a stroll wants a look at pain first`() {
        let walks = [walk(30), walk(10, "11:00")]
        #expect(advice(level: "5", walks) == [.strollWithoutPainCheck])
        #expect(advice(level: "5", walks, [("10:00", .pain(3))]) == [])
        let notBack: [(String, DiaryContent)] = [("00:02", .plan(.usual(3))), ("10:00", .pain(4))]
        #expect(advice(level: "5", walks, notBack) == [.strollWithoutPainCheck])
        #expect(advice(level: "4", walks) == [])
        #expect(advice(level: "5", [walk(28), walk(10, "11:00")]) == [])
    }

    // MARK: Flare-up days

    @Test func `a flare-up day says so, and when a walk was too long for it`() {
        let declared: [(String, DiaryContent)] = [("07:00", .flareUp(true))]
        #expect(advice([walk(10)], declared) == [.flareUp])
        #expect(advice([walk(10.1)], declared) == [.flareUp, .tooLongForAFlareUp])
        #expect(advice([walk(4, kind: .run)], declared) == [.flareUp, .tooLongForAFlareUp])
        #expect(advice([walk(40, quality: .estimated)], declared) == [.flareUp])
        #expect(
            advice([walk(10.1)], running: "12:00", declared) == [.flareUp, .tooLongForAFlareUp]
        )
        #expect(advice([walk(10.1)]) == [])
    }

    // MARK: Split it

    @Test func `from three in the afternoon on a day without a walk is split`() {
        #expect(advice([], running: "14:59:59") == [])
        #expect(advice([], running: "15:00") == [.splitIt])
        #expect(advice([walk(4)], running: "15:00") == [])
        var run = walk(4)
        run.kind = .run
        #expect(advice([run], running: "15:00") == [])
        #expect(advice([]) == [])
        #expect(advice([], running: "15:00", [("08:00", .flareUp(true))]) == [.flareUp, .splitIt])
        #expect(advice([], running: "15:00", [("08:00", .plan(.pause))]) == [])
    }

    @Test func `without data nobody knows whether there was a walk`() {
        #expect(PlanScene.started.scored(1, runningAt: "16:00")[0].advice == [])
    }

    // MARK: Levels

    @Test func `the day that completes a level says so, today as soon as it does`() {
        var scene = PlanScene.started
        for index in 0...2 { scene.record(index, minutes: [10, 10]) }
        #expect(scene.scored(3).map(\.advice) == [[], [], [.levelUp]])
        #expect(scene.scored(3, runningAt: "12:00").map(\.advice) == [[], [], [.levelUp]])
    }
}
