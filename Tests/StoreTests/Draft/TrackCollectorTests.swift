import Model
import Testing

@testable import Store

struct TrackCollectorTests {
    private func piece(_ segment: Int32, _ number: Int32, _ points: [TrackPoint]) -> TrackPiece {
        TrackPiece(source: 0, segment: segment, piece: number, points: points)
    }

    @Test func `pieces of a segment stay together in their order`() throws {
        var collector = TrackCollector()
        collector.take(piece(0, 0, [point(0), point(1)]))
        collector.take(piece(1, 0, [point(50)]))
        collector.take(piece(0, 1, [point(2)]))
        let segments = collector.finished()
        #expect(segments.map(\.number) == [0, 1])
        #expect(segments[0].pieces.count == 2)
        #expect(segments[0].first == point(0).time && segments[0].last == point(2).time)
        let points = try segments[0].pieces.flatMap { try TrackPoint.unpack($0) }
        #expect(points == [point(0), point(1), point(2)])
    }

    @Test func `points count once however often they are repeated`() {
        var collector = TrackCollector()
        let points = (0..<500).map { point($0) }
        collector.take(piece(0, 0, points))
        collector.take(piece(1, 0, points.map { point(Int($0.line), line: 7000) }))
        #expect(collector.finishCounting() == 500)
    }

    @Test func `a dropped point counts, one outside of the Earth does not`() {
        var collector = TrackCollector()
        collector.take(
            piece(0, 0, [point(9), point(1, flags: .diluted), point(99, flags: .breaksChunk)])
        )
        #expect(collector.finishCounting() == 2)
        #expect(collector.first == point(1).time)
        #expect(collector.last == point(9).time)
    }

    @Test func `the times of a segment are those of its earliest and latest point`() {
        var collector = TrackCollector()
        collector.take(piece(0, 0, [point(5), point(2)]))
        collector.take(piece(0, 1, [point(9), point(7)]))
        #expect(collector.finished()[0].first == point(2).time)
        #expect(collector.finished()[0].last == point(9).time)
    }

    @Test func `a piece without points is nothing`() {
        var collector = TrackCollector()
        collector.take(piece(0, 0, []))
        #expect(collector.finished().isEmpty)
        #expect(collector.finishCounting() == 0)
    }
}
