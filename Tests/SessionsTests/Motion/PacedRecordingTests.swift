import Model
import Testing

@testable import Sessions

struct PacedRecordingTests {
    private func recording(_ points: [TrackPoint]) -> PacedRecording {
        PacedRecording(
            RecordingAssembly.recordings(
                of: SourceMotion.tracks([[points]]),
                plausibility: SourceMotion.plausibility
            )[0]
        )
    }

    @Test func `silences lie between chunks and join them without a hole`() {
        var track = SyntheticTrack(at: SyntheticTrack.monday + 250)
        for seconds in [61, 200, 1_000] as [Int64] {
            track.go(1.2, seconds: 90)
            track.wait(seconds, 0.6)
            track.record()
        }
        let paced = recording(track.points)
        #expect(paced.chunks.count == 4)
        #expect(paced.silences.map(\.seconds.count) == [61, 200, 1_000])
        for (index, silence) in paced.silences.enumerated() {
            #expect(silence.seconds.lowerBound == paced.chunks[index].paced.range.upperBound)
            #expect(silence.seconds.upperBound == paced.chunks[index + 1].paced.range.lowerBound)
        }
    }

    @Test func `the summary tells credited from uncovered silence`() {
        var track = SyntheticTrack()
        track.go(1.2, seconds: 300)
        track.wait(200, 0.6)
        track.record()
        track.go(1.2, seconds: 100)
        track.wait(400, 0.6)
        track.record()
        let summary = recording(track.points).summary
        #expect(abs(summary.credited.count - 100_000) < 100)
        #expect(summary.credited + summary.uncovered == Milliseconds(600_000))
        #expect(summary.walking == Milliseconds(400_000) + summary.credited)
        #expect(summary.stopped == .zero)
    }

    @Test func `without a walked second the usual speed of people holds`() {
        var track = SyntheticTrack()
        track.record()
        track.wait(200, 0.6)
        track.record()
        let summary = recording(track.points).summary
        #expect(abs(summary.credited.count - 100_000) < 2)
        #expect(summary.walking == summary.credited)
    }

    @Test func `standing before the silence does not slow the usual speed`() {
        var track = SyntheticTrack()
        track.go(1.5, seconds: 120)
        track.stand(seconds: 600)
        track.wait(100, 1.2)
        track.record()
        let credit = recording(track.points).summary.credited.count
        #expect(abs(credit - 80_000) < 100)
    }

    @Test func `a declared pause is uncovered, however short`() {
        var track = SyntheticTrack()
        track.go(1.2, seconds: 60)
        track.record(flags: .breaksChunk)
        track.wait(120, 1.2)
        track.record()
        track.go(1.2, seconds: 60)
        let summary = recording(track.points).summary
        #expect(summary.walking == Milliseconds(120_000))
        #expect(summary.uncovered == Milliseconds(120_000))
    }

    @Test func `each pace has its time`() {
        var track = SyntheticTrack()
        track.go(1.2, seconds: 300)
        track.stand(seconds: 200)
        track.go(1.2, seconds: 200)
        track.go(3, seconds: 300)
        track.go(14, seconds: 300)
        let summary = recording(track.points).summary
        #expect(abs(summary.stopped.count - 198_000) <= 1_000)
        #expect(abs(summary.running.count - 300_000) < 40_000)
        #expect(abs(summary.vehicle.count - 300_000) < 40_000)
        #expect(summary.uncovered == .zero)
    }
}
