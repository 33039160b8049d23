import Model
import TestSupport
import Testing

@testable import Store

struct TrackPointPackingTests {
    @Test func `any points come back to the bit`() throws {
        for seed in UInt64(0)..<50 {
            var generator = SeededGenerator(seed: seed)
            let points = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
                generator.trackPoint()
            }
            #expect(try TrackPoint.unpack(TrackPoint.pack(points)) == points, "seed \(seed)")
        }
    }

    @Test func `a point a second takes about nine bytes`() {
        let points = (0..<1000).map { point($0) }
        #expect(TrackPoint.pack(points).count < 9 * 1000)
    }

    @Test func `a height that is missing for a while does not become another height`() throws {
        var points = (0..<5).map { point($0) }
        points[2] = TrackPoint(
            time: points[2].time,
            latitude: 0,
            longitude: 0,
            elevation: nil,
            flags: .breaksChunk,
            line: 2
        )
        #expect(try TrackPoint.unpack(TrackPoint.pack(points)) == points)
    }

    @Test func `damaged bytes do not trap`() {
        let bytes = TrackPoint.pack((0..<30).map { point($0 * $0) })
        for count in bytes.indices {
            #expect(throws: PackingProblem.self) {
                try TrackPoint.unpack(Array(bytes[..<count]))
            }
        }
        var generator = SeededGenerator(seed: 4)
        for _ in 0..<500 {
            var changed = bytes
            changed[Int.random(in: bytes.indices, using: &generator)] = generator.number()
            _ = try? TrackPoint.unpack(changed)
        }
    }
}
