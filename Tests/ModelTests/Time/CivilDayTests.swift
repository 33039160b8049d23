import Model
import TestSupport
import Testing

struct CivilDayTests {
    @Test(arguments: [
        (1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 2, 29, 11_016), (2026, 11, 21, 20_778),
        (1, 1, 1, -719_162), (9999, 12, 31, 2_932_896),
    ])
    func `a date and its day number belong together`(
        year: Int,
        month: Int,
        day: Int,
        number: Int
    ) throws {
        let date = try #require(CivilDay(year: year, month: month, day: day))
        #expect(date.daysSinceEpoch == Int32(number))
        let parts = CivilDay(daysSinceEpoch: Int32(number)).parts
        #expect(parts == (year, month, day))
    }

    @Test(arguments: [
        (2026, 2, 29), (1900, 2, 29), (2026, 4, 31), (2026, 13, 1), (2026, 0, 1), (2026, 1, 0),
        (0, 1, 1), (10_000, 1, 1), (2026, 1, -4),
    ])
    func `dates that the calendar does not have are refused`(year: Int, month: Int, day: Int) {
        #expect(CivilDay(year: year, month: month, day: day) == nil)
    }

    @Test func `the 29th of February exists in 2000 and 2024`() {
        #expect(CivilDay(year: 2000, month: 2, day: 29) != nil)
        #expect(CivilDay(year: 2024, month: 2, day: 29) != nil)
    }

    @Test func `weeks begin on Monday`() {
        #expect(CivilDay(iso: "2026-11-23")?.weekday == 0)
        #expect(CivilDay(iso: "2026-11-22")?.weekday == 6)
        #expect(CivilDay(iso: "1969-12-29")?.weekday == 0)
    }

    @Test func `every day of four centuries has the parts it was made of`() {
        var day = CivilDay(daysSinceEpoch: -100_000)
        for _ in 0..<200 {
            let parts = day.parts
            #expect(CivilDay(year: parts.year, month: parts.month, day: parts.day) == day)
            #expect(CivilDay(iso: day.description) == day)
            day = day.advanced(by: 997)
        }
    }

    @Test(arguments: [
        "2026-1-01", "2026-01-1", "20260101", "2026-01-01 ", " 2026-01-01", "2026/01/01", "",
        "2026-01-0x", "２０26-01-01", "-026-01-01",
    ])
    func `only the form of ISO 8601 is a date`(text: String) {
        #expect(CivilDay(iso: text) == nil)
    }

    @Test func `distances have a sign and the ends hold`() {
        let day = CivilDay(daysSinceEpoch: 10)
        #expect(day.days(to: day.advanced(by: -3)) == -3)
        #expect(CivilDay(daysSinceEpoch: .max).advanced(by: 1).daysSinceEpoch == .max)
        #expect(CivilDay(daysSinceEpoch: .min).advanced(by: -1).daysSinceEpoch == .min)
    }

    @Test func `numbers are padded and never cut`() {
        #expect(padded(7, to: 2) == "07")
        #expect(padded(12_345, to: 4) == "12345")
        #expect(padded(-3, to: 2) == "-03")
    }
}
