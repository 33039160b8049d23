import Model
import Testing

@testable import Formats

struct TCXSegmentsTests {
    private func time(_ seconds: Int64) -> Instant { Instant(seconds: 1_790_000_000 + seconds) }

    @Test func `the first point of each track of one lap begins a segment`() {
        var segments = TCXSegments()
        segments.beginLap()
        segments.beginTrack()
        let first = segments.begins(at: time(0))
        let second = segments.begins(at: time(500))
        segments.beginTrack()
        let third = segments.begins(at: time(501))
        #expect([first, second, third] == [true, false, true])
    }

    @Test(arguments: [(0, false), (60, false), (61, true), (-1, true)] as [(Int64, Bool)])
    func `a lap goes on with the segment before it if it follows within a minute`(
        seconds: Int64,
        begins: Bool
    ) {
        var segments = TCXSegments()
        segments.beginLap()
        segments.beginTrack()
        _ = segments.begins(at: time(0))
        segments.beginLap()
        segments.beginTrack()
        let found = segments.begins(at: time(seconds))
        #expect(found == begins)
    }
}
