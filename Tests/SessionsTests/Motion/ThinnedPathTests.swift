import TestSupport
import Testing

@testable import Sessions

struct ThinnedPathTests {
    private func path(_ track: SyntheticTrack) -> ThinnedPath {
        let segments = TrackSegment.segments(
            of: SourceMotion.tracks([[track.points]]),
            plausibility: SourceMotion.plausibility
        )
        return ThinnedPath(Chunk(segments[0].fixes))
    }

    @Test func `points are ten metres apart, the last kept as it is`() {
        var track = SyntheticTrack()
        track.go(1.01, seconds: 95)
        let points = path(track).points
        #expect(points.count == 11)
        #expect(points[0].length == 0)
        #expect(points[1...9].allSatisfy { abs($0.length - 10.1) < 0.001 })
        #expect(abs(points[10].length - 5.05) < 0.001)
        #expect(points[10].time == SyntheticTrack.monday + 95_000)
    }

    @Test func `the raw way goes through every point`() {
        var track = SyntheticTrack()
        track.record()
        for step in 1...40 {
            track.wait(1, 0.5)
            track.record(trembling: (step.isMultiple(of: 2) ? 1 : -1, 0))
        }
        let points = path(track).points
        let (thinned, raw) = (
            points.reduce(0) { $0 + $1.length }, points.reduce(0) { $0 + $1.rawLength }
        )
        #expect(thinned < 25)
        #expect(raw > 75)
    }

    @Test func `trembling of two metres stretches the thinned way by less than five percent`() {
        var random = SeededGenerator(seed: 11)
        var (track, drift) = (SyntheticTrack(), (0.0, 0.0))
        track.record()
        for _ in 0..<600 {
            track.wait(1, 1.2)
            drift.0 = drift.0 * 0.9 + Double.random(in: -1.5...1.5, using: &random)
            drift.1 = drift.1 * 0.9 + Double.random(in: -1.5...1.5, using: &random)
            track.record(trembling: drift)
        }
        let points = path(track).points
        #expect(abs(points.reduce(0) { $0 + $1.length } - 720) < 36)
        #expect(points.reduce(0) { $0 + $1.rawLength } > 800)
    }

    @Test func `points before a time are counted`() {
        var track = SyntheticTrack()
        track.go(10.5, seconds: 5)
        let path = path(track)
        #expect(path.points.count == 6)
        #expect(path.count(before: .min) == 0)
        #expect(path.count(before: SyntheticTrack.monday) == 0)
        #expect(path.count(before: SyntheticTrack.monday + 1) == 1)
        #expect(path.count(before: SyntheticTrack.monday + 2_000) == 2)
        #expect(path.count(before: .max) == 6)
    }
}
