import Model
import Testing

@testable import Sessions

struct TrackSegmentTests {
    private func point(
        _ second: Int64,
        _ latitude: Int64 = 1,
        flags: PointFlags = []
    ) -> TrackPoint {
        TrackPoint(
            time: Instant(seconds: 1_700_000_000 + second),
            latitude: latitude,
            longitude: 2,
            elevation: nil,
            flags: flags,
            line: Int32(second)
        )
    }

    private func piece(
        _ segment: Int32,
        _ piece: Int32,
        _ points: [TrackPoint],
        file: Int32 = 0
    )
        -> Observed<TrackPiece>
    {
        Observed(
            TrackPiece(source: 0, segment: segment, piece: piece, points: points),
            file: file
        )
    }

    private func segments(_ tracks: [Observed<TrackPiece>]) -> [TrackSegment] {
        TrackSegment.segments(of: tracks, plausibility: SourceMotion.plausibility)
    }

    private func lines(_ segment: TrackSegment) -> [Int32] { segment.fixes.map(\.line) }

    @Test func `pieces are joined in their order, whatever order they come in`() {
        let found = segments([
            piece(0, 1, [point(3), point(4)]), piece(1, 0, [point(9)]),
            piece(0, 0, [point(1), point(2)]),
        ])
        #expect(found.map(lines) == [[1, 2, 3, 4], [9]])
    }

    @Test func `a piece that comes twice counts once, its pauses too`() {
        let pause = point(2, 0, flags: .breaksChunk)
        let both = piece(0, 0, [point(1), pause])
        let found = segments([both, both, piece(0, 1, [point(3)])])
        #expect(found.map(lines) == [[1, 3]])
        #expect(found[0].fixes.map(\.opensChunk) == [false, true])
    }

    @Test func `the same segment number in another file is another segment`() {
        let found = segments([piece(0, 0, [point(1)]), piece(0, 0, [point(5)], file: 1)])
        #expect(found.map(\.file) == [0, 1])
    }

    @Test func `points without a fix, diluted ones and those back in time are dropped`() {
        let found = segments([
            piece(
                0,
                0,
                [
                    point(1), point(2, flags: .noFix), point(3, flags: .diluted), point(4),
                    point(4, 9), point(2), point(5),
                ]
            )
        ])
        #expect(found.map(lines) == [[1, 4, 5]])
        #expect(found[0].fixes.allSatisfy { !$0.opensChunk })
    }

    @Test func `times that no clock should show are dropped`() {
        let never = TrackPoint(
            time: Instant(seconds: -2_147_483_648),
            latitude: 0,
            longitude: 0,
            elevation: nil,
            line: 1
        )
        let future = TrackPoint(
            time: Instant(seconds: 4_000_000_000),
            latitude: 0,
            longitude: 0,
            elevation: nil,
            line: 2
        )
        #expect(segments([piece(0, 0, [never, future])]).isEmpty)
        #expect(segments([piece(0, 0, [future, point(3)])]).map(lines) == [[3]])
    }

    @Test func `a pause at the end is remembered`() {
        let found = segments([piece(0, 0, [point(1), point(0, 0, flags: .breaksChunk)])])
        #expect(found[0].endsBroken)
        #expect(lines(found[0]) == [1])
    }

    @Test func `segments are ordered by what they recorded, not by file`() {
        let early = segments([piece(0, 0, [point(1), point(9)], file: 7)])[0]
        let short = segments([piece(0, 0, [point(1), point(5)], file: 3)])[0]
        let late = segments([piece(0, 0, [point(2)], file: 1)])[0]
        let other = segments([piece(0, 0, [point(1), point(9, 8)], file: 0)])[0]
        let ordered = [late, other, short, early].sorted(by: TrackSegment.isEarlier)
        #expect(ordered.map(\.file) == [7, 0, 3, 1])
    }
}
