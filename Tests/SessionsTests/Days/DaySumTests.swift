import Model
import Testing

@testable import Sessions

struct DaySumTests {
    private func sum(_ scene: Scene, inside stretches: [Range<Int>]? = nil) -> DaySum {
        let derived = DerivedWindow(
            PreparedObservations(scene.observations, plausibility: scene.plausibility),
            dates: Scene.date...Scene.date,
            derivation: scene.derivation
        )
        return DaySum(of: 0, in: derived, inside: stretches)
    }

    private func total(_ steps: Int64) -> DailyTotals.Total {
        DailyTotals.Total(source: 0, rank: 9, steps: steps, length: 86_400_000)
    }

    @Test func `minutes and epochs add up, in all or in part`() {
        var scene = Scene.watch(times(10, 50), from: "10:00")
        scene.add([300], from: at("12:00"), every: 15, source: 0)
        let all = sum(scene)
        #expect(all.steps == 800)
        #expect(all.stepping.central == 480_000)
        #expect(all.estimated == 180_000)
        let part = sum(scene, inside: [605..<610, 720..<725])
        #expect(part.steps == 350)
        #expect(part.estimated == 60_000)
        #expect(sum(scene, inside: [0..<10]).steps == nil)
    }

    @Test func `a total adds its excess once`() {
        var day = sum(.watch(times(10, 50), from: "10:00"))
        day.add(total(400))
        #expect(day.steps == 500)
        day.add(total(1500))
        #expect(day.steps == 1500)
        #expect(day.estimated == 600_000)
        #expect(day.stepping.high == 500_000 + 1_000_000)
    }

    @Test func `walking that nobody counted is taken off a total's time`() {
        var scene = Scene()
        let diary = scene.source("diary", .declared)
        scene.declare(at("10:00"), at("10:30"), moving: 1_800_000, source: diary)
        var day = sum(scene)
        #expect(day.steps == nil)
        day.add(total(4000))
        #expect(day.steps == 4000)
        #expect(day.stepping.central == 2_400_000)
        // The bounds stay in order, and never lie below what is known.
        #expect(day.stepping.low == 1_800_000)
        #expect(day.stepping.high == 4_000_000)
    }
}
