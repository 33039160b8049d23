import Testing

@testable import Sessions

struct CoreMaskTests {
    /// A mask of so many minutes from each of some minutes on.
    private func mask(_ starts: [Int], length: Int = 10, steps: Int64 = 100) -> CoreMask {
        var lane = MinuteLane(source: 0, channel: .steps, rank: 2, range: 0..<1000)
        for start in starts {
            for index in start..<start + length { lane.add(steps, at: index) }
        }
        var mask = CoreMask()
        mask.add(lane, settings: SessionSettings())
        return mask
    }

    @Test func `the same walks later have a lag, from both sides`() {
        let first = mask([100, 300, 500])
        let second = mask([106, 306, 506])
        #expect(first.lag(of: second)?.lag == 6)
        #expect(first.lag(of: second)?.blocks == 3)
        #expect(second.lag(of: first)?.lag == -6)
    }

    @Test func `what most stretches say holds`() {
        let found = mask([100, 300, 500, 700]).lag(of: mask([104, 304, 504, 709]))
        #expect(found?.lag == 4)
        #expect(found?.blocks == 3)
    }

    @Test func `minutes below the core are not compared`() {
        #expect(mask([100, 300, 500]).lag(of: mask([106, 306, 506], steps: 59)) == nil)
    }

    @Test func `a walk apart by more than ten minutes is another walk`() {
        #expect(mask([100, 300, 500]).lag(of: mask([121, 321, 521])) == nil)
        #expect(CoreMask().lag(of: CoreMask()) == nil)
    }
}
