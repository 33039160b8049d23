import Testing

@testable import Sessions

struct ChunkTests {
    /// A fix so many metres east of 0° 0°.
    private func fix(_ second: Int64, _ metres: Double) -> Fix {
        Fix(
            time: second * 1000,
            latitude: 0,
            longitude: Int64(metres / 111.319491 * 1_000_000),
            elevation: nil,
            line: Int32(second),
            opensChunk: false
        )
    }

    private func seconds(_ chunk: Chunk) -> [Int64] { chunk.fixes.map(\.second) }

    @Test func `a jump to and fro is taken out`() {
        let chunk = Chunk([fix(0, 0), fix(1, 1), fix(2, 60), fix(3, 3), fix(4, 4)])
        #expect(seconds(chunk) == [0, 1, 3, 4])
        #expect(chunk.positions.count == 4)
    }

    @Test func `two jumps in a row are taken out one after the other`() {
        let chunk = Chunk([fix(0, 0), fix(1, 50), fix(2, 2), fix(3, -50), fix(4, 4), fix(5, 5)])
        #expect(seconds(chunk) == [0, 2, 4, 5])
    }

    @Test func `a jump that stays is no spike`() {
        let chunk = Chunk([fix(0, 0), fix(1, 1), fix(2, 60), fix(3, 61)])
        #expect(chunk.fixes.count == 4)
    }

    @Test func `driving is no spike`() {
        #expect(Chunk((0..<20).map { fix($0, Double($0) * 15) }).fixes.count == 20)
    }

    @Test func `a slow swerve stays`() {
        #expect(Chunk([fix(0, 0), fix(1, 3.9), fix(2, 0)]).fixes.count == 3)
    }

    @Test func `the first and last fix are never spikes`() {
        let chunk = Chunk([fix(0, 900), fix(1, 0), fix(2, 1), fix(3, 900)])
        #expect(seconds(chunk) == [0, 1, 2, 3])
        #expect(chunk.seconds == 0..<3)
    }

    @Test func `places between fixes lie on the straight line`() {
        let chunk = Chunk([fix(0, 0), fix(10, 10), fix(20, 30)])
        var cursor = PositionCursor()
        let start = chunk.positions[0]
        for (time, metres) in [(0, 0), (2_500, 2.5), (10_000, 10), (15_000, 20), (20_000, 30)] {
            let place = cursor.position(at: Int64(time), on: chunk)
            #expect(abs(start.chord(to: place) - metres) < 0.001)
        }
    }

    @Test func `one fix is everywhere`() {
        var cursor = PositionCursor()
        let chunk = Chunk([fix(7, 3)])
        #expect(cursor.position(at: 7_000, on: chunk) == chunk.positions[0])
        #expect(chunk.seconds.isEmpty)
    }
}
