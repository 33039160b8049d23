import Model
import Testing

@testable import Sessions

struct SourceRecordsTests {
    private func records(_ scene: Scene) -> [SourceRecords] {
        let window = MinuteWindow(dates: Scene.date...Scene.date, home: scene.home)
        return RecordReader(
            window: window,
            sources: NamedSources(scene.observations, plausibility: scene.plausibility),
            home: scene.home,
            plausibility: scene.plausibility
        ).records(of: scene.observations)
    }

    @Test func `of equal intervals the largest value holds`() {
        var scene = Scene.watch([50, 60], from: "10:00")
        scene.add([70, 10], from: at("10:00"), source: 0)
        #expect(records(scene)[0].short.map(\.steps) == [70, 60])
    }

    @Test func `marks go to their minutes, and those of one minute add up`() {
        var scene = Scene()
        let watch = scene.source("watch")
        for time in ["10:00:05", "10:00:35", "10:02:10"] {
            scene.add(20, at(time), at(time), source: watch)
        }
        scene.add(7, at("10:00:35"), at("10:00:35"), source: watch)
        let found = records(scene)[0].short
        #expect(found.map(\.steps) == [40, 20])
        #expect(found.map(\.start) == [at("10:00").milliseconds, at("10:02").milliseconds])
    }

    @Test func `marks in a rhythm are as long as it`() {
        var scene = Scene()
        let watch = scene.source("watch")
        for place in 0..<10 {
            let time = at("10:02").advanced(by: Int64(place) * 900_000)
            scene.add(50, time, time, source: watch)
        }
        #expect(records(scene)[0].short.map(\.length) == [Int64](repeating: 900_000, count: 10))
        #expect(records(scene)[0].lengths == [900_000])
    }

    @Test func `a mark of too many steps tells of the rhythm and counts nothing`() {
        var scene = Scene()
        let watch = scene.source("watch")
        for hour in 8..<16 {
            scene.add(hour == 9 ? 18_001 : 1250, at("\(hour):00"), at("\(hour):00"), source: watch)
        }
        #expect(records(scene)[0].short.map(\.steps) == [Int32](repeating: 1250, count: 7))
        #expect(records(scene)[0].short.map(\.length) == [Int64](repeating: 3_600_000, count: 7))
    }

    @Test func `of one time the largest mark that counts holds`() {
        var scene = Scene()
        let watch = scene.source("watch")
        for steps in [18_001, 1200, 18_000, 7] as [Int32] {
            for hour in 8..<16 {
                scene.add(steps, at("\(hour):00"), at("\(hour):00"), source: watch)
            }
        }
        #expect(records(scene)[0].short.map(\.steps) == [Int32](repeating: 18_000, count: 8))
        // A minute is the length of marks whose day speaks for none.
        var loose = Scene()
        for steps in [301, 300, 299] as [Int32] {
            loose.add(steps, at("10:00"), at("10:00"), source: loose.source("watch"))
        }
        #expect(records(loose)[0].short.map(\.steps) == [300])
    }

    @Test func `records of more than an hour stand apart, and zeros are noted`() {
        var scene = Scene.watch([0, 5], from: "10:00")
        scene.add([4000], from: at("12:00"), every: 61, source: 0)
        let found = records(scene)[0]
        #expect(found.short.count == 2)
        #expect(found.long.map(\.steps) == [4000])
        #expect(found.hasZero == [true])
    }

    @Test func `what is implausible, negative, or of nobody is left out`() {
        var scene = Scene.watch([301, 300, -4], from: "10:00")
        scene.add([5], from: Instant(seconds: 3_000_000_000), source: 0)
        scene.add([5], from: at("11:00"), source: 9)
        scene.add(5, at("12:00"), at("11:00"), source: 0)
        #expect(records(scene)[0].short.map(\.steps) == [300])
    }

    @Test func `records of other days are left out, and those across the edge kept`() {
        let next = Scene.date.advanced(by: 1)
        var scene = Scene.watch([5], from: "10:00")
        scene.add([6], from: at("00:00", next), source: 0)
        scene.add(7, at("23:58", next.advanced(by: -2)), at("00:02"), source: 0)
        #expect(records(scene)[0].short.map(\.steps) == [7, 5])
    }
}
