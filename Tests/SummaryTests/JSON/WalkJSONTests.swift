import Model
import Testing

@testable import Summary

@Suite struct WalkJSONTests {
    private func line(_ walk: Walk) -> String {
        WalkJSON.line(walk, date: Example.date, person: "anna", home: Example.home)
    }

    @Test func `a walk by itself says its day and person first`() {
        #expect(
            line(Example.eveningWalk)
                == [
                    #"{"date":"2026-11-21","person":"anna","start":"2026-11-21T17:40:11.000+01:00","#,
                    #""end":"2026-11-21T17:51:20.000+01:00","minutes":11.2,"pauseMinutes":0.0,"#,
                    #""steps":1150,"cadence":103,"kind":"walk","quality":"measured","#,
                    #""sources":["watch"]}"#,
                ].joined()
        )
    }

    @Test func `an estimated walk has a range, and neither cadence nor pauses`() {
        var walk = Example.estimatedWalk
        walk.pause = .minutes(1)
        let text = line(walk)
        #expect(text.contains(#""minutes":10.0,"minutesLow":7.1,"minutesHigh":16.7,"steps":1000"#))
        #expect(!text.contains("cadence") && !text.contains("pauseMinutes"))
        #expect(text.contains(#""quality":"estimated""#))
    }

    @Test func `a measured walk has no range`() {
        var walk = Example.eveningWalk
        walk.activeBounds = .minutes(5)...(.minutes(15))
        #expect(!line(walk).contains("minutesLow"))
    }

    @Test func `a walk that may grow is open, others say nothing of it`() {
        var walk = Example.eveningWalk
        walk.isOpen = true
        #expect(line(walk).hasSuffix(#""sources":["watch"],"open":true}"#))
        #expect(!line(Example.eveningWalk).contains("open"))
    }

    @Test func `a track that is no walk says walking, stopped, distance and climb`() {
        let track = Walk(
            start: Example.at("06:00:00.000"),
            end: Example.at("06:10:00.000"),
            active: .minutes(3),
            pause: .minutes(7),
            kind: .track,
            distance: Metres(millimetres: 219_500),
            climb: Metres(millimetres: 0),
            sources: ["gpx"]
        )
        #expect(
            line(track).hasSuffix(
                #""minutes":3.0,"pauseMinutes":7.0,"kind":"track","quality":"measured","#
                    + #""distanceMetres":220,"climbMetres":0,"sources":["gpx"]}"#
            )
        )
    }
}
