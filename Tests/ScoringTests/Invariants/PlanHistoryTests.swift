import Model
import TestSupport
import Testing

@testable import Scoring

/// What holds for every history, seen from outside (PLAN.md §4).
@Suite struct PlanHistoryTests {
    private static let length = 50

    /// Some weeks of anything that may happen.
    private func history(_ random: inout SeededGenerator) -> PlanScene {
        var scene = PlanScene()
        scene.pace = Bool.random(using: &random) ? .metDays : .calendar
        if Bool.random(using: &random) {
            scene.note(-2, "08:00", .plan(.baseline(Int.random(in: 1...12, using: &random))))
        }
        scene.note(Int.random(in: -9...5, using: &random), "07:00", .plan(.start))
        for index in 0..<Self.length {
            if Int.random(in: 0...3, using: &random) > 0 {
                let count = Int.random(in: 0...3, using: &random)
                scene.record(
                    index,
                    minutes: (0..<count).map { _ in
                        Double(Int.random(in: 4...40, using: &random))
                    }
                )
            }
            note(index, &scene, &random)
        }
        return scene
    }

    private func note(_ index: Int, _ scene: inout PlanScene, _ random: inout SeededGenerator) {
        let hour = Int.random(in: 6...22, using: &random)
        let rare: [DiaryContent] = [
            .flag(.fever), .flag(.legWeakness), .plan(.cleared), .plan(.cleared), .plan(.pause),
            .plan(.resume), .plan(.resume), .flareUp(true), .flareUp(false), .moves(10),
            .plan(.usual(4)), .plan(.usualAuto),
        ]
        if Int.random(in: 0...2, using: &random) == 0 {
            scene.note(index, "\(hour):30", .pain(Int.random(in: 0...10, using: &random)))
        }
        if Int.random(in: 0...5, using: &random) == 0, let word = rare.randomElement(using: &random)
        {
            scene.note(index, "\(hour):00", word)
        }
    }

    @Test func `the order in which days and entries arrive says nothing, nor their repetition`() {
        var random = SeededGenerator(seed: 2)
        for _ in 0..<60 {
            let scene = history(&random)
            var other = scene
            other.diary = (scene.diary + scene.diary.prefix(9)).shuffled(using: &random)
            #expect(scene.scored(Self.length) == other.scored(Self.length))
        }
    }

    @Test func `what comes later changes no day before it`() {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<40 {
            let scene = history(&random)
            let cut = Int.random(in: 1..<Self.length, using: &random)
            var early = PlanScene()
            early.pace = scene.pace
            early.diary = scene.diary.filter { $0.time < PlanScene.at(cut, "00:00") }
            for index in 0..<cut {
                if let day = scene.days[PlanScene.date(index)] { early.record(index, day.walks) }
            }
            #expect(early.scored(cut) == Array(scene.scored(Self.length)[..<cut]))
        }
    }

    @Test func `a narrow range says of each day what a wide one says`() {
        var random = SeededGenerator(seed: 5)
        for _ in 0..<20 {
            let scene = history(&random)
            let board = Scoreboard(goalMinutes: 90, home: HomeZones(.utc), pace: scene.pace)
            for entry in scene.scored(Self.length) {
                let range = entry.day.date...entry.day.date
                let first = board.firstDayNeeded(for: range, diary: scene.diary)
                let needed = scene.days.values.filter { $0.date >= first }
                let earlier = scene.days.values.filter { $0.date < first }.map(\.date).max()
                let narrow = board.scored(
                    needed,
                    diary: scene.diary,
                    in: range,
                    now: PlanScene.at(Self.length, "12:00"),
                    earlier: earlier.flatMap { scene.days[$0]?.lastRecord }
                )
                #expect(narrow == [entry])
            }
        }
    }

    @Test func `levels stay in range, rise by one, and never in hard times`() {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<150 {
            let scored = history(&random).scored(Self.length)
            for (day, next) in zip(scored, scored.dropFirst()) {
                #expect((1...max(1, day.plan.levelDays ?? .max)).contains(day.plan.dayOfLevel ?? 1))
                guard day.plan.mode != .none, day.plan.level != next.plan.level else { continue }
                let isRise = day.advice.contains(.levelUp)
                let isDrop = next.plan.heldUntil == next.day.date.advanced(by: 7)
                let isResumed = day.plan.heldUntil != nil && next.plan.heldUntil == nil
                #expect(isRise || isDrop || isResumed)
                #expect(!isRise || (day.plan.mode == .level && day.plan.flags.isEmpty))
                #expect(!isRise || day.plan.heldUntil == nil)
            }
        }
    }

    @Test func `an urgent flag asks for nothing until it is cleared`() {
        var random = SeededGenerator(seed: 9)
        for _ in 0..<60 {
            for day in history(&random).scored(Self.length) where day.plan.flags.contains("fever") {
                #expect(day.advice.first == .urgentCare)
                #expect(day.plan.targets.isEmpty && day.plan.percent == nil)
                #expect(day.plan.mode == .suspended || day.plan.mode == .none)
            }
        }
    }
}
