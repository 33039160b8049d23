import Model
import Testing

struct InstantTests {
    @Test func `minutes and days are rounded down on both sides of the epoch`() {
        #expect(Instant(milliseconds: 59_999).minute == 0)
        #expect(Instant(milliseconds: -1).minute == -1)
        #expect(Instant(milliseconds: -60_000).minute == -1)
        #expect(Instant(milliseconds: -1).utcDay == CivilDay(daysSinceEpoch: -1))
        #expect(Instant(milliseconds: 86_400_000).utcDay == CivilDay(daysSinceEpoch: 1))
    }

    @Test func `sums and differences stop at the ends instead of trapping`() {
        let last = Instant(milliseconds: .max)
        let first = Instant(milliseconds: .min)
        #expect(last.advanced(by: 1) == last)
        #expect(first.advanced(by: -1) == first)
        #expect(first.milliseconds(to: last) == .max)
        #expect(last.milliseconds(to: first) == .min)
        #expect(Instant(seconds: .max) == last)
        #expect(Instant(seconds: .min) == first)
    }

    @Test func `the extreme instants have a day`() {
        #expect(Instant(milliseconds: .max).utcDay.daysSinceEpoch == .max)
        #expect(Instant(milliseconds: .min).utcDay.daysSinceEpoch == .min)
    }

    @Test func `division rounds towards negative infinity`() {
        #expect((-7).flooredDivision(by: 2) == -4)
        #expect(7.flooredDivision(by: 2) == 3)
        #expect((-8).flooredDivision(by: 2) == -4)
    }
}
