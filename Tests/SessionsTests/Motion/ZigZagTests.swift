import TestSupport
import Testing

@testable import Sessions

struct ZigZagTests {
    private let hills: [Int64] = [0, 2, 4, 6, 5, 7, 4, 8, 10, 0]
    private let tower: [Int64] = [0, 10, 17, 14, 20, 3, 11, 0]

    @Test(arguments: [(1, 14), (2, 13), (3, 13), (5, 10)])
    func `heights of a known row add up`(threshold: Int64, sum: Int64) {
        let up = ZigZag(hills, threshold: threshold)
        #expect(up.climb == sum)
        #expect(up.descent == sum)
        let back = ZigZag(hills.reversed(), threshold: threshold)
        #expect(back.climb == sum)
        #expect(back.descent == sum)
    }

    @Test func `a small threshold counts every change`() {
        #expect(ZigZag(tower, threshold: 1).climb == 31)
        #expect(ZigZag(tower, threshold: 1).descent == 31)
    }

    @Test func `trembling on the level counts nothing but the difference of the ends`() {
        let level = ZigZag([0, 2, -1, 1, 0, -1, 1], threshold: 4)
        #expect(level.climb == 1)
        #expect(level.descent == 0)
    }

    @Test func `a dip before the climb counts only from the threshold on`() {
        #expect(ZigZag([0, -2, 10], threshold: 3).climb == 10)
        #expect(ZigZag([0, -3, 10], threshold: 3).climb == 13)
        #expect(ZigZag([0, 10, 8], threshold: 3).climb == 8)
        #expect(ZigZag([0, 10, 7], threshold: 3).climb == 10)
    }

    @Test func `no height and one height climb nothing`() {
        #expect(ZigZag([], threshold: 3).climb == 0)
        #expect(ZigZag([7], threshold: 3).climb == 0)
    }

    @Test func `any row keeps its net change and swaps when read backwards`() {
        var random = SeededGenerator(seed: 6)
        for _ in 0..<3_000 {
            let count = Int.random(in: 1...40, using: &random)
            let row = (0..<count).map { _ in Int64.random(in: -12...12, using: &random) }
            let threshold = Int64.random(in: 1...8, using: &random)
            let forward = ZigZag(row, threshold: threshold)
            let backward = ZigZag(row.reversed(), threshold: threshold)
            #expect(forward.climb - forward.descent == row[count - 1] - row[0])
            #expect(forward.climb == backward.descent)
            #expect(forward.descent == backward.climb)
        }
    }

    @Test func `a larger threshold never climbs more`() {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<1_000 {
            let row = (0..<30).map { _ in Int64.random(in: -20...20, using: &random) }
            let climbs = (1...10).map { ZigZag(row, threshold: $0).climb }
            #expect(zip(climbs, climbs.dropFirst()).allSatisfy { $0 >= $1 })
        }
    }
}
