@testable import Devices
import Model
import Testing

@Suite("Dates of MTP")
struct MTPDateTimeTests {
    /// 2026-11-21T07:02:03Z in seconds: 20 778 days and 25 323 s.
    private static let seconds: Int64 = 20_778 * 86_400 + 25_323

    @Test("Without a zone it is what the device's clock showed")
    func wall() throws {
        let day = try #require(CivilDay(year: 2026, month: 11, day: 21))
        let whole = WallTime(day: day, millisecondOfDay: 25_323_000)
        #expect(MTPDateTime.time("20261121T070203") == .wall(whole))
        let tenths = WallTime(day: day, millisecondOfDay: 25_323_700)
        #expect(MTPDateTime.time("20261121T070203.7") == .wall(tenths))
        let finer = WallTime(day: day, millisecondOfDay: 25_323_789)
        #expect(MTPDateTime.time("20261121T070203.7891") == .wall(finer))
    }

    @Test(
        "With a zone it is a moment",
        arguments: [
            ("20261121T070203Z", 0), ("20261121T070203+0000", 0),
            ("20261121T080203+0100", 0), ("20261121T013203-0530", 0),
            ("20261121T070203.5Z", 500), ("20261121T080203.25+0100", 250),
        ]
    )
    func instant(text: String, milliseconds: Int64) {
        let moment = Instant(milliseconds: Self.seconds * 1000 + milliseconds)
        #expect(MTPDateTime.time(text) == .instant(moment))
    }

    @Test(
        "What is no date is none",
        arguments: [
            "", "20261121", "20261121T", "20261121T0702", "2026-11-21T07:02:03", "20261321T070203",
            "20260230T070203", "00000000T000000", "20261121T240203", "20261121T076003",
            "20261121T070261", "20261121 070203", "20261121T070203.", "20261121T070203X",
            "20261121T070203+01", "20261121T070203+2400", "20261121T070203ZZ",
            "20261121T070203+0160", "２0261121T070203",
        ]
    )
    func none(text: String) {
        #expect(MTPDateTime.time(text) == nil)
    }
}
