import Model
import TestSupport
import Testing

/// The rule at the end of a zone file, seen through the zones that use it.
struct PosixZoneRuleTests {
    @Test(arguments: [
        ("Europe/Oslo", "2090-07-01", 7200), ("Europe/Oslo", "2090-01-10", 3600),
        ("America/New_York", "2150-07-01", -14_400), ("Australia/Lord_Howe", "2080-01-01", 39_600),
        ("Australia/Lord_Howe", "2080-07-01", 37_800), ("Europe/Dublin", "2077-07-01", 3600),
        ("Asia/Kolkata", "2099-07-01", 19_800), ("America/Nuuk", "2060-07-01", -3600),
    ])
    func `offsets go on by the rule after the last listed change`(
        zone: String,
        date: String,
        offset: Int32
    ) throws {
        let noon = try #require(CivilDay(iso: date)).advanced(by: 0)
        let instant = Instant(milliseconds: Int64(noon.daysSinceEpoch) * 86_400_000 + 43_200_000)
        #expect(ZoneRules.named(zone).offsetSeconds(at: instant) == offset)
    }
}
