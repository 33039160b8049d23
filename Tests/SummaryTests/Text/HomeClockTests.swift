import Model
import TestSupport
import Testing

@testable import Summary

@Suite struct HomeClockTests {
    private let oslo = HomeClock(Example.home)

    @Test func `instants bear the home zone's offset and milliseconds`() {
        #expect(
            oslo.rfc3339(Example.at("06:02:03.530")) == "2026-11-21T07:02:03.530+01:00"
        )
        #expect(
            HomeClock(HomeZones(.utc)).rfc3339(Instant(seconds: 0))
                == "1970-01-01T00:00:00.000+00:00"
        )
        let west = HomeClock(HomeZones(.named("America/St_Johns")))
        #expect(west.rfc3339(Instant(seconds: 1_768_478_400)) == "2026-01-15T08:30:00.000-03:30")
    }

    @Test func `offsets of seconds are written to the minute and name the same instant`() {
        let odd = HomeClock(HomeZones(.fixed(offsetSeconds: 1172, name: "Amsterdam")))
        #expect(odd.rfc3339(Instant(seconds: 0)) == "1970-01-01T00:19:00.000+00:19")
        let west = HomeClock(HomeZones(.fixed(offsetSeconds: -90, name: "West")))
        #expect(west.rfc3339(Instant(seconds: 0)) == "1969-12-31T23:58:00.000-00:02")
    }

    @Test func `the clock change of autumn shows the local end before the local start`() {
        let berlin = HomeClock(HomeZones(.named("Europe/Berlin")))
        let start = Instant(seconds: 1_792_889_400)
        let end = start.advanced(by: 1_200_000)
        #expect(berlin.span(start, end) == "02:50–02:10")
        #expect(berlin.rfc3339(start) == "2026-10-25T02:50:00.000+02:00")
        #expect(berlin.rfc3339(end) == "2026-10-25T02:10:00.000+01:00")
    }

    @Test func `an end on another date says so`() {
        #expect(
            oslo.span(Example.at("22:50:00.000"), Example.at("23:20:00.000"))
                == "23:50–2026-11-22 00:20"
        )
    }

    @Test func `weekdays name the last week, dates what lies longer ago`() {
        let time = Example.at("21:10:00.000")
        #expect(oslo.recently(time, seenFrom: Example.date.advanced(by: 1)) == "Sat 22:10")
        #expect(oslo.recently(time, seenFrom: Example.date.advanced(by: 6)) == "Sat 22:10")
        #expect(
            oslo.recently(time, seenFrom: Example.date.advanced(by: 7)) == "2026-11-21 22:10"
        )
    }

    @Test func `a traveller's clock changes with the home zone`() {
        let moved = HomeClock(
            HomeZones(
                .named("Europe/Oslo"),
                moves: [.init(date: Example.date, zone: .named("Asia/Tokyo"))]
            )
        )
        #expect(moved.rfc3339(Example.at("06:00:00.000")) == "2026-11-21T15:00:00.000+09:00")
        #expect(
            moved.rfc3339(Example.at("06:00:00.000", dayShift: -2))
                == "2026-11-19T07:00:00.000+01:00"
        )
    }
}
