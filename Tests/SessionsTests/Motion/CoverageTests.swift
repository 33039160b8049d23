import TestSupport
import Testing

@testable import Sessions

struct CoverageTests {
    @Test func `the earlier stretch has the seconds that two share`() {
        var coverage = Coverage()
        #expect(coverage.take(0..<10) == 0..<10)
        #expect(coverage.take(5..<15) == 10..<15)
        #expect(coverage.take(6..<8).isEmpty)
        #expect(coverage.take(20..<30) == 20..<30)
        #expect(coverage.taken == [0..<10, 10..<15, 20..<30])
    }

    @Test func `what is free lies between what was taken`() {
        var coverage = Coverage()
        for stretch in [0..<10, 20..<30, 40..<50] as [Range<Int64>] { _ = coverage.take(stretch) }
        #expect(coverage.free(in: 5..<45) == [10..<20, 30..<40])
        #expect(coverage.free(in: 22..<28).isEmpty)
        #expect(coverage.free(in: 45..<60) == [50..<60])
        #expect(coverage.free(in: 60..<70) == [60..<70])
        #expect(Coverage().free(in: 3..<4) == [3..<4])
    }

    @Test func `every second of any stretches is taken once`() {
        var random = SeededGenerator(seed: 9)
        for _ in 0..<500 {
            var stretches = (0..<8).map { _ in
                let start = Int64.random(in: 0...40, using: &random)
                return start..<start + Int64.random(in: 0...15, using: &random)
            }
            stretches.sort { $0.lowerBound < $1.lowerBound }
            var coverage = Coverage()
            let seconds = stretches.flatMap { Array(coverage.take($0)) }
            #expect(seconds.count == Set(seconds).count)
            #expect(Set(seconds) == Set(stretches.flatMap(Array.init)))
            let free = coverage.free(in: 0..<60).flatMap(Array.init)
            #expect(Set(free) == Set(0..<60).subtracting(seconds))
        }
    }
}
