import Model
import TestSupport
import Testing

@testable import Formats

struct ConstantSpeedTests {
    /// The moment 2010-01-01T00:00:00Z.
    private static let newYear: Int64 = 1_262_304_000_000

    private func point(
        _ milliseconds: Int64,
        north: Int64,
        east: Int64 = 8_000_000_000
    )
        -> TrackPoint
    {
        TrackPoint(
            time: Instant(milliseconds: Self.newYear + milliseconds),
            latitude: north,
            longitude: east,
            elevation: nil,
            line: 1
        )
    }

    /// Legs of uneven length at one speed, times rounded by the closure.
    private func plan(seed: UInt64, _ round: (Double) -> Int64) -> [TrackPoint] {
        var random = SeededGenerator(seed: seed)
        var path = 0.0
        return (0..<200).map { index in
            if index > 0 { path += Double.random(in: 50...5_000, using: &random) }
            // 1.4 m/s are 12 600 nanodegrees of latitude a second.
            let north = 47_000_000_000 + Int64(path * 126)
            return point(round(path / 100), north: north)
        }
    }

    private func admitsAll(_ points: [TrackPoint]) -> Bool {
        guard let first = points.first, var speed = ConstantSpeed(from: first) else { return false }
        return points.dropFirst().allSatisfy { speed.admits($0) }
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `invented times are found out however they are rounded`(seed: UInt64) {
        #expect(admitsAll(plan(seed: seed) { Int64($0) * 1000 }))
        #expect(admitsAll(plan(seed: seed) { Int64($0.rounded()) * 1000 }))
        #expect(admitsAll(plan(seed: seed) { Int64($0 * 1000) }))
    }

    @Test func `a stop, a step back in time or a pause mark is a recording`() {
        let steady = (0..<60).map { point($0 * 10_000, north: 47_000_000_000 + $0 * 126_000) }
        #expect(admitsAll(steady))
        let stop = point(700_000, north: 47_000_000_000 + 59 * 126_000)
        #expect(!admitsAll(steady + [stop]))
        #expect(!admitsAll(steady + [point(100, north: 47_008_000_000)]))
        let mark = TrackPoint(
            time: stop.time,
            latitude: 0,
            longitude: 0,
            elevation: nil,
            flags: .breaksChunk,
            line: 1
        )
        #expect(!admitsAll(steady + [mark]))
    }

    @Test func `only the very first instant of a year is suspicious`() {
        #expect(ConstantSpeed(from: point(0, north: 0)) != nil)
        #expect(ConstantSpeed(from: point(1000, north: 0)) == nil)
        #expect(ConstantSpeed(from: point(-1, north: 0)) == nil)
        #expect(ConstantSpeed(from: point(86_400_000, north: 0)) == nil)
    }

    @Test func `one speed is one speed over the date line and near the pole`() {
        let east = (0..<50).map { step -> TrackPoint in
            let turned = 179_999_000_000 + Int64(step) * 126_000
            let longitude = turned > 180_000_000_000 ? turned - 360_000_000_000 : turned
            return point(Int64(step) * 10_000, north: 0, east: longitude)
        }
        #expect(admitsAll(east))
        let north = (0..<50).map { point($0 * 10_000, north: 89_000_000_000 + $0 * 126_000) }
        #expect(admitsAll(north))
    }
}
