import TestSupport
import Testing

@testable import Sessions

struct ClaimedTimeTests {
    @Test func `at first all of a stretch is free`() {
        #expect(ClaimedTime().free(in: 5..<9) == [5..<9])
        #expect(ClaimedTime().free(in: 5..<5).isEmpty)
    }

    @Test func `what was claimed is free no more, and nothing beside it is lost`() {
        var time = ClaimedTime()
        time.claim(10..<20)
        time.claim(30..<40)
        #expect(time.free(in: 0..<50) == [0..<10, 20..<30, 40..<50])
        #expect(time.free(in: 12..<18).isEmpty)
        #expect(time.free(in: 20..<30) == [20..<30])
        time.claim(15..<35)
        #expect(time.free(in: 5..<45) == [5..<10, 40..<45])
    }

    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func `it is the union, whatever the order`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var time = ClaimedTime()
        var isClaimed = [Bool](repeating: false, count: 200)
        for _ in 0..<60 {
            let start = Int.random(in: 0..<190, using: &generator)
            let span = start..<start + Int.random(in: 1...9, using: &generator)
            let free = time.free(in: Int64(span.lowerBound)..<Int64(span.upperBound))
            #expect(free.joined().map(Int.init) == span.filter { !isClaimed[$0] })
            #expect(zip(free, free.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound })
            time.claim(Int64(span.lowerBound)..<Int64(span.upperBound))
            for index in span { isClaimed[index] = true }
        }
    }
}
