import Model
import TestSupport
import Testing

@testable import Sessions

struct DeclaredWalkTests {
    @Test func `a declared walk is a walk by itself, whatever its density`() {
        var scene = Scene()
        let diary = scene.source("diary", .declared)
        scene.declare(at("10:00:30"), at("11:00:30"), moving: 360_000, source: diary)
        let walk = scene.walks.first
        #expect(scene.walks.count == 1)
        #expect(walk?.quality == .declared)
        #expect(walk?.start == at("10:00:30"))
        #expect(walk?.end == at("11:00:30"))
        #expect(walk?.active == Milliseconds(360_000))
        #expect(walk?.pause == Milliseconds(3_240_000))
        #expect(walk?.steps == nil)
        #expect(walk?.isOpen == false)
        #expect(scene.day.sessionWalking == Milliseconds(360_000))
        #expect(scene.day.stepping?.low == Milliseconds(360_000))
        #expect(scene.day.stepping?.high == Milliseconds(360_000))
        #expect(scene.day.steps == nil)
    }

    @Test func `one of less than four minutes adds its minutes and is no walk`() {
        var scene = Scene()
        let diary = scene.source("diary", .declared)
        scene.declare(at("10:00"), at("10:03:59"), moving: 239_000, source: diary)
        scene.declare(at("11:00"), at("11:04"), moving: 240_000, source: diary)
        #expect(scene.walks.map(\.start) == [at("11:00")])
        #expect(scene.day.stepping?.central == Milliseconds(479_000))
        #expect(scene.day.coverage == .partial)
    }

    @Test func `its own steps win, else those of a tracker are attached`() {
        var scene = Scene.watch(times(20, 100), from: "10:00")
        let diary = scene.source("diary", .declared)
        scene.declare(at("10:00"), at("10:20"), moving: 1_200_000, steps: 1800, source: diary)
        #expect(scene.walks.map(\.steps) == [Steps(1800)])
        #expect(scene.day.steps == Steps(1800))
        scene.observations.declared = []
        scene.declare(at("10:00"), at("10:20"), moving: 1_200_000, source: diary)
        #expect(scene.walks.map(\.steps) == [Steps(2000)])
        #expect(scene.walks.first?.sources == ["diary", "watch"])
    }

    @Test func `what a tracker saw before and after is walked apart`() {
        var scene = Scene.watch(times(40, 100), from: "10:00")
        let diary = scene.source("diary", .declared)
        scene.declare(at("10:05"), at("10:30"), moving: 1_500_000, source: diary)
        #expect(scene.walks.map(\.start) == [at("10:00"), at("10:05"), at("10:30")])
        #expect(scene.walks.map(\.quality) == [.measured, .declared, .measured])
        #expect(scene.day.sessionWalking == Milliseconds.minutes(40))
    }

    @Test func `a declaration of much less than a tracker saw does not count`() {
        var scene = Scene.watch(times(60, 100), from: "10:00")
        let diary = scene.source("diary", .declared)
        scene.declare(at("10:00"), at("10:10"), moving: 600_000, source: diary)
        #expect(scene.walks.map(\.quality) == [.measured])
        #expect(scene.walks.first?.active == Milliseconds.minutes(60))
    }

    @Test func `of equal declarations one counts, of overlapping ones no time twice`() {
        var scene = Scene()
        let diary = scene.source("diary", .declared)
        scene.declare(at("10:00"), at("10:30"), moving: 900_000, steps: 10, source: diary)
        scene.declare(at("10:00"), at("10:30"), moving: 1_000_000, source: diary)
        scene.declare(at("10:20"), at("10:40"), moving: 1_200_000, source: diary)
        scene.declare(at("10:40"), at("10:50"), moving: 300_000, source: diary)
        #expect(scene.walks.map(\.start) == [at("10:00"), at("10:20"), at("10:40")])
        #expect(scene.walks.map(\.end) == [at("10:20"), at("10:40"), at("10:50")])
        #expect(scene.walks.map(\.active.count) == [666_666, 1_200_000, 300_000])
        #expect(scene.walks.map(\.steps) == [Steps(6), nil, nil])
    }

    @Test func `of two walks by hand that overlap the other's rest is walked too`() {
        var scene = Scene()
        let diary = scene.source("diary", .declared)
        scene.declare(at("09:40"), at("10:00"), moving: 1_200_000, source: diary)
        scene.declare(at("09:41"), at("10:01"), moving: 1_200_000, source: diary)
        #expect(scene.walks.map(\.start) == [at("09:40")])
        #expect(scene.walks.map(\.end) == [at("10:00")])
        #expect(scene.day.stepping?.central == Milliseconds.minutes(21))
        scene.declare(at("09:50"), at("10:30"), moving: 2_400_000, source: diary)
        #expect(scene.walks.map(\.start) == [at("09:40"), at("09:50")])
        #expect(scene.walks.map(\.end) == [at("09:50"), at("10:30")])
        #expect(scene.day.sessionWalking == Milliseconds.minutes(50))
    }

