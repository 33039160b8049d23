import Model
import Testing

@testable import Formats

struct GPXTallyTests {
    @Test func `emptiness is told by what is there instead`() {
        var tally = GPXTally()
        #expect(tally.emptiness == "there is no track in it")
        tally.waypoints = 3
        #expect(tally.emptiness.hasSuffix("only 3 waypoints and 0 routes"))
        tally.tracks = 1
        #expect(tally.emptiness == "its tracks have no points")
        tally.isPlanner = true
        #expect(tally.emptiness.contains("planner"))
    }

    @Test func `only elements that were seen are columns`() {
        var tally = GPXTally()
        #expect(tally.columns.isEmpty)
        tally.waypoints = 1
        tally.routes = 1
        #expect(tally.columns.map(\.name) == ["wpt", "rte"])
        tally.points = 1
        tally.hasFix = true
        #expect(
            tally.columns.map(\.name) == ["trkpt lat", "trkpt lon", "time", "fix", "wpt", "rte"]
        )
    }

    @Test func `what was seen outlasts what was thought of a plan`() {
        var before = GPXTally()
        before.soundPoints = 1
        var seen = before
        seen.points = 9
        seen.soundPoints = 9
        seen.hasElevation = true
        before.keepElements(of: seen)
        #expect(before.points == 9)
        #expect(before.hasElevation)
        #expect(before.soundPoints == 1)
    }

    @Test func `missing times are remarked on by their share`() {
        #expect(TrackTally(points: 3, timed: 3, untimed: 0).remark == nil)
        #expect(TrackTally().remark == nil)
        #expect(TrackTally(points: 3, timed: 0, untimed: 3).remark?.contains("plan") == true)
        #expect(TrackTally(points: 3, timed: 1, untimed: 2).remark?.hasPrefix("2 of the 3") == true)
    }

    @Test func `numbers agree with their nouns`() {
        #expect(counted(1, "point") == "1 point")
        #expect(counted(0, "point") == "0 points")
    }
}
