import Model
import TestSupport
import Testing

@testable import Sessions

/// Invariants of SESSIONS.md §10 that single scenes cannot show: C3, C4, K1, K3, K4, F4, G8, each
/// over many seeds.
struct SeededScenesTests {
    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func `coarse epochs that are too thin, alone and in pairs, are no walk`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let length = [10, 15, 30, 60].randomElement(using: &generator) ?? 15
        // N_core(2L) / 2 keeps every pair of neighbours below what a pair must hold.
        let limit = length <= 15 ? 300 + 30 * (length - 5) : 600 + 20 * (length - 15)
        let pair = 2 * length <= 15 ? 300 + 30 * (2 * length - 5) : 600 + 20 * (2 * length - 15)
        let most = Int32(min(limit, pair / 2) - 1)
        var scene = Scene()
        let phone = scene.source("phone", .phone)
        let counts = (0..<(600 / length)).map { _ in Int32.random(in: 0...most, using: &generator) }
        scene.add(counts, from: at("06:00"), every: Int64(length), source: phone)
        #expect(scene.walks.isEmpty)
        #expect(scene.day.steps?.count == counts.reduce(0) { $0 + Int64($1) })
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func `a total of a day is no walk, however large`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var scene = Scene()
        let steps = Int32.random(in: 0...60_000, using: &generator)
        scene.add([steps], from: at("00:00"), every: 1440, source: scene.source("totals", .unknown))
        #expect(scene.walks.isEmpty)
        #expect(scene.day.steps?.count == Int64(steps))
    }

    @Test(arguments: 1...60 as ClosedRange<UInt64>)
    func `a counter that only rises gives what it rose by, in whatever files`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var value = Int64.random(in: 0...9_000, using: &generator)
        var time = at("08:00")
        var samples = [(time, value)]
        for _ in 0..<Int.random(in: 1...40, using: &generator) {
            time = time.advanced(by: Int64.random(in: 10_000...900_000, using: &generator))
            value += Int64.random(in: 0...90, using: &generator)
            samples.append((time, value))
        }
        var scene = Scene()
        let band = scene.source("band")
        for (place, sample) in samples.shuffled(using: &generator).enumerated() {
            scene.count([sample], source: band, file: Int32(place % 3))
        }
        let days = scene.days(Scene.date...Scene.date.advanced(by: 1))
        let counted = days.reduce(0) { $0 + ($1.steps?.count ?? 0) }
        #expect(counted == value - samples[0].1)
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func `counters never give less than nothing`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let samples = (0..<30).map { index in
            CounterIncrements.Sample(
                time: Int64(index) * 60_000,
                value: Int64.random(in: 0...100_000, using: &generator)
            )
        }
        let records = CounterIncrements(
            modulus: nil,
            resetsDaily: seed % 2 == 0,
            home: HomeZones(.utc),
            maximumStepsPerMinute: 300
        ).records(from: samples.shuffled(using: &generator))
        #expect(records.allSatisfy { $0.steps >= 0 && $0.start < $0.end })
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func `quarantine lets go of what new limits allow`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var scene = Scene()
        let watch = scene.source("watch")
        let counts = (0..<120).map { _ in Int32.random(in: 0...600, using: &generator) }
        scene.add(counts, from: at("09:00"), source: watch)
        let kept = counts.filter { $0 <= 300 }.reduce(0) { $0 + Int64($1) }
        #expect(scene.day.steps?.count == kept)
        scene.plausibility.maximumStepsPerMinute = 600
        #expect(scene.day.steps?.count == counts.reduce(0) { $0 + Int64($1) })
        scene.plausibility.maximumStepsPerMinute = 300
        #expect(scene.day.steps?.count == kept)
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `a twin of lower rank that lags a minute or two adds no walking`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var counts: [Int32] = []
        while counts.count < 300 {
            counts += (0..<Int.random(in: 7...25, using: &generator)).map { _ in
                Int32.random(in: 85...120, using: &generator)
            }
            counts += [Int32](repeating: 0, count: Int.random(in: 10...40, using: &generator))
        }
        var scene = Scene()
        scene.add(counts, from: at("07:00"), source: scene.source("watch"))
        let alone = scene.walks.map(\.active)
        let lag = seed % 2 == 0 ? "07:01" : "07:02"
        scene.add(counts, from: at(lag), source: scene.source("phone", .phone))
        #expect(scene.walks.map(\.active) == alone)
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `a track without heights has no climb, and it is not nothing`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var latitude: Int64 = 59_900_000_000
        let points = (0..<900).map { second in
            latitude += Int64.random(in: 9_000...14_000, using: &generator)
            return TrackPoint(
                time: at("10:00").advanced(by: Int64(second) * 1000),
                latitude: latitude,
                longitude: 10_700_000_000,
                elevation: nil,
                line: Int32(second + 1)
            )
        }
        var scene = Scene()
        let track = scene.source("gpx", .gpx)
        scene.observations.tracks.append(
            Observed(TrackPiece(source: track, segment: 0, piece: 0, points: points), file: 0)
        )
        #expect(scene.walks.count == 1)
        #expect(scene.walks.first?.climb == nil && scene.walks.first?.isHilly == nil)
        #expect(scene.walks.first?.distance != nil)
    }
}
