import Model
import TestSupport
import Testing

@testable import Sessions

struct DayFiguresTests {
    @Test func `less than ten hours is a part of a day`() {
        #expect(Scene.watch(times(599, 0), from: "06:00").day.coverage == .partial)
        #expect(Scene.watch(times(600, 0), from: "06:00").day.coverage == .recorded)
        #expect(Scene().day.coverage == .none)
    }

    @Test func `a source without zeros covers gaps of less than three hours`() {
        #expect(Scene.watch([5], from: "10:00").day.coveredMinutes == 1)
        var scene = Scene.watch([5], from: "10:00")
        scene.add([5], from: at("13:00"), source: 0)
        #expect(scene.day.coveredMinutes == 181)
        scene.add([5], from: at("16:01"), source: 0)
        #expect(scene.day.coveredMinutes == 182)
        // With a recorded 0 what is missing is missing.
        scene.add([0], from: at("20:00"), source: 0)
        #expect(scene.day.coveredMinutes == 4)
        var omitting = Scene()
        let phone = omitting.source("phone", .phone, omitsZeros: true)
        omitting.add([0], from: at("10:00"), source: phone)
        omitting.add([5], from: at("12:00"), source: phone)
        #expect(omitting.day.coveredMinutes == 121)
    }

    @Test func `a gap over midnight is covered on both days`() {
        let next = Scene.date.advanced(by: 1)
        var scene = Scene.watch([5], from: "23:00")
        scene.add([5], from: at("01:00", next), source: 0)
        #expect(scene.days(Scene.date...next).map(\.coveredMinutes) == [60, 61])
    }

    @Test func `the last record of a day ends with it`() {
        let next = Scene.date.advanced(by: 1)
        var scene = Scene.watch(times(10, 5), from: "21:00")
        let band = scene.source("band")
        scene.add(times(10, 5), from: at("21:00"), source: band)
        #expect(scene.day.lastRecord == LastRecord(time: at("21:10"), source: "band"))
        scene.add(10, at("23:58"), at("00:03", next), source: 0)
        let days = scene.days(Scene.date...next)
        #expect(days.map(\.lastRecord?.source) == ["watch", "watch"])
        #expect(days.map(\.lastRecord?.time) == [at("00:00", next), at("00:03", next)])
    }

    @Test func `a total adds only what exceeds the minutes`() {
        var scene = Scene.watch(times(50, 100), from: "10:00")
        let totals = scene.source("totals", .unknown)
        scene.add([4000], from: at("00:00"), every: 1440, source: totals)
        #expect(scene.day.steps == Steps(5000))
        #expect(scene.day.estimated == .zero)
        scene.add([7000], from: at("00:00"), every: 1440, source: totals)
        #expect(scene.day.steps == Steps(7000))
        #expect(scene.day.estimated == Milliseconds.minutes(20))
        #expect(scene.day.stepping?.central == Milliseconds.minutes(70))
    }

    @Test func `of several totals the best-ranked counts`() {
        var scene = Scene()
        for (name, steps) in [("b", 9000), ("a", 4000), ("c", 9999)] as [(String, Int32)] {
            scene.add([steps], from: at("00:00"), every: 1440, source: scene.source(name, .unknown))
        }
        #expect(scene.day.steps == Steps(4000))
        scene.settings.ranks = ["c": 2]
        #expect(scene.day.steps == Steps(9999))
    }

    @Test func `a record over midnight is spread over both days`() {
        var scene = Scene()
        let totals = scene.source("totals", .unknown)
        let next = Scene.date.advanced(by: 1)
        scene.add(2501, at("12:00"), at("13:00", next), source: totals)
        // Nobody can tell where the steps of a longer one belong.
        scene.add(9999, at("12:00"), at("14:00:00.001", next), source: totals)
        let days = scene.days(Scene.date...next.advanced(by: 1))
        #expect(days.map { $0.steps?.count } == [1200, 1301, nil])
    }

    @Test func `stepping stays in order above 140 steps a minute`() {
        let stepping = Scene.watch([200], from: "10:00").day.stepping
        #expect(
            stepping
                == Estimate(
                    low: Milliseconds(60_000),
                    central: Milliseconds(60_000),
                    high: Milliseconds(60_000)
                )
        )
        #expect(Scene.watch([100], from: "10:00").day.stepping?.low == Milliseconds(42_857))
    }
}
