import Model
import Testing

@testable import Formats

/// What is GPX's own in a document, and what belongs to extensions.
struct GPXDocumentTests {
    private static let core = "http://www.topografix.com/GPX/1/1"

    private func points(_ text: String) throws -> Int { try ReadSample(text).points.count }

    private func prefixed(_ prefix: String, _ declarations: String) -> String {
        let p = prefix
        return """
            <!-- <\(p)trkpt lat="0" lon="0"/> in a comment is not a point -->
            <\(p)gpx \(declarations)><\(p)trk><\(p)trkseg><\(p)trkpt lat="1" lon="2">\
            <\(p)time>2026-07-26T05:01:04Z</\(p)time></\(p)trkpt></\(p)trkseg></\(p)trk></\(p)gpx>
            """
    }

    @Test func `core elements may have any prefix, declared or not`() throws {
        #expect(try points(prefixed("", "")) == 1)
        #expect(try points(prefixed("", "xmlns='\(Self.core)'")) == 1)
        #expect(try points(prefixed("", "xmlns='http://www.topografix.com/GPX/1/0'")) == 1)
        #expect(try points(prefixed("g:", "xmlns:g='\(Self.core)'")) == 1)
        #expect(try points(prefixed("gpx:", "")) == 1)
        #expect(try points(prefixed("x:", "")) == 1)
    }

    private func inside(_ more: String, root: String = "") throws -> TrackPoint {
        let text = gpx(trkpt("1", "2", "2026-07-26T05:01:04Z", more: more), root: root)
        return try #require(try ReadSample(text).points.first)
    }

    @Test func `a prefixed core element in a plain document is core when it is declared`() throws {
        let root = "xmlns:g='\(Self.core)'"
        #expect(try inside("<g:ele>7</g:ele>", root: root).elevation == 7_000)
        #expect(try inside("<gpx:ele>7</gpx:ele>").elevation == 7_000)
        #expect(try inside("<g:ele xmlns:g='\(Self.core)'>7</g:ele>").elevation == 7_000)
    }

    @Test(arguments: [
        "<extensions><ele>7</ele><time>1999-01-01T00:00:00Z</time></extensions>",
        "<extensions><gpxtpx:TrackPointExtension><gpxtpx:ele>7</gpxtpx:ele>"
            + "</gpxtpx:TrackPointExtension></extensions>",
        "<extensions/>", "<gpxdata:ele>7</gpxdata:ele>",
        "<x:extensions><ele>7</ele></x:extensions>",
        "<ele xmlns='urn:other'>7</ele>", "<a:ele xmlns:a='urn:other'>7</a:ele>",
        "<heartrate>90</heartrate>", "<speed>1.2</speed><course>7</course>",
    ])
    func `extensions are passed over, undeclared prefixes too`(more: String) throws {
        #expect(try inside(more).elevation == nil)
        #expect(try inside(more).time.milliseconds == 1_785_042_064_000)
    }

    @Test func `a prefix gpx that is bound to something else is not core`() throws {
        #expect(try inside("<gpx:ele>7</gpx:ele>", root: "xmlns:gpx='urn:x'").elevation == nil)
    }

    @Test func `lists of a program at the level of the file are no points`() throws {
        let text = """
            <gpx><extensions><trk><trkseg><trkpt lat='1' lon='2'><time>2026-07-26T05:01:04Z</time>
            </trkpt></trkseg></trk></extensions><Name>x</Name>
            <trk><time>2026-07-26T05:01:04Z</time><Name>a</Name><trkseg>
            <trkpt lat='1' lon='2'><time><![CDATA[2026-07-26T05:01:04Z]]></time></trkpt>
            </trkseg></trk></gpx>
            """
        #expect(try points(text) == 1)
    }

    @Test func `a value may be written with references and in parts`() throws {
        let text = gpx(
            "<trkpt lat='&#49;' lon='2'><time>2026&#45;07-26<![CDATA[T05]]>:01:04Z</time></trkpt>"
        )
        #expect(try ReadSample(text).points.first?.time.milliseconds == 1_785_042_064_000)
        #expect(try ReadSample(text).points.first?.latitude == 1_000_000_000)
    }
}

/// What is a plan and not a walk (SESSIONS.md §8.10 "GPX", FORMATS.md §5.14).
struct GPXPlanTests {
    private func expectNoWalk(_ text: String, _ words: String) throws {
        let sample = try ReadSample(text)
        #expect(sample.report.outcome == .taken)
        #expect(sample.sink.pieces.isEmpty)
        #expect(sample.sink.sources.isEmpty || sample.points.isEmpty)
        #expect(sample.report.problems.count == 1)
        #expect(sample.messages.first?.contains(words) == true, "\(sample.messages)")
    }

    private static func newYearTrack(_ year: Int, seconds: [Int]) -> String {
        seconds.enumerated().map { index, second in
            let clock = "00:\(padded(second / 60, to: 2)):\(padded(second % 60, to: 2))"
            return trkpt("47.\(1000 + index)", "8", "\(year)-01-01T\(clock)Z")
        }.joined()
    }

