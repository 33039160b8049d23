import Model
import TestSupport
import Testing

/// The table of SESSIONS.md §4, and what clocks do around a change.
struct ZoneRulesTests {
    struct LongDay: Sendable {
        let zone: String
        let date: String
        let minutes: Int64
        let startUTC: String
    }

    static let table = [
        LongDay(
            zone: "Europe/Berlin",
            date: "2026-03-29",
            minutes: 1380,
            startUTC: "2026-03-28 23:00"
        ),
        LongDay(
            zone: "Europe/Berlin",
            date: "2026-10-25",
            minutes: 1500,
            startUTC: "2026-10-24 22:00"
        ),
        LongDay(
            zone: "America/New_York",
            date: "2026-03-08",
            minutes: 1380,
            startUTC: "2026-03-08 05:00"
        ),
        LongDay(
            zone: "America/New_York",
            date: "2026-11-01",
            minutes: 1500,
            startUTC: "2026-11-01 04:00"
        ),
        LongDay(
            zone: "Australia/Lord_Howe",
            date: "2026-10-04",
            minutes: 1410,
            startUTC: "2026-10-03 13:30"
        ),
        LongDay(
            zone: "Australia/Lord_Howe",
            date: "2026-04-05",
            minutes: 1470,
            startUTC: "2026-04-04 13:00"
        ),
        LongDay(
            zone: "America/Sao_Paulo",
            date: "2018-11-04",
            minutes: 1380,
            startUTC: "2018-11-04 03:00"
        ),
        LongDay(
            zone: "Asia/Beirut",
            date: "2024-03-31",
            minutes: 1380,
            startUTC: "2024-03-30 22:00"
        ),
        LongDay(
            zone: "Africa/Cairo",
            date: "2024-04-26",
            minutes: 1380,
            startUTC: "2024-04-25 22:00"
        ),
        LongDay(
            zone: "America/Havana",
            date: "2024-03-10",
            minutes: 1380,
            startUTC: "2024-03-10 05:00"
        ),
        LongDay(
            zone: "Africa/Cairo",
            date: "2024-10-31",
            minutes: 1500,
            startUTC: "2024-10-30 21:00"
        ),
    ]

    @Test(arguments: table)
    func `days around a change are as long as the calendar says`(day: LongDay) throws {
        let home = HomeZones(.named(day.zone))
        let date = try #require(CivilDay(iso: day.date))
        let range = home.range(of: date)
        #expect(range.lowerBound.milliseconds(to: range.upperBound) == day.minutes * 60_000)
        #expect(shown(WallTime(utc: range.lowerBound)) == day.startUTC)
    }

    @Test(arguments: [("Pacific/Apia", "2011-12-30"), ("Pacific/Kwajalein", "1993-08-21")])
    func `a date that was skipped has no minutes`(zone: String, date: String) throws {
        let home = HomeZones(.named(zone))
        #expect(try home.range(of: #require(CivilDay(iso: date))).isEmpty)
    }

    @Test func `a wall time that clocks jump over is reckoned with the offset before`() throws {
        let berlin = ZoneRules.named("Europe/Berlin")
        let wall = try wallTime("2026-03-29", hour: 2, minute: 30)
        let expected = try wallTime("2026-03-29", hour: 1, minute: 30).asUTC
        #expect(berlin.instants(of: wall) == .gap(expected))
    }

    @Test func `a wall time that happens twice has both instants`() throws {
        let berlin = ZoneRules.named("Europe/Berlin")
        let wall = try wallTime("2026-10-25", hour: 2, minute: 30)
        let first = try wallTime("2026-10-25", hour: 0, minute: 30).asUTC
        #expect(
            berlin.instants(of: wall)
                == .ambiguous(first: first, second: first.advanced(by: 3_600_000))
        )
    }

    @Test(arguments: ["Europe/Oslo", "America/St_Johns", "Asia/Kathmandu", "Africa/Casablanca"])
    func `every instant is one of those its wall time means`(zone: String) {
        let rules = ZoneRules.named(zone)
        #expect(rules.name == zone)
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<2000 {
            let seconds = Int64.random(in: -1_000_000_000...5_000_000_000, using: &generator)
            let instant = Instant(seconds: seconds)
            switch rules.instants(of: rules.wallTime(at: instant)) {
            case .unique(let only): #expect(only == instant)
            case .ambiguous(let first, let second): #expect(instant == first || instant == second)
            case .gap: Issue.record("\(instant) lies in a gap of \(zone)")
            }
        }
    }

    @Test func `dates never go back as time goes on`() throws {
        // 2010-11-07 in St John's: 00:00–00:01 on the 7th is followed by 23:01 on the 6th.
        let home = HomeZones(.named("America/St_Johns"))
        var instant = try #require(CivilDay(iso: "2010-11-06")).asMidnightUTC
        var last = home.day(at: instant)
        for _ in 0..<(3 * 1440) {
            instant = instant.advanced(by: 60_000)
            let day = home.day(at: instant)
            #expect(day >= last)
            last = day
        }
    }

    @Test func `a span of constant offset holds its instant`() {
        let rules = ZoneRules.named("Europe/Oslo")
        for seconds in stride(from: Int64(0), to: 2_000_000_000, by: 86_400 * 37) {
            let instant = Instant(seconds: seconds)
            let (span, offset) = rules.offsetSpan(at: instant)
            #expect(span.contains(instant))
            #expect(offset == rules.offsetSeconds(at: instant))
        }
    }

    private func wallTime(_ date: String, hour: Int32, minute: Int32) throws -> WallTime {
        WallTime(
            day: try #require(CivilDay(iso: date)),
            millisecondOfDay: hour * 3_600_000 + minute * 60_000
        )
    }

    private func shown(_ wall: WallTime) -> String {
        let minutes = Int(wall.millisecondOfDay) / 60_000
        return "\(wall.day) \(padded(minutes / 60, to: 2)):\(padded(minutes % 60, to: 2))"
    }
}

extension CivilDay {
    fileprivate var asMidnightUTC: Instant {
        Instant(milliseconds: Int64(daysSinceEpoch) * 86_400_000)
    }
}
