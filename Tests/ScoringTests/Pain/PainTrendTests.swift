import Testing

@testable import Scoring

@Suite struct PainTrendTests {
    private func asks(
        _ planDays: Int,
        _ daysWithData: Int,
        first: (Int, Int),
        last: (Int, Int)
    ) -> Bool {
        PainTrend(
            planDays: planDays,
            daysWithData: daysWithData,
            first: PainSum(total: first.0, count: first.1),
            last: PainSum(total: last.0, count: last.1)
        ).asksForProfessional
    }

    @Test func `three weeks without easing ask for a professional`() {
        #expect(asks(21, 13, first: (12, 3), last: (12, 3)))
        #expect(asks(21, 21, first: (12, 3), last: (13, 3)))
        #expect(!asks(20, 20, first: (12, 3), last: (12, 3)))
        #expect(!asks(21, 21, first: (12, 3), last: (11, 3)))
    }

    @Test func `six in ten days must have data for that`() {
        #expect(!asks(21, 12, first: (12, 3), last: (12, 3)))
        #expect(asks(25, 15, first: (12, 3), last: (12, 3)))
        #expect(!asks(25, 14, first: (12, 3), last: (12, 3)))
    }

    @Test func `from the eighth day on two points more are enough, data or not`() {
        #expect(asks(8, 0, first: (9, 3), last: (15, 3)))
        #expect(!asks(7, 7, first: (9, 3), last: (15, 3)))
        #expect(!asks(8, 8, first: (9, 3), last: (14, 3)))
    }

    @Test func `means are exact fractions`() {
        #expect(asks(21, 21, first: (10, 3), last: (14, 4)))
        #expect(!asks(21, 21, first: (10, 3), last: (13, 4)))
        #expect(asks(8, 8, first: (10, 3), last: (16, 3)))
    }

    @Test func `fewer than three scores make no mean`() {
        #expect(!asks(30, 30, first: (2, 2), last: (30, 3)))
        #expect(!asks(30, 30, first: (3, 3), last: (20, 2)))
    }
}
