import Model
import Testing

@testable import Sessions

/// The worked examples C1 to C4 of SESSIONS.md §9, and the rules of coarse epochs around them.
struct EstimatedWalkTests {
    private func scene(
        _ steps: [Int32?],
        every minutes: Int64,
        from time: String = "10:00"
    )
        -> Scene
    {
        var scene = Scene()
        let phone = scene.source("phone", .phone)
        scene.add(steps, from: at(time), every: minutes, source: phone)
        return scene
    }

    @Test func `two epochs that are dense together hold a walk`() {
        let scene = scene([0, 520, 480, 0], every: 15)
        let walk = scene.walks.first
        #expect(scene.walks.count == 1)
        #expect(walk?.quality == .estimated)
        #expect(walk?.start == at("10:15"))
        #expect(walk?.end == at("10:45"))
        #expect(walk?.active == Milliseconds(600_000))
        #expect(walk?.activeBounds == Milliseconds(428_571)...Milliseconds(1_000_000))
        #expect(walk?.steps == Steps(1000))
        #expect(walk?.pause == nil)
        #expect(walk?.cadence == nil)
        #expect(scene.day.sessionWalking == Milliseconds(600_000))
        #expect(scene.day.estimated == Milliseconds(600_000))
    }

    @Test func `a dense quarter of an hour has bounds that end with the quarter`() {
        let walk = scene([1366], every: 15).walks.first
        #expect(walk?.active == Milliseconds(819_600))
        #expect(walk?.activeBounds == Milliseconds(585_428)...Milliseconds(900_000))
    }

