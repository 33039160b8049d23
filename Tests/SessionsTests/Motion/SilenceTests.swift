import Model
import TestSupport
import Testing

@testable import Sessions

struct SilenceTests {
    /// A silence of so many seconds over so many metres along the equator.
    private func silence(
        _ seconds: Int64,
        _ metres: Double,
        usualSpeed: Int64 = 1_200,
        isPause: Bool = false
    ) -> Silence {
        let from = Fix(
            time: 0,
            latitude: 0,
            longitude: 0,
            elevation: nil,
            line: 1,
            opensChunk: false
        )
        let to = Fix(
            time: seconds * 1000,
            latitude: 0,
            longitude: Int64(metres / 111.319490793 * 1_000_000),
            elevation: nil,
            line: 2,
            opensChunk: isPause
        )
        return Silence(from: from, to: to, usualSpeed: usualSpeed)
    }

    @Test func `the way across is walked at the usual speed`() {
        #expect(abs(silence(200, 120).credit.count - 100_000) < 2)
        #expect(abs(silence(200, 120, usualSpeed: 1_000).credit.count - 120_000) < 2)
        #expect(abs(silence(200, 120).distance - 120) < 0.001)
    }

    @Test func `no more than the silence is credited`() {
        #expect(silence(100, 180).credit == Milliseconds(100_000))
        #expect(silence(100, 180, usualSpeed: 0).credit == Milliseconds(100_000))
    }

    @Test func `standing still is no walking`() {
        #expect(silence(100, 0).credit == .zero)
        #expect(silence(100, 0, usualSpeed: 0).credit == .zero)
    }

    @Test func `only silences up to five minutes have credit`() {
        #expect(silence(60, 60).credit == .zero)
        #expect(silence(61, 60).credit > .zero)
        #expect(silence(300, 60).credit > .zero)
        #expect(silence(301, 60).credit == .zero)
    }

    @Test func `a bus ride and a declared pause have no credit`() {
        #expect(silence(100, 211).credit == .zero)
        #expect(silence(100, 209).credit > .zero)
        #expect(silence(100, 120, isPause: true).credit == .zero)
    }

    @Test func `the parts of the credit add up`() {
        var random = SeededGenerator(seed: 10)
        for _ in 0..<300 {
            let silence = silence(
                Int64.random(in: 61...300, using: &random),
                Double.random(in: 1...400, using: &random)
            )
            var sum = Milliseconds.zero
            var start: Int64 = -5
            while start < 310 {
                let end = start + Int64.random(in: 1...80, using: &random)
                let part = silence.credit(in: start..<end)
                #expect(part.count <= (end - start) * 1000)
                sum += part
                start = end
            }
            #expect(sum == silence.credit)
        }
    }
}
