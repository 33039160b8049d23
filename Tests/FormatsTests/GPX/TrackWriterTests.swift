import Model
import Testing

@testable import Formats

struct TrackWriterTests {
    /// The moment 2010-01-01T00:00:00Z.
    private static let newYear: Int64 = 1_262_304_000_000

    private func plan(_ second: Int64) -> TrackPoint {
        TrackPoint(
            time: Instant(milliseconds: Self.newYear + second * 1000),
            latitude: second * 12_600,
            longitude: 0,
            elevation: nil,
            line: Int32(second + 1)
        )
    }

    private func written(_ body: (inout TrackWriter) -> Void) -> TrackSink {
        let sink = TrackSink()
        var writer = TrackWriter(source: Source(name: "gpx", kind: .gpx), into: sink)
        body(&writer)
        #expect(writer.pointsGiven == sink.points.count)
        return sink
    }

    @Test func `a suspected track is given late but whole and in order`() {
        let sink = written { writer in
            writer.beginTrack()
            writer.beginSegment()
            for second in 0..<10_000 { writer.add(plan(Int64(second))) }
            writer.add(plan(50_000))
            writer.add(
                TrackPoint(
                    time: plan(60_000).time,
                    latitude: 0,
                    longitude: 0,
                    elevation: nil,
                    line: 7
                )
            )
            writer.endSegment()
            let isPlan = writer.endTrack()
            #expect(!isPlan)
        }
        #expect(sink.pieces.map(\.piece) == [0, 1, 2])
        #expect(sink.points.count == 10_002)
        #expect(sink.points.prefix(10_000).map(\.line) == (1...10_000).map { Int32($0) })
    }

    @Test func `what is held back is bounded`() {
        let most = TrackWriter.pieceCapacity * TrackWriter.heldCapacity
        let sink = written { writer in
            writer.beginTrack()
            writer.beginSegment()
            for second in 0..<most + 5 { writer.add(plan(Int64(second))) }
            writer.endSegment()
            let isPlan = writer.endTrack()
            #expect(isPlan)
        }
        #expect(sink.pieces.isEmpty)
    }

    @Test func `two points are no speed yet`() {
        let sink = written { writer in
            writer.beginTrack()
            writer.beginSegment()
            writer.add(plan(0))
            writer.add(plan(1))
            writer.endSegment()
            let isPlan = writer.endTrack()
            #expect(!isPlan)
        }
        #expect(sink.points.count == 2)
    }

    @Test func `a plan does not hold up the track behind it`() {
        let sink = written { writer in
            for track in 0..<2 {
                writer.beginTrack()
                writer.beginSegment()
                for second in 0..<5 { writer.add(plan(Int64(second + track))) }
                writer.endSegment()
                let isPlan = writer.endTrack()
                #expect(isPlan == (track == 0))
            }
        }
        #expect(sink.pieces.map(\.segment) == [1])
        #expect(sink.points.count == 5)
    }
}