    @Test func `waypoints, routes and empty tracks are no walks`() throws {
        try expectNoWalk("<gpx/>", "no track")
        try expectNoWalk("<gpx><metadata><name>indoor</name></metadata></gpx>", "no track")
        try expectNoWalk(
            "<gpx><wpt lat='1' lon='2'><time>2026-07-26T05:01:04Z</time></wpt></gpx>",
            "only 1 waypoint and 0 routes"
        )
        try expectNoWalk(
            "<gpx><rte><rtept lat='1' lon='2'><time>2026-07-26T05:01:04Z</time></rtept></rte></gpx>",
            "only 0 waypoints and 1 route"
        )
        try expectNoWalk("<gpx><trk><trkseg/></trk></gpx>", "no points")
    }

    @Test func `a track without times is a plan`() throws {
        try expectNoWalk(gpx(trkpt("1", "2", nil) + trkpt("1", "3", nil)), "2 points has no times")
        try expectNoWalk(gpx("<trkpt lat='1' lon='2'><time/></trkpt>"), "1 point has no times")
    }

    @Test(arguments: ["Route-Only Export 2", "MyPlanner", "http://planner.example"])
    func `what a planner made is a plan`(creator: String) throws {
        try expectNoWalk(
            gpx(trkpt("1", "2", "2026-07-26T05:01:04Z"), root: "creator='\(creator)'"),
            "planner"
        )
    }

    @Test func `times invented from a New Year on are a plan`() throws {
        try expectNoWalk(
            gpx(Self.newYearTrack(2010, seconds: Array(stride(from: 0, to: 600, by: 10)))),
            "one constant speed"
        )
        try expectNoWalk(
            gpx(Self.newYearTrack(1970, seconds: [0, 10, 20, 30])),
            "one constant speed"
        )
    }

    @Test func `a walk into the New Year is a walk`() throws {
        let sample = try ReadSample(
            gpx(Self.newYearTrack(2026, seconds: [0, 10, 20, 60, 70, 80]))
        )
        #expect(sample.points.count == 6)
        #expect(sample.report.problems.isEmpty)
        #expect(sample.points.map(\.line) == [4, 5, 6, 7, 8, 9])
    }

    @Test func `of several tracks only the plan is left out`() throws {
        let plan = Self.newYearTrack(2010, seconds: [0, 10, 20, 30])
        let walk = trkpt("1", "2", "2026-07-26T05:01:04Z")
        let sample = try ReadSample(
            "<gpx><trk><trkseg>\(plan)</trkseg></trk><trk><trkseg>\(walk)</trkseg></trk></gpx>"
        )
        #expect(sample.points.count == 1)
        #expect(sample.sink.pieces.first?.segment == 1)
        #expect(sample.report.outcome == .taken)
        #expect(sample.report.problems.count == 1)
    }

    @Test func `points without a time are left out without parting the track`() throws {
        let time = "2026-07-26T05:01:04Z"
        let sample = try ReadSample(
            gpx(
                trkpt("1", "2", time) + trkpt("95", "2", nil) + trkpt("1", "2", nil)
                    + trkpt("1", "3", time)
            )
        )
        #expect(sample.points.map(\.flags) == [[], []])
        #expect(sample.report.outcome == .taken)
        #expect(sample.messages == ["2 of the 4 points of this track without a time are left out"])
    }

    @Test func `a time without a zone among those with an offset is not taken for UTC`() throws {
        let lost = try ReadSample(
            gpx(
                trkpt("1", "2", "2026-07-26T07:01:04+02:00")
                    + trkpt("1", "2", "2026-07-26T07:01:05")
                    + trkpt("1", "2", "2026-07-26T05:01:06Z")
            )
        )
        #expect(lost.points.count == 2)
        #expect(lost.report.outcome == .partly)
        #expect(
            lost.messages == [
                "\"2026-07-26T07:01:05\" has no zone, unlike the times before it; the point is left out"
            ]
        )
        let first = try ReadSample(
            gpx(
                trkpt("1", "2", "2026-07-26T07:01:04")
                    + trkpt("1", "2", "2026-07-26T07:01:05+02:00")
            )
        )
        #expect(first.report.outcome == .partly)
        #expect(first.report.problems.first.map(\.place.line) == [4])
        #expect(
            first.messages == [
                "a time has no zone and was taken for UTC, but times behind it have an offset"
            ]
        )
    }

    @Test func `a height with digits that is no number is a problem, and no word for unknown`()
        throws
    {
        let time = "2026-07-26T05:01:04Z"
        let sample = try ReadSample(
            gpx(
                trkpt("1", "2", time, more: "<ele>12,5</ele>")
                    + trkpt("1", "3", time, more: "<ele>12,5</ele>")
                    + trkpt("1", "4", time, more: "<ele>NaN</ele>")
            )
        )
        #expect(sample.points.map(\.elevation) == [nil, nil, nil])
        #expect(sample.report.outcome == .partly)
        #expect(
            sample.messages == [
                "\"12,5\" is no height in metres; the point is kept; so it is with 1 more point"
            ]
        )
    }
}
