import Model
import TestSupport
import Testing

@testable import Formats

@Suite struct WallClockTests {
    private func wall(_ text: String) -> Int64 {
        var reader = TimeText()
        let value = Array(text.utf8).withUnsafeBufferPointer { reader.read($0) }
        guard case .time(let time) = value else { return 0 }
        return time.milliseconds
    }

    private func shown(_ result: (instant: Instant, flags: TimeFlags)) -> String {
        "\(CSVTrial.text(result.instant)) \(result.flags.rawValue)"
    }

    @Test func `an ordinary time has the offset of its season`() {
        let clock = WallClock(HomeZones(.named("Europe/Berlin")))
        #expect(shown(clock.begin(wall("2026-01-15 12:00"))) == "2026-01-15T11:00Z 0")
        #expect(shown(clock.begin(wall("2026-07-15 12:00"))) == "2026-07-15T10:00Z 0")
    }

    @Test func `a time that clocks jump over takes the offset before and is flagged`() {
        let clock = WallClock(HomeZones(.named("Europe/Berlin")))
        #expect(shown(clock.begin(wall("2026-03-29 02:30"))) == "2026-03-29T01:30Z 1")
    }

    @Test func `a repeated ambiguous time means the second one`() {
        let clock = WallClock(HomeZones(.named("Europe/Berlin")))
        #expect(shown(clock.begin(wall("2026-10-25 02:30"))) == "2026-10-25T00:30Z 2")
        #expect(shown(clock.begin(wall("2026-10-25 02:31"))) == "2026-10-25T00:31Z 2")
        #expect(shown(clock.begin(wall("2026-10-25 02:30"))) == "2026-10-25T01:30Z 4")
        #expect(shown(clock.begin(wall("2026-10-25 03:00"))) == "2026-10-25T02:00Z 0")
    }

    @Test func `a minute that stands twice in a row is no second one, an hour is`() {
        let clock = WallClock(HomeZones(.named("Europe/Berlin")))
        #expect(shown(clock.begin(wall("2026-10-25 01:59"))) == "2026-10-24T23:59Z 0")
        #expect(shown(clock.begin(wall("2026-10-25 02:00"))) == "2026-10-25T00:00Z 2")
        #expect(shown(clock.begin(wall("2026-10-25 02:00"))) == "2026-10-25T00:00Z 2")
        #expect(shown(clock.begin(wall("2026-10-25 02:01"))) == "2026-10-25T00:01Z 2")
        #expect(shown(clock.begin(wall("2026-10-25 02:00"))) == "2026-10-25T01:00Z 4")
        #expect(shown(clock.begin(wall("2026-10-25 02:00"))) == "2026-10-25T01:00Z 4")
        let hours = WallClock(HomeZones(.named("Europe/Berlin")))
        #expect(shown(hours.begin(wall("2026-10-25 01:00"))) == "2026-10-24T23:00Z 0")
        #expect(shown(hours.begin(wall("2026-10-25 02:00"))) == "2026-10-25T00:00Z 2")
        #expect(shown(hours.begin(wall("2026-10-25 02:00"))) == "2026-10-25T01:00Z 4")
        let minutes = WallClock(HomeZones(.named("Europe/Berlin")))
        #expect(shown(minutes.begin(wall("2026-10-25 02:00"), length: 60_000)).hasSuffix(" 2"))
        #expect(shown(minutes.begin(wall("2026-10-25 02:00"), length: 60_000)).hasSuffix(" 2"))
    }

    @Test func `a time that comes back after others is the first once more`() {
        let clock = WallClock(HomeZones(.named("Europe/Berlin")))
        for _ in 0..<2 {
            #expect(shown(clock.begin(wall("2026-10-25 01:00"))) == "2026-10-24T23:00Z 0")
            #expect(shown(clock.begin(wall("2026-10-25 02:00"))) == "2026-10-25T00:00Z 2")
            #expect(shown(clock.begin(wall("2026-10-25 03:00"))) == "2026-10-25T02:00Z 0")
        }
    }

    @Test func `two sources do not repeat each other`() {
        let folds = FoldMemory()
        let zones = HomeZones(.named("Europe/Berlin"))
        let first = WallClock(zones, source: 0, folds: folds)
        let second = WallClock(zones, source: 1, folds: folds)
        #expect(first.begin(wall("2026-10-25 02:30")).flags == .ambiguous)
        #expect(second.begin(wall("2026-10-25 02:30")).flags == .ambiguous)
    }

    @Test func `an end is not before its beginning`() {
        let clock = WallClock(HomeZones(.named("Europe/Berlin")))
        let start = clock.begin(wall("2026-10-25 02:50")).instant
        #expect(
            shown(clock.end(wall("2026-10-25 02:10"), notBefore: start)) == "2026-10-25T01:10Z 4"
        )
        #expect(
            shown(clock.end(wall("2026-10-25 02:55"), notBefore: start)) == "2026-10-25T00:55Z 2"
        )
    }

    @Test func `a traveller's clock changes with the date`() {
        let move = HomeZones.Move(
            date: CivilDay(iso: "2026-06-01") ?? CivilDay(daysSinceEpoch: 0),
            zone: .named("Asia/Tokyo")
        )
        let clock = WallClock(HomeZones(.named("Europe/Berlin"), moves: [move]))
        #expect(shown(clock.begin(wall("2026-05-31 23:59"))) == "2026-05-31T21:59Z 0")
        #expect(shown(clock.begin(wall("2026-06-01 00:00"))) == "2026-05-31T15:00Z 0")
        #expect(shown(clock.begin(wall("2026-05-31 12:00"))) == "2026-05-31T10:00Z 0")
    }

    @Test func `what is remembered is what the zone says`() {
        var generator = SeededGenerator(seed: 21)
        for name in ["Europe/Berlin", "Pacific/Apia", "Australia/Lord_Howe", "Asia/Kolkata"] {
            let zone = ZoneRules.named(name)
            let clock = WallClock(HomeZones(zone))
            for _ in 0..<3000 {
                let wall = Int64.random(in: 1_262_304_000...1_400_000_000, using: &generator) * 1000
                let expected = zone.instants(of: WallTime(utc: Instant(milliseconds: wall)))
                let found = clock.begin(wall)
                switch expected {
                case .unique(let instant): #expect(found.instant == instant && found.flags.isEmpty)
                case .gap(let instant): #expect(found.instant == instant && found.flags == .gap)
                case .ambiguous(let first, let second):
                    #expect(found.instant == first || found.instant == second)
                }
            }
        }
    }
}