    @Test func `a walk by hand inside of a longer one adds nothing`() {
        var scene = Scene()
        let diary = scene.source("diary", .declared)
        scene.declare(at("10:10"), at("10:20"), moving: 600_000, source: diary)
        scene.declare(at("10:00"), at("10:30"), moving: 1_800_000, source: diary)
        #expect(scene.walks.map(\.start) == [at("10:00")])
        #expect(scene.day.stepping?.central == Milliseconds.minutes(30))
    }

    @Test func `a slow outing around a brisk walk is what lies before and after it`() {
        var scene = Scene()
        let app = scene.source("app", .declared)
        scene.declare(at("10:00"), at("11:00"), moving: 1_200_000, source: app)
        scene.declare(at("10:20"), at("10:45"), moving: 1_500_000, source: app)
        #expect(scene.walks.map(\.start) == [at("10:00"), at("10:20"), at("10:45")])
        #expect(scene.walks.map(\.active.count) == [400_000, 1_500_000, 300_000])
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `walks by hand in any order are the time that any of them covers`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var scene = Scene()
        let diary = scene.source("diary", .declared)
        var covered = Set<Int>()
        for _ in 0..<12 {
            let start = Int.random(in: 0..<200, using: &generator)
            let length = Int.random(in: 1...40, using: &generator)
            covered.formUnion(start..<start + length)
            let from = at("08:00").advanced(by: Int64(start) * 60_000)
            let to = from.advanced(by: Int64(length) * 60_000)
            scene.declare(from, to, moving: Int64(length) * 60_000, source: diary)
        }
        let walks = scene.walks
        #expect(scene.day.stepping?.central == Milliseconds.minutes(Int64(covered.count)))
        #expect(zip(walks, walks.dropFirst()).allSatisfy { $0.end <= $1.start })
        #expect(walks.allSatisfy { $0.pause == .zero })
        scene.observations.declared.shuffle(using: &generator)
        #expect(scene.walks == walks)
    }

    @Test func `recorded zeros give a declared walk no steps and no second source`() {
        var scene = Scene.watch(times(40, 0), from: "09:50")
        let diary = scene.source("diary", .declared)
        scene.declare(at("10:00"), at("10:20"), moving: 1_200_000, source: diary)
        #expect(scene.walks.count == 1)
        #expect(scene.walks.first?.steps == nil)
        #expect(scene.walks.first?.cadence == nil)
        #expect(scene.walks.first?.sources == ["diary"])
    }

    @Test func `a declared walk of no steps has none`() {
        var scene = Scene()
        let app = scene.source("app", .declared)
        scene.declare(at("10:00"), at("10:20"), moving: 1_200_000, steps: 0, source: app)
        #expect(scene.walks.map(\.steps) == [nil])
        #expect(scene.walks.map(\.sources) == [["app"]])
    }

    @Test func `steps counted in part of a declared walk are its steps`() {
        var scene = Scene.watch(times(10, 0) + times(10, 100), from: "10:00")
        let diary = scene.source("diary", .declared)
        scene.declare(at("10:00"), at("10:20"), moving: 1_200_000, source: diary)
        #expect(scene.walks.map(\.steps) == [Steps(1000)])
        #expect(scene.walks.first?.sources == ["diary", "watch"])
    }

    @Test func `a declaration that ends before it begins, or of too many steps, is left out`() {
        var scene = Scene()
        let diary = scene.source("diary", .declared)
        scene.declare(at("10:30"), at("10:00"), moving: 900_000, source: diary)
        scene.declare(at("12:00"), at("12:10"), moving: 600_000, steps: 3001, source: diary)
        #expect(scene.walks.isEmpty)
        #expect(scene.day.coverage == .none)
    }

    @Test func `more time in motion than time is held at the time`() {
        var scene = Scene()
        let diary = scene.source("diary", .declared)
        scene.declare(at("10:00"), at("10:10"), moving: .max, source: diary)
        #expect(scene.walks.map(\.active.count) == [600_000])
        #expect(scene.walks.map(\.pause) == [.zero])
    }

    @Test func `a declared walk across midnight gives its minutes to both days`() {
        var scene = Scene()
        let diary = scene.source("diary", .declared)
        let next = Scene.date.advanced(by: 1)
        scene.declare(
            at("23:50"),
            at("00:10", next),
            moving: 600_000,
            steps: 1000,
            source: diary
        )
        let days = scene.days(Scene.date...next)
        #expect(days.map(\.sessionWalking.count) == [300_000, 300_000])
        #expect(days.map(\.steps) == [Steps(500), Steps(500)])
        #expect(days.map(\.walks.count) == [1, 0])
    }
}
