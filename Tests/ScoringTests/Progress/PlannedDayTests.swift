import Model
import Testing

@testable import Scoring

/// What came of a day, the first that fits (PLAN.md §2.1).
@Suite struct PlannedDayTests {
    private func result(
        _ minutes: [Double]?,
        running: Bool = false,
        word: DiaryContent? = nil,
        kind: WalkKind = .walk
    ) -> PlanResult? {
        var scene = PlanScene.started
        if let word { scene.note(0, "01:00", word) }
        if let minutes {
            scene.record(
                0,
                minutes.enumerated().map { index, minutes in
                    PlanScene.walk(minutes, 0, "\(8 + index):00", kind: kind)
                }
            )
        }
        return scene.plans(1, runningAt: running ? "20:00" : nil)[0].result
    }

    @Test func `an ended day is met, partly, missed, or has no data`() {
        #expect(result([10, 9]) == .met)
        #expect(result([10, 8.9]) == .partly)
        #expect(result([4]) == .partly)
        #expect(result([]) == .missed)
        #expect(result(nil) == .noData)
    }

    @Test func `a running day is met or open`() {
        #expect(result([10, 9], running: true) == .met)
        for minutes in [[10.0], [], nil] { #expect(result(minutes, running: true) == .open) }
    }

    @Test func `a run makes no day partly`() {
        #expect(result([30, 30], kind: .run) == .missed)
    }

    @Test func `a suspended or paused day asks nothing, data or not`() {
        for minutes in [[10.0, 10], nil] {
            #expect(result(minutes, word: .flag(.fever)) == .suspended)
            #expect(result(minutes, running: true, word: .plan(.pause)) == .suspended)
        }
    }

    @Test func `a flare-up day is open until it is met, also after a walk too long`() {
        #expect(result([11], running: true, word: .flareUp(true)) == .open)
        #expect(result([5, 5, 5], running: true, word: .flareUp(true)) == .met)
        #expect(result([11], word: .flareUp(true)) == .partly)
        #expect(result([], word: .flareUp(true)) == .missed)
    }

    @Test func `a day without data has targets without marks and no minutes`() {
        let day = PlanScene.started.plans(1)[0]
        #expect(day.targets == [PlanTarget(minutes: 10), PlanTarget(minutes: 10)])
        #expect(day.time == nil && day.percent == nil)
    }

    @Test func `recorded rest has marks and nought of the plan`() {
        var scene = PlanScene.started
        scene.record(0, minutes: [])
        let day = scene.plans(1)[0]
        #expect(day.targets.map(\.isMet) == [false, false])
        #expect(day.time == .zero && day.percent == 0)
    }
}
