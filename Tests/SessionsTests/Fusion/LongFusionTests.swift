import Model
import TestSupport
import Testing

@testable import Sessions

/// Records of more than an hour that are no totals of a day.
struct LongFusionTests {
    private func counter(_ samples: [(Instant, Int64)], _ name: String = "counter") -> Scene {
        var scene = Scene()
        scene.count(samples, source: scene.source(name, .unknown))
        return scene
    }

    private func derived(_ scene: Scene) -> DerivedWindow {
        DerivedWindow(
            PreparedObservations(scene.observations, plausibility: scene.plausibility),
            dates: Scene.date...Scene.date,
            derivation: scene.derivation
        )
    }

    @Test(arguments: ["08:00:00", "08:00:30", "08:00:59.999"])
    func `a counter that was looked at again after two hours loses nothing`(start: String) {
        let first = at(start)
        var samples = (0...50).map { (first.advanced(by: $0 * 60_000), 100 * $0) }
        samples.append((first.advanced(by: 170 * 60_000), 8000))
        let scene = counter(samples)
        #expect(scene.day.steps == Steps(8000))
        #expect(scene.day.estimated == Milliseconds.minutes(30))
        #expect(scene.walks.count == 1)
    }

    @Test func `an hour and an hour and a minute are both counted`() {
        var scene = Scene()
        let phone = scene.source("phone", .phone)
        scene.add(3000, at("08:00"), at("09:00"), source: phone)
        scene.add(3000, at("09:00"), at("10:01"), source: phone)
        #expect(scene.day.steps == Steps(6000))
        let looks = counter([(at("08:00"), 0), (at("09:01"), 2000), (at("09:31"), 5000)])
        #expect(looks.day.steps == Steps(5000))
    }

    @Test func `finer records of its source are inside of a long one`() {
        var scene = Scene()
        let phone = scene.source("phone", .phone)
        scene.add(3000, at("08:00"), at("10:00"), source: phone)
        scene.add(times(10, 100), from: at("08:30"), source: phone)
        scene.add([1200], from: at("09:00"), every: 30, source: phone)
        #expect(scene.day.steps == Steps(3000))
        let long = derived(scene).long
        #expect(long.days[0].map(\.steps) == [800])
        #expect(long.days[0].map(\.length) == [80 * 60_000])
    }

    @Test func `what others count in its time is taken off, and no more`() {
        var scene = Scene()
        scene.add(3000, at("08:00:30"), at("10:00:30"), source: scene.source("phone", .phone))
        let watch = scene.source("watch")
        scene.add(times(10, 100), from: at("07:00"), source: watch)
        scene.add(times(10, 100), from: at("09:00"), source: watch)
        scene.add([40], from: at("10:00"), source: watch)
        let band = scene.source("band")
        scene.add([600], from: at("08:15"), every: 15, source: band)
        scene.add(120, at("10:00:30"), at("10:15:30"), source: band)
        // 1000, half of 40, 600; nothing of the epoch that begins where it ends.
        #expect(derived(scene).long.days[0].map(\.steps) == [3000 - 1000 - 20 - 600])
        scene.add(times(50, 100), from: at("09:10"), source: watch)
        #expect(derived(scene).long.days[0].map(\.steps) == [0])
    }

    @Test func `walking that nobody counted is taken off its time`() {
        var scene = Scene()
        let diary = scene.source("diary", .declared)
        scene.declare(at("09:00"), at("09:30"), moving: 1_800_000, source: diary)
        scene.add(4000, at("08:00"), at("10:00"), source: scene.source("phone", .phone))
        scene.add([5000], from: at("00:00"), every: 1440, source: scene.source("total", .unknown))
        #expect(scene.day.steps == Steps(5000))
        #expect(scene.day.stepping?.central == Milliseconds.minutes(50))
    }

    @Test func `a total of the day adds what exceeds all, long records too`() {
        var scene = counter([(at("08:00"), 0), (at("10:00"), 3000)])
        scene.add(times(10, 100), from: at("12:00"), source: scene.source("watch"))
        #expect(scene.day.steps == Steps(4000))
        let total = scene.source("total", .unknown)
        scene.add([3500], from: at("00:00"), every: 1440, source: total)
        #expect(scene.day.steps == Steps(4000))
        scene.add([9000], from: at("00:00"), every: 1440, source: total)
        #expect(scene.day.steps == Steps(9000))
    }

    @Test func `of two sources the better one counts, and receipts say so`() {
        var scene = Scene()
        scene.observations.files = [FileReference(name: "a.csv", sha256: "aa")]
        for (name, steps) in [("b", 3000), ("a", 2000)] as [(String, Int32)] {
            scene.add(steps, at("08:00"), at("10:00"), source: scene.source(name, .unknown))
        }
        #expect(scene.day.steps == Steps(2000))
        let entry = scene.derivation.receipt(of: Scene.date, from: scene.observations)?.entries.last
        #expect(entry?.winners.map(\.source) == ["a"])
        #expect(entry?.losers.map(\.reason) == [.betterSource("a")])
    }

    @Test func `a long record over midnight is settled on each day by itself`() {
        var scene = Scene()
        let next = Scene.date.advanced(by: 1)
        scene.add(1200, at("23:00"), at("01:00", next), source: scene.source("phone", .phone))
        scene.add(times(10, 100), from: at("23:10"), source: scene.source("watch"))
        let days = scene.days(Scene.date...next)
        #expect(days.map { $0.steps?.count } == [1000, 600])
    }

    @Test func `as long as a day is a total, and so is all of a short one`() {
        let window = MinuteWindow(dates: Scene.date...Scene.date, home: HomeZones(.utc))
        func isTotal(_ start: String, _ minutes: Int64) -> Bool {
            let start = at(start).milliseconds
            return StepRecord(start: start, end: start + minutes * 60_000, steps: 0)
                .isTotal(in: window)
        }
        #expect(isTotal("00:00", 1440))
        #expect(isTotal("12:00", 1380))
        #expect(!isTotal("00:00", 1379))
        // Troll in Antarctica puts its clocks forward by two hours.
        let date = date("2024-03-31")
        let troll = MinuteWindow(dates: date...date, home: HomeZones(.named("Antarctica/Troll")))
        let whole = troll.span
        #expect(whole.upperBound - whole.lowerBound == 22 * 3_600_000)
        let record = StepRecord(start: whole.lowerBound, end: whole.upperBound, steps: 0)
        #expect(record.isTotal(in: troll))
    }
}
