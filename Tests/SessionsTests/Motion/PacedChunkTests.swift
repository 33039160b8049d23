import Model
import TestSupport
import Testing

@testable import Sessions

struct PacedChunkTests {
    /// The stop that SESSIONS.md §2.3 measured: speed, length of the stop, what is found of it.
    static let stops: [(Double, Int64, Int64)] = [
        (0.6, 15, 25), (0.6, 20, 30), (0.6, 30, 40), (0.6, 60, 70), (0.6, 120, 130),
        (0.8, 15, 19), (0.8, 20, 24), (0.8, 30, 34), (0.8, 60, 64), (0.8, 120, 124),
        (1.0, 15, 15), (1.0, 20, 20), (1.0, 30, 30), (1.0, 60, 60), (1.0, 120, 120),
        (1.2, 15, 0), (1.2, 20, 18), (1.2, 30, 28), (1.2, 60, 58), (1.2, 120, 118),
        (1.5, 15, 0), (1.5, 20, 16), (1.5, 30, 26), (1.5, 60, 56), (1.5, 120, 116),
    ]

    @Test(arguments: stops)
    func `a stop is found as long as it was measured`(speed: Double, length: Int64, found: Int64) {
        var track = SyntheticTrack()
        track.go(speed, seconds: 180)
        track.stand(seconds: length)
        track.go(speed, seconds: 180)
        let stopped = track.motion.stopped / 1000
        if found == 0 {
            #expect(stopped == 0)
        } else {
            #expect(abs(stopped - found) <= 1)
        }
    }

    @Test func `walking to and fro in a corridor is no stop`() {
        var track = SyntheticTrack()
        for turn in 0..<20 { track.go(turn.isMultiple(of: 2) ? 1.1 : -1.1, seconds: 18) }
        #expect(track.motion.stopped == 0)
        #expect(track.motion.walking == 360_000)
    }

    @Test(arguments: [(1.3, Pace.walk), (2.5, .run), (4.1, .run), (4.3, .vehicle), (10, .vehicle)])
    func `a steady speed has one pace`(speed: Double, pace: Pace) {
        var track = SyntheticTrack()
        track.go(speed, seconds: 200)
        let chunk = PacedChunk(Chunk(fixes(track)))
        #expect(chunk.seconds.count == 200)
        #expect(chunk.seconds.allSatisfy { $0.pace == pace })
        #expect(chunk.seconds.allSatisfy { $0.isFast == (speed > 4.2) })
    }

    @Test func `a bus at a light stands but is still fast`() {
        var track = SyntheticTrack()
        track.go(14, seconds: 120)
        track.stand(seconds: 30)
        track.go(14, seconds: 120)
        let chunk = PacedChunk(Chunk(fixes(track)))
        let light = chunk.seconds[130]
        #expect(light.pace == .stop)
        #expect(light.isFast)
    }

    @Test func `seconds begin where the clock's do`() {
        var track = SyntheticTrack(at: SyntheticTrack.monday + 700)
        track.go(1, seconds: 90)
        let chunk = PacedChunk(Chunk(fixes(track)))
        #expect(chunk.range.lowerBound * 1000 == SyntheticTrack.monday)
        #expect(chunk.range.count == 90)
    }

    @Test func `one point has no seconds`() {
        var track = SyntheticTrack()
        track.record()
        let chunk = PacedChunk(Chunk(fixes(track)))
        #expect(chunk.seconds.isEmpty)
        #expect(chunk.walked(in: 0..<Int64.max) == 0)
    }

    @Test func `walked seconds are counted inside of the chunk only`() {
        var track = SyntheticTrack()
        track.go(1, seconds: 60)
        let chunk = PacedChunk(Chunk(fixes(track)))
        let start = chunk.range.lowerBound
        #expect(chunk.walked(in: start..<start + 10) == 10)
        #expect(chunk.walked(in: start - 10..<start + 10) == 10)
        #expect(chunk.walked(in: 0..<Int64.max) == 60)
    }

    private func fixes(_ track: SyntheticTrack) -> [Fix] {
        TrackSegment.segments(
            of: SourceMotion.tracks([[track.points]]),
            plausibility: SourceMotion.plausibility
        ).flatMap(\.fixes)
    }
}
