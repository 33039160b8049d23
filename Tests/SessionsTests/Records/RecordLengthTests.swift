import Testing

@testable import Sessions

struct RecordLengthTests {
    private func length(_ minutes: [Int64]) -> Int64? {
        RecordLength.inferred(from: minutes.map { $0 * 60_000 }).map { $0 / 60_000 }
    }

    @Test(arguments: [5, 10, 15, 30, 60] as [Int64])
    func `eight times in a rhythm are that long, the largest that fits`(rhythm: Int64) {
        #expect(length((0..<8).map { $0 * rhythm }) == rhythm)
        #expect(length((0..<7).map { $0 * rhythm }) == nil)
    }

    @Test func `nine of ten differences are enough`() {
        #expect(length([0, 15, 30, 45, 60, 75, 90, 105, 120, 135, 142]) == 15)
        #expect(length([0, 15, 30, 45, 60, 75, 90, 105, 112, 119]) == nil)
    }

    @Test func `missing rows do not hide a rhythm`() {
        #expect(length([0, 30, 60, 120, 300, 330, 420, 600, 630]) == 30)
    }

    @Test func `minutes have no length of their own`() {
        #expect(length(Array(0..<60)) == nil)
    }
}
