import Model
import TestSupport
import Testing

struct HomeZonesTests {
    private let oslo = ZoneRules.named("Europe/Oslo")
    private let tokyo = ZoneRules.named("Asia/Tokyo")

    @Test func `a traveller's days follow the zone that holds on them`() throws {
        let date = try #require(CivilDay(iso: "2026-06-01"))
        let home = HomeZones(oslo, moves: [.init(date: date, zone: tokyo)])
        #expect(home.zone(on: date.advanced(by: -1)) == oslo)
        #expect(home.zone(on: date) == tokyo)
        // 31 May began at 22:00Z and ends when 1 June begins in Tokyo, at 15:00Z.
        let may = home.range(of: date.advanced(by: -1))
        #expect(may.lowerBound.milliseconds(to: may.upperBound) == 17 * 3_600_000)
        #expect(home.offsetSeconds(at: may.upperBound) == 9 * 3600)
    }

    @Test func `days follow each other without gap or overlap wherever one moves`() throws {
        let apia = ZoneRules.named("Pacific/Apia")
        let honolulu = ZoneRules.named("Pacific/Honolulu")
        let start = try #require(CivilDay(iso: "2026-01-10"))
        let home = HomeZones(
            oslo,
            moves: [
                .init(date: start, zone: apia), .init(date: start.advanced(by: 5), zone: honolulu),
                .init(date: start.advanced(by: 9), zone: tokyo),
            ]
        )
        for shift in -5..<20 {
            let day = start.advanced(by: shift)
            let range = home.range(of: day)
            #expect(range.upperBound == home.start(of: day.advanced(by: 1)))
            if !range.isEmpty {
                #expect(home.day(at: range.lowerBound) == day)
                #expect(home.day(at: range.upperBound.advanced(by: -1)) == day)
            }
        }
    }

    @Test func `of two moves on one date the last holds, and order does not matter`() throws {
        let date = try #require(CivilDay(iso: "2026-06-01"))
        let early = HomeZones.Move(date: date, zone: tokyo)
        let late = HomeZones.Move(date: date.advanced(by: 30), zone: oslo)
        #expect(HomeZones(oslo, moves: [late, early]) == HomeZones(oslo, moves: [early, late]))
        let twice = HomeZones(oslo, moves: [early, .init(date: date, zone: .utc)])
        #expect(twice.zone(on: date) == .utc)
    }

    @Test func `in UTC every day has 1440 minutes`() {
        let home = HomeZones(.utc)
        for number in stride(from: Int32(-40_000), to: 40_000, by: 777) {
            let range = home.range(of: CivilDay(daysSinceEpoch: number))
            #expect(range.lowerBound.milliseconds(to: range.upperBound) == 86_400_000)
        }
    }
}
