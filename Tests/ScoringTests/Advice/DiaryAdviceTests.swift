import Model
import Testing

@testable import Scoring

/// Advice that comes from the diary (PLAN.md §2.5).
@Suite struct DiaryAdviceTests {
    private func advice(_ scene: PlanScene, _ count: Int, running: Bool = false) -> [[Advice]] {
        scene.scored(count, runningAt: running ? "12:00" : nil).map(\.advice)
    }

    @Test func `strength and flexibility are missed after three days`() {
        var scene = PlanScene()
        scene.note(0, "08:00", .moves(10))
        #expect(advice(scene, 5) == [[], [], [], [.moves], [.moves]])
        #expect(advice(scene, 4, running: true).last == [])
        #expect(advice(scene, 5, running: true).last == [.moves])
        scene.note(4, "08:00", .moves(10))
        #expect(advice(scene, 5, running: true).last == [])
        #expect(advice(PlanScene(), 5) == Array(repeating: [], count: 5))
    }

    @Test func `weeks of a plan without easing ask for a professional`() {
        var scene = PlanScene.started
        for index in 0..<21 {
            if index < 13 { scene.record(index, minutes: [10]) }
            scene.note(index, "12:00", .pain(4))
        }
        let days = scene.scored(21).map { $0.advice.contains(.talkToProfessional) }
        #expect(days.firstIndex(of: true) == 20)
        scene.note(20, "13:00", .pain(3))
        #expect(!scene.scored(21)[20].advice.contains(.talkToProfessional))
    }

    @Test func `two points more than in the first week are enough after it`() {
        var scene = PlanScene.started
        for index in 0..<7 { scene.note(index, "12:00", .pain(2)) }
        for index in 7..<14 { scene.note(index, "12:00", .pain(4)) }
        let days = scene.scored(14).map { $0.advice.contains(.talkToProfessional) }
        #expect(days.firstIndex(of: true) == 13)
        scene.note(13, "13:00", .plan(.restart))
        #expect(!scene.scored(14)[13].advice.contains(.talkToProfessional))
    }

    @Test func `without a plan scores alone ask for nothing`() {
        var scene = PlanScene()
        for index in 0..<30 { scene.note(index, "12:00", .pain(min(index / 2, 9))) }
        #expect(advice(scene, 30).allSatisfy { $0.isEmpty })
    }

    @Test func `the most urgent stands first`() {
        var scene = PlanScene.started
        scene.note(0, "08:00", .flag(.legWeakness))
        scene.note(0, "08:30", .flareUp(true))
        scene.note(0, "00:01", .moves(5))
        scene.record(3, minutes: [11])
        scene.note(3, "08:30", .flareUp(true))
        #expect(
            advice(scene, 4)[3]
                == [.talkToProfessional, .flareUp, .tooLongForAFlareUp, .moves]
        )
        scene.note(3, "09:00", .flag(.fever))
        #expect(advice(scene, 4)[3] == [.urgentCare, .talkToProfessional, .moves])
    }

    @Test func `an entry later than now waits`() {
        var scene = PlanScene.started
        scene.note(0, "18:00", .flag(.fever))
        #expect(scene.scored(1, runningAt: "17:59")[0].plan.mode == .level)
        #expect(scene.scored(1, runningAt: "18:00")[0].plan.mode == .suspended)
    }
}
