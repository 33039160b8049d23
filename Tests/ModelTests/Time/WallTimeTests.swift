import Model
import Testing

struct WallTimeTests {
    @Test func `a wall time and its instant belong together`() throws {
        let day = try #require(CivilDay(iso: "2026-11-21"))
        let wall = WallTime(day: day, millisecondOfDay: 25_323_530)
        #expect(WallTime(utc: wall.asUTC) == wall)
        #expect(wall.instant(offsetSeconds: 3600) == wall.asUTC.advanced(by: -3_600_000))
    }

    @Test func `the time of day stays in the day`() {
        let day = CivilDay(daysSinceEpoch: 0)
        #expect(WallTime(day: day, millisecondOfDay: 90_000_000).millisecondOfDay == 86_399_999)
        #expect(WallTime(day: day, millisecondOfDay: -5).millisecondOfDay == 0)
    }

    @Test func `before the epoch the time of day counts from midnight too`() {
        let wall = WallTime(utc: Instant(milliseconds: -1))
        #expect(wall.day == CivilDay(daysSinceEpoch: -1))
        #expect(wall.millisecondOfDay == 86_399_999)
    }

    @Test func `the ends of time do not trap`() {
        _ = WallTime(utc: Instant(milliseconds: .max))
        _ = WallTime(utc: Instant(milliseconds: .min))
    }
}
