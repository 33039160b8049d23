import Model
import Testing

@testable import Sessions

/// The worked examples of SESSIONS.md §9, from E1 to E11.
struct WalkRuleTests {
    @Test func `boundary minutes are credited by their share of the typical cadence`() {
        let scene = Scene.watch([35] + times(10, 105) + [17], from: "10:03")
        let walk = scene.walks.first
        #expect(scene.walks.count == 1)
        #expect(walk?.start == at("10:03:40"))
        #expect(walk?.end == at("10:14"))
        #expect(walk?.active == Milliseconds(620_000))
        #expect(walk?.steps == Steps(1085))
        #expect(walk?.doubledCadence == 210)
        #expect(walk?.pause == .zero)
    }

    @Test func `a last minute of twenty steps is an edge`() {
        let walk = Scene.watch([35] + times(10, 105) + [20], from: "10:03").walks.first
        #expect(walk?.end == at("10:14:11.428"))
        #expect(walk?.active == Milliseconds(631_428))
        #expect(walk?.steps == Steps(1105))
    }

    @Test func `two bouts over four quiet minutes are one session with a pause`() {
        let walks = Scene.watch(times(6, 100) + times(4, 0) + times(5, 100), from: "09:00").walks
        #expect(walks.count == 1)
        #expect(walks.first?.start == at("09:00"))
        #expect(walks.first?.end == at("09:15"))
        #expect(walks.first?.active == Milliseconds(660_000))
        #expect(walks.first?.pause == Milliseconds(240_000))
    }

    @Test func `six quiet minutes part two sessions`() {
        let walks = Scene.watch(times(6, 100) + times(6, 0) + times(5, 100), from: "09:00").walks
        #expect(walks.map(\.start) == [at("09:00"), at("09:12")])
        #expect(walks.map(\.end) == [at("09:06"), at("09:17")])
        #expect(walks.map(\.active.count) == [360_000, 300_000])
    }

    @Test func `pottering without a core minute is no walk but stepping time`() {
        let scene = Scene.watch([25, 40, 10, 55, 30, 0, 45, 59, 20, 35], from: "10:00")
        #expect(scene.walks.isEmpty)
        #expect(scene.day.stepping?.central == Milliseconds(191_400))
        #expect(scene.day.steps == Steps(319))
    }

    @Test func `a chain of single minutes is too thin for a walk`() {
        let chain = (0..<8).flatMap { _ -> [Int32?] in [70, 0, 0, 0] }
        #expect(Scene.watch(chain, from: "10:00").walks.isEmpty)
    }

    @Test func `a slow minute inside a bout is credited by its steps`() {
        let walk = Scene.watch(times(4, 110) + [30] + times(4, 110), from: "07:00").walks.first
        #expect(walk?.active == Milliseconds(496_363))
        #expect(walk?.pause == Milliseconds(43_637))
        #expect(walk?.steps == Steps(910))
        #expect(walk?.end == at("07:09"))
    }

    @Test func `a slow walker is kept whole`() {
        let walk = Scene.watch([64, 66, 70, 68, 62, 72, 65], from: "07:00").walks.first
        #expect(walk?.doubledCadence == 136)
        #expect(walk?.start == at("07:00:03.530"))
        #expect(walk?.end == at("07:06:57.352"))
        #expect(walk?.active == Milliseconds(413_822))
    }

    @Test func `a walk across midnight is one walk whose minutes are split`() {
        let next = Scene.date.advanced(by: 1)
        let days = Scene.watch(times(12, 100), from: "23:54").days(Scene.date...next)
        #expect(days.map(\.walks.count) == [1, 0])
        #expect(days[0].walks[0].end == at("00:06", next))
        #expect(days.map(\.sessionWalking.count) == [360_000, 360_000])
    }

    @Test func `running minutes stand apart, and most of the minutes decide the kind`() {
        let steps = times(5, 110) + times(5, 160) + times(5, 108)
        let scene = Scene.watch(steps, from: "07:00")
        let walk = scene.walks.first
        #expect(walk?.doubledCadence == 220)
        #expect(walk?.active == Milliseconds(898_909))
        #expect(walk?.running == Milliseconds(300_000))
        #expect(walk?.kind == .walk)
        #expect(scene.day.sessionWalking == Milliseconds(598_909))
    }

    @Test func `more run than walked is a run`() {
        let walk = Scene.watch(times(2, 110) + times(8, 160), from: "07:00").walks.first
        #expect(walk?.kind == .run)
    }

    @Test func `less than four minutes of motion are no walk`() {
        #expect(Scene.watch([54, 100, 100, 100, 36], from: "10:00").walks.isEmpty)
    }

    @Test func `a thin group is cut at all of its largest gaps`() {
        let gap = times(5, 0)
        let steps = times(5, 100) + gap + [100] + gap + [100] + gap + times(5, 100)
        let walks = Scene.watch(steps, from: "10:00").walks
        #expect(walks.map(\.active.count) == [300_000, 300_000])
        #expect(walks.map(\.start) == [at("10:00"), at("10:22")])
    }
}
