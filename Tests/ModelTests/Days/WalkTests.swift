import Model
import Testing

struct WalkTests {
    private func walk(active: Int64, steps: Int64?, quality: WalkQuality = .measured) -> Walk {
        Walk(
            start: Instant(seconds: 0),
            end: Instant(seconds: 600),
            active: Milliseconds(active),
            steps: steps.map { Steps($0) },
            quality: quality
        )
    }

    @Test(arguments: [
        (620_000, 1085, 105), (60_000, 100, 100), (120_000, 201, 101), (120_000, 200, 100),
    ])
    func `cadence is steps per active minute, rounded half up`(
        active: Int64,
        steps: Int64,
        cadence: Int64
    ) {
        #expect(walk(active: active, steps: steps).cadence == cadence)
    }

    @Test func `cadence is unknown without steps, without time and for estimates`() {
        #expect(walk(active: 60_000, steps: nil).cadence == nil)
        #expect(walk(active: 0, steps: 10).cadence == nil)
        #expect(walk(active: 60_000, steps: 100, quality: .estimated).cadence == nil)
    }
}
