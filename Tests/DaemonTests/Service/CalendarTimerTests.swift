import Model
import TestSupport
import Testing

@testable import Daemon

struct CalendarTimerTests {
    @Test func `a day is told three minutes after it ended`() throws {
        try expect(["2026-11-21T12:00:00+01:00": "2026-11-22T00:03:00+01:00"], in: "Europe/Oslo")
    }

    @Test func `around midnight the next moment is strictly later`() throws {
        try expect(
            [
                "2026-11-22T00:00:00+01:00": "2026-11-22T00:03:00+01:00",
                "2026-11-22T00:02:59.999+01:00": "2026-11-22T00:03:00+01:00",
                "2026-11-22T00:03:00+01:00": "2026-11-23T00:03:00+01:00",
                "2026-11-22T00:03:00.001+01:00": "2026-11-23T00:03:00+01:00",
            ],
            in: "Europe/Oslo"
        )
    }

    @Test func `days of 23 and 25 hours are told at their own end`() throws {
        try expect(
            [
                "2026-03-29T00:04:00+01:00": "2026-03-30T00:03:00+02:00",
                "2026-10-25T00:04:00+02:00": "2026-10-26T00:03:00+01:00",
            ],
            in: "Europe/Oslo"
        )
    }

    @Test func `a day that begins at one o'clock is no reason to wait or to hurry`() throws {
        // Clocks in Beirut go from 00:00 to 01:00 on the last Sunday of March.
        try expect(
            [
                "2026-03-28T23:59:59+02:00": "2026-03-29T01:03:00+03:00",
                "2026-03-29T01:03:00+03:00": "2026-03-30T00:03:00+03:00",
            ],
            in: "Asia/Beirut"
        )
    }

    @Test func `a day that the calendar of a zone left out is passed over`() throws {
        // Samoa went from the 29th to the 31st of December 2011.
        try expect(
            ["2011-12-29T12:00:00-10:00": "2011-12-31T00:03:00+14:00"],
            in: "Pacific/Apia"
        )
    }

    @Test(arguments: ["Europe/Oslo", "Asia/Beirut", "America/St_Johns", "Australia/Lord_Howe"])
    func `from any moment no day is missed and none is told early`(zone: String) throws {
        var generator = SeededGenerator(seed: 8)
        let home = HomeZones(.named(zone))
        for _ in 0..<100 {
            let now = Instant(
                seconds: Int64.random(in: 1_700_000_000...1_900_000_000, using: &generator)
            )
            let next = CalendarTimer.next(after: now, home: home)
            #expect(next > now)
            let begun = next.advanced(by: -CalendarTimer.delayMilliseconds)
            #expect(home.start(of: home.day(at: begun)) == begun)
            let today = home.start(of: home.day(at: now)).advanced(by: 180_000)
            let tomorrow = home.start(of: home.day(at: now).advanced(by: 1)).advanced(by: 180_000)
            #expect(next == (today > now ? today : tomorrow))
        }
    }

    private func expect(_ cases: [String: String], in zone: String) throws {
        let home = HomeZones(.named(zone))
        for (now, next) in cases {
            let now = try #require(Instant(rfc3339: now))
            #expect(
                try CalendarTimer.next(after: now, home: home) == #require(Instant(rfc3339: next))
            )
        }
    }
}
