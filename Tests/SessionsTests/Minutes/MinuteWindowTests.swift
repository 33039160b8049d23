import Model
import TestSupport
import Testing

@testable import Sessions

/// Days and walks where clocks change (SESSIONS.md §4 and §9, T1 and T2).
struct MinuteWindowTests {
    private func scene(_ zone: String, _ date: CivilDay, from time: String) -> Scene {
        var scene = Scene()
        scene.home = HomeZones(.named(zone))
        let watch = scene.source("watch")
        scene.add(times(20, 100), from: at(time, date), source: watch)
        return scene
    }

    @Test func `a walk into summer time keeps its twenty minutes`() {
        let spring = date("2026-03-29")
        let scene = scene("Europe/Berlin", spring, from: "00:50")
        let walk = scene.days(spring...spring)[0].walks[0]
        #expect(walk.active == Milliseconds.minutes(20))
        #expect(scene.home.wallTime(at: walk.start).millisecondOfDay == 110 * 60_000)
        #expect(scene.home.wallTime(at: walk.end).millisecondOfDay == 190 * 60_000)
    }

    @Test func `a walk out of summer time ends before it began, on the clock`() {
        let autumn = date("2026-10-25")
        let scene = scene("Europe/Berlin", autumn, from: "00:50")
        let walk = scene.days(autumn...autumn)[0].walks[0]
        #expect(walk.active == Milliseconds.minutes(20))
        #expect(scene.home.wallTime(at: walk.start).millisecondOfDay == 170 * 60_000)
        #expect(scene.home.wallTime(at: walk.end).millisecondOfDay == 130 * 60_000)
    }

    @Test(arguments: [
        ("Europe/Berlin", "2026-03-29", 1380), ("Europe/Berlin", "2026-10-25", 1500),
        ("Australia/Lord_Howe", "2026-10-04", 1410), ("Australia/Lord_Howe", "2026-04-05", 1470),
        ("America/Sao_Paulo", "2018-11-04", 1380), ("Africa/Cairo", "2024-10-31", 1500),
        ("UTC", "2026-03-29", 1440),
    ])
    func `a day is as long as its clocks make it`(zone: String, text: String, minutes: Int) {
        let day = date(text)
        var scene = Scene()
        scene.home = HomeZones(.named(zone))
        let watch = scene.source("watch")
        scene.add(times(3 * 1440, 0), from: at("00:00", day.advanced(by: -1)), source: watch)
        #expect(scene.days(day...day).map(\.coveredMinutes) == [minutes])
    }

    @Test func `a date that does not exist has no day`() {
        var scene = Scene()
        scene.home = HomeZones(.named("Pacific/Apia"))
        let watch = scene.source("watch")
        let first = date("2011-12-29")
        scene.add(times(5 * 1440, 0), from: at("00:00", first), source: watch)
        let days = scene.days(first...first.advanced(by: 2))
        #expect(days.map(\.date) == [first, first.advanced(by: 2)])
    }

    @Test(arguments: ["America/St_Johns", "Europe/Berlin", "Australia/Lord_Howe", "Pacific/Apia"])
    func `every minute has one date, and dates do not go back`(zone: String) {
        let home = HomeZones(.named(zone))
        let first = date(zone == "Pacific/Apia" ? "2011-12-25" : "2010-11-01")
        let window = MinuteWindow(dates: first...first.advanced(by: 20), home: home)
        var reached = 0
        for day in window.days {
            #expect(day.minutes.lowerBound == reached)
            reached = day.minutes.upperBound
            guard let minute = day.minutes.first else { continue }
            let instant = Instant(milliseconds: window.start(of: minute))
            #expect(home.day(at: instant) == day.date)
            #expect(home.day(at: instant.advanced(by: -1)) < day.date)
        }
        #expect(reached == window.count)
    }

    @Test func `another zone puts minutes on other days and changes no walk`() {
        var scene = scene("Asia/Tokyo", Scene.date, from: "14:50")
        let dates = Scene.date.advanced(by: -2)...Scene.date.advanced(by: 2)
        let tokyo = scene.days(dates)
        scene.home = HomeZones(.utc)
        let utc = scene.days(dates)
        #expect(tokyo.flatMap(\.walks) == utc.flatMap(\.walks))
        #expect(tokyo.map(\.sessionWalking.count).reduce(0, +) == 1_200_000)
        #expect(utc.map(\.sessionWalking.count).reduce(0, +) == 1_200_000)
        #expect(tokyo.filter { $0.sessionWalking.count > 0 }.count == 2)
        #expect(utc.filter { $0.sessionWalking.count > 0 }.count == 1)
    }
}
