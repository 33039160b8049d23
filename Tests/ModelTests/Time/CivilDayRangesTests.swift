import Model
import Testing

struct CivilDayRangesTests {
    private func days(_ first: Int32, _ last: Int32) -> ClosedRange<CivilDay> {
        CivilDay(daysSinceEpoch: first)...CivilDay(daysSinceEpoch: last)
    }

    @Test func `chunks cover every date once`() {
        #expect(days(0, 6).chunks(of: 3) == [days(0, 2), days(3, 5), days(6, 6)])
        #expect(days(4, 4).chunks(of: 30) == [days(4, 4)])
    }

    @Test func `what lies between two dates is kept`() {
        let ten = days(0, 9)
        let (low, high) = (CivilDay(daysSinceEpoch: 4), CivilDay(daysSinceEpoch: 20))
        #expect(ten.clamped(from: low, to: high) == days(4, 9))
        #expect(ten.clamped(from: high, to: high) == nil)
    }

    @Test func `ranges that touch or overlap become one, in any order`() {
        #expect(
            [days(5, 6), days(0, 2), days(3, 3), days(8, 9)].merged() == [
                days(0, 3), days(5, 6), days(8, 9),
            ]
        )
        #expect([days(0, 9), days(2, 3)].merged() == [days(0, 9)])
    }
}
