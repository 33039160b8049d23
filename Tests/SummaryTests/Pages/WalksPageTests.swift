import Model
import Testing

@testable import Summary

@Suite struct WalksPageTests {
    private func lines(_ days: [Day], withTracks: Bool = false) -> [String] {
        WalksPage.lines(days, withTracks: withTracks, home: Example.home, style: .plain)
    }

    @Test func `a walk is one line under the headings`() {
        #expect(
            lines([Example.day]) == [
                "date            time         walking  pause  steps  a minute  distance  climb  "
                    + "source",
                "2026-11-21 Sat  07:02–07:23   21 min  1 min  2 210       106   1.53 km   12 m  "
                    + "watch",
                "2026-11-21 Sat  17:40–17:51   11 min  0 min  1 150       103                   "
                    + "watch",
            ]
        )
    }

    @Test func `estimated walks show their range, and neither pause nor cadence`() {
        var day = Example.day
        day.walks = [Example.estimatedWalk]
        #expect(
            lines([day]) == [
                "date            time                 walking  pause  steps  a minute  distance  "
                    + "climb  source",
                "2026-11-21 Sat  09:00–09:30  ≈ 10 min (7–17)         1 000                     "
                    + "        scale (estimated)",
            ]
        )
    }

    @Test func `tracks are listed where they are asked for, in the order of time`() {
        var day = Example.day
        day.tracks = [
            Walk(
                start: Example.at("08:00:00.000"),
                end: Example.at("08:05:00.000"),
                active: .minutes(3),
                pause: .minutes(2),
                kind: .track,
                distance: Metres(millimetres: 240_400),
                isPoorTrack: true,
                sources: ["gpx"]
            )
        ]
        #expect(lines([day]).count == 3)
        let page = lines([day], withTracks: true)
        #expect(page.count == 4)
        #expect(page[2].contains("240 m"))
        #expect(page[2].hasSuffix("gpx (track, no walk, poor positions)"))
    }

    @Test func `a run, a declared walk and an open one say so, names are harmless`() {
        var day = Example.day
        day.walks = [Example.eveningWalk]
        day.walks[0].kind = .run
        day.walks[0].quality = .declared
        day.walks[0].isOpen = true
        day.walks[0].sources = ["a\nb", "c"]
        #expect(lines([day])[1].hasSuffix("a\\nb, c (run, declared)"))
    }

    @Test func `without walks there is a word`() {
        #expect(lines([]) == ["No walks in these days."])
    }
}
