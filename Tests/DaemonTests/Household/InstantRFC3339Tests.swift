import Model
import TestSupport
import Testing

@testable import Daemon

struct InstantRFC3339Tests {
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0), ("1970-01-01T00:00:00.5Z", 500),
        ("1970-01-01t00:00:01z", 1000), ("1970-01-01 00:00:01Z", 1000),
        ("1970-01-01T00:00:00.123999Z", 123), ("1970-01-01T01:00:00+01:00", 0),
        ("1969-12-31T19:15:00-04:45", 0), ("2026-11-21T07:02:03.530+01:00", 1_795_240_923_530),
        ("2016-12-31T23:59:60Z", 1_483_228_800_000), ("0001-01-01T00:00:00Z", -62_135_596_800_000),
    ])
    func `a time with its offset is an instant`(text: String, milliseconds: Int64) {
        #expect(Instant(rfc3339: text)?.milliseconds == milliseconds)
    }

    @Test(arguments: [
        "", "now", "2026-11-21", "2026-11-21T07:02:03", "2026-11-21T07:02Z",
        "2026-11-21T07:02:03.Z",
        "2026-11-21T24:00:00Z", "2026-11-21T07:60:00Z", "2026-11-21T07:00:61Z",
        "2026-02-30T07:00:00Z", "2026-11-21T07:02:03+1:00", "2026-11-21T07:02:03+0100",
        "2026-11-21T07:02:03Z ", " 2026-11-21T07:02:03Z", "2026-11-21T07:02:03+24:00",
        "2026-11-21T07:02:03é", "2026-11-2", "2026-11-21T+7:02:03Z",
    ])
    func `nothing else is`(text: String) {
        #expect(Instant(rfc3339: text) == nil)
    }

    @Test func `a text cut off anywhere is no time`() {
        let whole = "2026-11-21T07:02:03.530+01:00"
        for count in 0..<whole.count {
            #expect(Instant(rfc3339: String(whole.prefix(count))) == nil)
        }
    }

    @Test func `an offset moves the instant and nothing else`() throws {
        var random = SeededGenerator(seed: 9)
        for _ in 0..<200 {
            let hours = Int.random(in: 0...23, using: &random)
            let minutes = Int.random(in: 0...59, using: &random)
            let clock = "2026-11-21T12:34:56"
            let offset = "\(padded(hours, to: 2)):\(padded(minutes, to: 2))"
            let utc = try #require(Instant(rfc3339: clock + "Z"))
            let east = try #require(Instant(rfc3339: clock + "+" + offset))
            let west = try #require(Instant(rfc3339: clock + "-" + offset))
            #expect(east.milliseconds(to: utc) == Int64(hours * 60 + minutes) * 60_000)
            #expect(utc.milliseconds(to: west) == Int64(hours * 60 + minutes) * 60_000)
        }
    }
}