    @Test func `an hour of 1200 steps is stepping time and no walk`() {
        let scene = scene([1200], every: 60)
        #expect(scene.walks.isEmpty)
        #expect(
            scene.day.stepping
                == Estimate(
                    low: Milliseconds(514_285),
                    central: Milliseconds(720_000),
                    high: Milliseconds(1_200_000)
                )
        )
    }

    @Test func `a daily total is stepping time and never a walk`() {
        let scene = scene([7072], every: 1440, from: "00:00")
        #expect(scene.walks.isEmpty)
        #expect(scene.day.steps == Steps(7072))
        #expect(
            scene.day.stepping
                == Estimate(
                    low: Milliseconds(3_030_857),
                    central: Milliseconds(4_243_200),
                    high: Milliseconds(7_072_000)
                )
        )
        #expect(scene.day.estimated == Milliseconds(4_243_200))
        #expect(scene.day.coverage == .recorded)
    }

    @Test(arguments: [
        (6, 329, 330), (10, 449, 450), (15, 599, 600), (30, 899, 900), (60, 1499, 1500),
    ])
    func `an epoch needs as many steps as its length asks for`(
        minutes: Int64,
        too: Int32,
        enough: Int32
    ) {
        #expect(scene([too], every: minutes).walks.isEmpty)
        let isLongEnough = Int64(enough) * 600 >= 240_000
        #expect(scene([enough], every: minutes).walks.count == (isLongEnough ? 1 : 0))
    }

    @Test func `a pair needs a quarter of its steps in either half, and one length`() {
        #expect(scene([590, 224], every: 15).walks.isEmpty)
        #expect(scene([590, 310], every: 15).walks.count == 1)
        var uneven = scene([590], every: 15)
        uneven.add([310], from: at("10:15"), every: 14, source: 0)
        #expect(uneven.walks.isEmpty)
        var apart = scene([590], every: 15)
        apart.add([310], from: at("10:16"), every: 15, source: 0)
        #expect(apart.walks.isEmpty)
    }

    @Test func `an estimated walk across midnight belongs to two days in its parts`() {
        let next = Scene.date.advanced(by: 1)
        let days = scene([1000, 1000], every: 30, from: "23:45").days(Scene.date...next)
        #expect(days.map(\.walks.count) == [1, 0])
        #expect(days.map(\.sessionWalking.count) == [300_000, 900_000])
        #expect(days.map { $0.steps?.count } == [500, 1500])
    }

    @Test func `what overlaps a better-ranked epoch counts in proportion and never as a walk`() {
        var scene = scene([1000], every: 60)
        scene.settings.ranks = ["phone": 4]
        let band = scene.source("band", .phone)
        scene.add(1800, at("10:30"), at("11:30"), source: band)
        #expect(scene.walks.isEmpty)
        #expect(scene.day.steps == Steps(1000 + 900))
        #expect(scene.day.stepping?.central == Milliseconds(600_000 + 540_000))
    }

    @Test func `a watch that lay at home gives way to a dense epoch`() {
        var scene = scene([1366], every: 15)
        let watch = scene.source("watch")
        scene.add(times(60, 2), from: at("09:50"), source: watch)
        #expect(scene.walks.map(\.sources) == [["phone"]])
        #expect(scene.day.steps == Steps(1366 + 45 * 2))
    }

    @Test func `a worn watch makes an epoch count only where it says nothing`() {
        var scene = scene([1500], every: 15)
        let watch = scene.source("watch")
        scene.add(times(10, 100), from: at("10:00"), source: watch)
        scene.add(times(2, 0), from: at("10:10"), source: watch)
        #expect(scene.walks.map(\.quality) == [.measured])
        #expect(scene.day.steps == Steps(1000 + 300))
        #expect(scene.day.estimated == Milliseconds(180_000))
    }

    @Test func `a counter that sleeps between looks loses no step`() {
        var scene = Scene()
        let counter = scene.source("counter", .unknown)
        scene.count(
            [(at("10:00"), 0), (at("10:01"), 100), (at("10:11"), 400), (at("10:12"), 500)],
            source: counter
        )
        #expect(scene.day.steps == Steps(500))
    }

    @Test func `fine records inside of a coarse one leave it the rest`() {
        var scene = scene([1000], every: 15)
        scene.add([60], from: at("10:02"), source: 0)
        scene.add([70], from: at("10:12"), source: 0)
        #expect(scene.day.steps == Steps(1000))
    }

    @Test func `a phone that records as it likes keeps all of its steps`() {
        var scene = Scene()
        let phone = scene.source("iPhone", .phone, omitsZeros: true)
        let records: [(Int32, String, String)] = [
            (300, "10:00:12", "10:04:47"), (900, "10:04:47", "10:14:20"),
            (200, "10:14:20", "10:17:02"), (300, "10:40:12", "10:49:40"),
            (150, "11:40:12", "11:42:40"),
        ]
        for (steps, start, end) in records {
            scene.add(steps, at(start), at(end), source: phone)
        }
        #expect(scene.day.steps == Steps(1850))
        #expect(scene.walks.map(\.quality).contains(.estimated))
    }

    @Test func `a minute that a fine record shares with a coarse one of its source counts both`() {
        var scene = Scene()
        let phone = scene.source("phone", .phone)
        scene.add(550, at("10:00:00"), at("10:05:30"), source: phone)
        scene.add(500, at("10:05:30"), at("10:10:30"), source: phone)
        #expect(scene.day.steps == Steps(1050))
        #expect(scene.walks.map(\.quality) == [.estimated, .measured])
        #expect(scene.walks.map(\.end) == [at("10:05:30"), at("10:10:30")])
        #expect(scene.walks.map(\.start) == [at("10:00"), at("10:06")])
    }

    @Test func `an estimated walk leaves the steps of its own source at its edges`() {
        var scene = Scene()
        let counter = scene.source("counter", .unknown)
        scene.count(
            [
                (at("10:00:30"), 0), (at("10:01:30"), 10), (at("10:11:30"), 910),
                (at("10:12:30"), 920),
            ],
            source: counter
        )
        #expect(scene.walks.map(\.start) == [at("10:01:30")])
        #expect(scene.walks.map(\.steps) == [Steps(900)])
        #expect(scene.day.steps == Steps(920))
        // A watch that lay at home does not hide them; outside it is the better source.
        scene.add(times(15, 1), from: at("09:59"), source: scene.source("watch"))
        #expect(scene.walks.map(\.steps) == [Steps(900)])
        #expect(scene.day.steps == Steps(900 + 5 + 5 + 4))
    }

    @Test func `a copy of a source that is fine and coarse changes nothing`() {
        var scene = Scene()
        for name in ["counter", "counter, once more"] {
            scene.count(
                [(at("10:00"), 0), (at("10:01"), 100), (at("10:11"), 1000), (at("10:12"), 1100)],
                source: scene.source(name, .unknown)
            )
        }
        #expect(scene.day.steps == Steps(1100))
        #expect(scene.walks.map(\.sources) == [["counter"]])
    }

    @Test func `hours written down as marks are hours`() {
        var scene = Scene()
        let device = scene.source("device", .unknown)
        for hour in 8..<18 {
            let time = at("\(hour):00")
            scene.add(hour == 12 ? 300 : 20, time, time, source: device)
        }
        #expect(scene.walks.isEmpty)
        #expect(scene.day.coveredMinutes == 600)
        #expect(scene.day.steps == Steps(480))
    }

    @Test func `hours of many steps written down as marks are walks and no nonsense`() {
        var scene = Scene()
        let device = scene.source("device", .unknown)
        scene.observations.files = [FileReference(name: "a.csv", sha256: "aa")]
        for (place, steps) in [600, 1600, 900, 700, 800, 650, 1000, 18_001].enumerated() {
            let time = at("\(place + 8):00")
            scene.add(Int32(steps), time, time, source: device)
        }
        #expect(scene.day.steps == Steps(6250))
        #expect(scene.walks.map(\.start) == [at("09:00")])
        #expect(scene.walks.map(\.isOpen) == [false])
        #expect(scene.day.lastRecord?.time == at("14:00"))
        let receipt = scene.derivation.receipt(of: Scene.date, from: scene.observations)
        let reasons = receipt?.entries.flatMap(\.losers).map(\.reason)
        #expect(reasons == [.implausible(.tooManySteps)])
    }
}
