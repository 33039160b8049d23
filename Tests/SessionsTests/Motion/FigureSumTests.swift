import Model
import TestSupport
import Testing

@testable import Sessions

/// Figures of walks, through the door that walks take them from.
struct FigureSumTests {
    private func figures(_ track: SyntheticTrack) -> TrackFigures {
        track.motion.figures(in: track.span)
    }

    private func metres(_ distance: Metres?) -> Double? {
        distance.map { Double($0.millimetres) / 1000 }
    }

    @Test func `a steady walk has its length`() throws {
        var track = SyntheticTrack()
        track.go(1.25, seconds: 600)
        let figures = figures(track)
        #expect(abs(try #require(metres(figures.distance)) - 750) < 0.05)
        #expect(!figures.isPoorTrack)
    }

    @Test func `without heights nothing is said of hills`() {
        var track = SyntheticTrack()
        track.go(1.25, seconds: 600)
        let figures = figures(track)
        #expect(figures.climb == nil)
        #expect(figures.descent == nil)
        #expect(figures.isHilly == nil)
        #expect(figures.steepestGrade == nil)
    }

    @Test func `a level walk is not hilly`() {
        var track = SyntheticTrack()
        track.height = 400
        track.go(1.25, seconds: 600)
        #expect(figures(track).isHilly == false)
        #expect(figures(track).climb == Metres(millimetres: 0))
    }

    @Test func `a slope of six percent is hilly, and up minus down is the height won`() throws {
        var track = SyntheticTrack()
        track.height = 400
        track.go(1, seconds: 300, climb: 0.06)
        track.go(1, seconds: 100, climb: -0.06)
        let figures = figures(track)
        #expect(figures.isHilly == true)
        let climb = try #require(figures.climb), descent = try #require(figures.descent)
        #expect(abs(climb.millimetres - 18_000) < 700)
        #expect(abs(climb.millimetres - descent.millimetres - 12_000) < 10)
        #expect(figures.steepestGrade == 60)
        #expect(abs(try #require(metres(figures.steep)) - 350) < 60)
    }

    @Test func `going up and down twenty metres a kilometre is hilly without any steep part`() {
        var track = SyntheticTrack()
        track.height = 400
        track.go(1.25, seconds: 600, climb: 0.03)
        #expect(figures(track).isHilly == true)
        #expect(figures(track).steep == Metres(millimetres: 0))
    }

    @Test func `noisy heights need ten metres to count`() throws {
        var track = SyntheticTrack()
        track.interval = 10
        for step in 0..<60 {
            track.height = step.isMultiple(of: 2) ? 400 : 404
            track.go(1.2, seconds: 10)
        }
        let figures = figures(track)
        #expect(try #require(figures.climb).millimetres <= 4_000)
    }

    @Test func `standing and driving add no distance`() throws {
        var track = SyntheticTrack()
        track.go(1.2, seconds: 300)
        track.stand(seconds: 120)
        track.go(1.2, seconds: 300)
        let walked = try #require(metres(figures(track).distance))
        #expect(walked <= 720 && walked > 700)
        track.go(15, seconds: 600)
        let driven = try #require(metres(figures(track).distance))
        #expect(driven < 720 + 120)
    }

    @Test func `a drive has no figures`() {
        var track = SyntheticTrack()
        track.height = 400
        track.go(15, seconds: 600)
        #expect(figures(track) == TrackFigures())
    }

    @Test func `the figures of two halves add up to the whole`() throws {
        var random = SeededGenerator(seed: 12)
        var track = SyntheticTrack(at: SyntheticTrack.monday + 300)
        track.interval = 7
        for _ in 0..<20 {
            track.go(Double.random(in: 0...2, using: &random), seconds: 35)
            track.wait(Int64.random(in: 0...3, using: &random) * 50, 0.8)
        }
        let motion = track.motion
        let whole = try #require(motion.figures(in: track.span).distance).millimetres
        for _ in 0..<100 {
            let middle = Instant(
                milliseconds: Int64.random(
                    in: track.span.lowerBound.milliseconds...track.span.upperBound.milliseconds,
                    using: &random
                )
            )
            let first = motion.figures(in: track.span.lowerBound..<middle).distance
            let second = motion.figures(in: middle..<track.span.upperBound).distance
            let sum = (first?.millimetres ?? 0) + (second?.millimetres ?? 0)
            #expect(abs(sum - whole) <= 1)
        }
    }

    @Test func `a silence with credit adds its straight line`() throws {
        var track = SyntheticTrack()
        track.go(1.2, seconds: 300)
        track.wait(200, 1)
        track.record()
        track.go(1.2, seconds: 300)
        #expect(abs(try #require(metres(figures(track).distance)) - 920) < 0.1)
    }

    @Test func `a trembling track is called poor`() {
        var random = SeededGenerator(seed: 13)
        func isPoor(_ sigma: Double) -> Bool {
            var track = SyntheticTrack()
            track.record()
            for _ in 0..<600 {
                track.wait(1, 1.2)
                track.record(
                    trembling: (
                        Double.random(in: -sigma...sigma, using: &random),
                        Double.random(in: -sigma...sigma, using: &random)
                    )
                )
            }
            return figures(track).isPoorTrack
        }
        #expect(!isPoor(0.5))
        #expect(isPoor(4))
    }

    @Test func `outside of the track there is nothing`() {
        var track = SyntheticTrack()
        track.go(1.2, seconds: 300)
        let end = track.span.upperBound
        #expect(track.motion.figures(in: end..<end.advanced(by: 60_000)) == TrackFigures())
        #expect(track.motion.figures(in: end..<end) == TrackFigures())
        let all = Instant(milliseconds: .min)..<Instant(milliseconds: .max)
        #expect(track.motion.figures(in: all) == track.motion.figures(in: track.span))
    }
}
