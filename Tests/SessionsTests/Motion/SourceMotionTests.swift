import Model
import TestSupport
import Testing

@testable import Sessions

struct SourceMotionTests {
    /// 2018-03-13T12:44:45Z, where the walk of the first worked example begins.
    private let lunch: Int64 = 1_520_945_085_000

    @Test func `a walk of 250 s has its seconds in five minutes`() {
        var track = SyntheticTrack(at: lunch)
        track.interval = 5
        track.go(1.3, seconds: 250)
        #expect(track.motion.walkingByMinute == [15_000, 60_000, 60_000, 60_000, 55_000])
        #expect(track.motion.minutes[0].minute * 60_000 == lunch - 45_000)
        #expect(track.motion.recordings[0].walking == Milliseconds(250_000))
    }

    @Test func `between two segments of one file nothing is walked`() {
        var track = SyntheticTrack(at: lunch)
        track.interval = 5
        track.go(1.3, seconds: 250)
        let points = track.points
        let motion = SourceMotion([[Array(points[..<20]), Array(points[22...])]])
        #expect(motion.walking == 235_000)
        #expect(motion.recordings.count == 2)
    }

    @Test func `a way in a car with waiting holds less than half a minute of walking`() {
        var track = SyntheticTrack()
        for seconds in [60, 45, 70] as [Int64] {
            track.stand(seconds: seconds)
            for speed in [3, 7, 12, 7, 3] { track.go(Double(speed), seconds: 13) }
        }
        track.stand(seconds: 55)
        let motion = track.motion
        #expect(motion.walking < 30_000)
        #expect(motion.stopped > 180_000)
        #expect(motion.vehicle > 120_000)
        #expect(motion.minutes.contains { $0.fast >= 30_000 })
    }

    @Test func `recordings say where they stand`() {
        var track = SyntheticTrack()
        track.go(1.2, seconds: 100)
        let recorded = SourceMotion([[], [track.points]]).recordings
        #expect(recorded.map(\.start) == [track.span.lowerBound])
        #expect(recorded.map(\.end) == [track.span.upperBound])
        #expect(recorded.map(\.file) == [1])
        #expect(recorded.map(\.firstLine) == [1])
        #expect(recorded.map(\.lastLine) == [101])
    }

    @Test func `no tracks show nothing`() {
        let motion = SourceMotion([TrackPoint]())
        #expect(motion.minutes.isEmpty)
        #expect(motion.recordings.isEmpty)
        let hour = Instant(seconds: 0)..<Instant(seconds: 3_600)
        #expect(motion.figures(in: hour) == TrackFigures())
    }

    @Test func `a second that two tracks cover counts once, for the earlier`() {
        var (still, walk) = (
            SyntheticTrack(), SyntheticTrack(at: SyntheticTrack.monday + 60_000, latitude: 48)
        )
        still.stand(seconds: 300)
        walk.go(1.2, seconds: 300)
        for files in [[[still.points], [walk.points]], [[walk.points], [still.points]]] {
            let motion = SourceMotion(files)
            #expect(motion.minutes.count == 6)
            #expect(motion.stopped == 300_000)
            #expect(motion.walking == 60_000)
            #expect(motion.recordings.map(\.walking.count) == [0, 300_000])
        }
    }

    @Test func `credit is not given for time that another track shows`() {
        var (gap, other) = (SyntheticTrack(), SyntheticTrack(at: SyntheticTrack.monday + 90_000))
        gap.go(1.2, seconds: 60)
        gap.wait(240, 1.2)
        gap.record()
        gap.go(1.2, seconds: 60)
        other.stand(seconds: 120)
        let motion = SourceMotion([[gap.points], [other.points]])
        #expect(motion.stopped == 120_000)
        let covered = motion.minutes.reduce(0) { $0 + $1.walking + $1.stopped }
        #expect(covered <= 360_000)
        #expect(abs(motion.walking - 240_000) < 20)
        #expect(motion.minutes.allSatisfy { $0.walking + $0.stopped <= 60_000 })
    }

    @Test func `credit follows the median speed of the same recording`() {
        var track = SyntheticTrack()
        track.go(1, seconds: 300)
        track.wait(200, 0.5)
        track.record()
        track.go(1, seconds: 300)
        let credited = track.motion.minutes.reduce(0) { $0 + $1.credited }
        #expect(abs(credited - 100_000) < 100)
        #expect(track.motion.recordings[0].credited == Milliseconds(Int64(credited)))
    }
}
