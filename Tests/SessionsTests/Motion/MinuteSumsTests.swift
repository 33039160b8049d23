import Model
import Testing

@testable import Sessions

struct MinuteSumsTests {
    private func paced(_ track: SyntheticTrack) -> PacedChunk {
        PacedChunk(
            Chunk(
                TrackSegment.segments(
                    of: SourceMotion.tracks([[track.points]]),
                    plausibility: SourceMotion.plausibility
                )[0].fixes
            )
        )
    }

    @Test func `seconds fall into their UTC minute`() {
        var track = SyntheticTrack(at: SyntheticTrack.monday + 50_000)
        track.go(1.2, seconds: 75)
        let chunk = paced(track)
        var sums = MinuteSums()
        sums.add(chunk, owned: chunk.range)
        #expect(sums.minutes.map(\.walking) == [10_000, 60_000, 5_000])
        let first = SyntheticTrack.monday / 60_000
        #expect(sums.minutes.map(\.minute) == [first, first + 1, first + 2])
    }

    @Test func `seconds that are another's are left out`() {
        var track = SyntheticTrack()
        track.go(9, seconds: 100)
        let chunk = paced(track)
        var sums = MinuteSums()
        let start = chunk.range.lowerBound
        sums.add(chunk, owned: start + 30..<start + 70)
        #expect(sums.minutes.map(\.vehicle) == [30_000, 10_000])
        #expect(sums.minutes.map(\.fast) == [30_000, 10_000])
    }

    @Test func `minutes before 1970 are minutes too`() {
        var minute = MotionMinute(minute: -1)
        minute.add(PacedSecond(pace: .run, isFast: true))
        minute.add(PacedSecond(pace: .stop, isFast: false))
        minute.add(credit: 700)
        #expect(
            minute
                == MotionMinute(
                    minute: -1,
                    walking: 700,
                    running: 1_000,
                    stopped: 1_000,
                    fast: 1_000,
                    credited: 700
                )
        )
    }

    @Test func `no seconds make no minute`() {
        var track = SyntheticTrack()
        track.go(1, seconds: 20)
        let chunk = paced(track)
        var sums = MinuteSums()
        sums.add(chunk, owned: 0..<10)
        sums.add(chunk, owned: chunk.range.lowerBound..<chunk.range.lowerBound)
        #expect(sums.minutes.isEmpty)
    }
}
