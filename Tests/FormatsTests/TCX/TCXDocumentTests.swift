import Model
import TestSupport
import Testing

@testable import Formats

struct TCXDocumentTests {
    private func tcx(_ inside: String) -> String {
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TrainingCenterDatabase"
            + " xmlns=\"http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2\">\n"
            + "\(inside)\n</TrainingCenterDatabase>\n"
    }

    private func activity(_ sport: String, _ laps: String) -> String {
        tcx("<Activities><Activity Sport=\"\(sport)\"><Id>x</Id>\(laps)</Activity></Activities>")
    }

    private func lap(_ tracks: String, start: String = "2026-11-02T07:00:00Z") -> String {
        "<Lap StartTime=\"\(start)\"><TotalTimeSeconds>600.5</TotalTimeSeconds>"
            + "<DistanceMeters>700</DistanceMeters>\(tracks)</Lap>"
    }

    private func point(_ time: String, _ position: String = Self.somewhere) -> String {
        "<Trackpoint><Time>2026-11-02T\(time)</Time>\(position)"
            + "<AltitudeMeters>12.345</AltitudeMeters><HeartRateBpm><Value>90</Value>"
            + "</HeartRateBpm><Cadence>50</Cadence><Extensions><TPX><Speed>1</Speed>"
            + "<RunCadence>55</RunCadence></TPX></Extensions></Trackpoint>"
    }

    private static let somewhere =
        "<Position><LatitudeDegrees>59.9</LatitudeDegrees>"
        + "<LongitudeDegrees>10.7</LongitudeDegrees></Position>"

    private func read(_ text: String) throws -> (report: FormatReport, sink: TrackSink) {
        let sink = TrackSink()
        let report = try FormatReader.read(
            MemoryBytes(Array(text.utf8)),
            context: .in2026(),
            into: sink
        )
        return (report, sink)
    }

    @Test(arguments: ["Other", "Walking", "hiking", ""])
    func `positions become a track, as in a GPX`(sport: String) throws {
        let points = point("07:00:00Z") + point("07:00:05.250Z")
        let (report, sink) = try read(activity(sport, lap("<Track>\(points)</Track>")))
        #expect(report.dialect == "tcx")
        #expect(report.outcome == .taken)
        #expect(report.problems.isEmpty)
        #expect(sink.sources.map(\.name) == ["tcx"])
        #expect(sink.sources.map(\.kind) == [.gpx])
        #expect(
            sink.points == [
                TrackPoint(
                    time: Instant(seconds: 1_793_602_800),
                    latitude: 59_900_000_000,
                    longitude: 10_700_000_000,
                    elevation: 12_345,
                    line: 3
                ),
                TrackPoint(
                    time: Instant(milliseconds: 1_793_602_805_250),
                    latitude: 59_900_000_000,
                    longitude: 10_700_000_000,
                    elevation: 12_345,
                    line: 3
                ),
            ]
        )
    }

    @Test func `a pause in a lap parts the track, a new lap does not`() throws {
        let laps =
            lap(
                "<Track>\(point("07:00:00Z"))\(point("07:00:10Z"))</Track>"
                    + "<Track>\(point("07:00:40Z"))</Track>"
            ) + lap("<Track>\(point("07:01:00Z"))</Track>")
            + lap("<Track>\(point("07:02:01Z"))</Track>")
        let (_, sink) = try read(activity("Other", laps))
        #expect(sink.pieces.map(\.segment) == [0, 1, 2])
        #expect(sink.pieces.map(\.points.count) == [2, 2, 1])
    }

    @Test(arguments: ["Running", "Biking"])
    func `another sport is no walk, and that is said`(sport: String) throws {
        let (report, sink) = try read(activity(sport, lap("<Track>\(point("07:00:00Z"))</Track>")))
        #expect(report.outcome == .taken)
        #expect(sink.points.isEmpty)
        #expect(
            report.problems.first.map(\.message) == [
                "an activity of the sport \"\(sport)\": no walk"
            ]
        )
    }

    @Test func `an unknown sport is a problem and never a walk by guess`() throws {
        let (report, sink) = try read(
            activity("Gehen", lap("<Track>\(point("07:00:00Z"))</Track>"))
        )
        #expect(report.outcome == .refused)
        #expect(sink.points.isEmpty)
        #expect(report.problems.first.first?.message.contains("\"Gehen\"") == true)
        #expect(report.problems.first.first?.place.line == 3)
    }

    @Test func `a walk without positions is declared by its laps`() throws {
        let laps =
            lap("<Track>\(point("07:11:00Z", ""))</Track>")
            + lap("", start: "2026-11-02T07:12:00Z")
        let trial = try ReadingTrial(activity("Walking", laps))
        #expect(trial.report.outcome == .taken)
        #expect(trial.walks == ["2026-11-02T07:00Z/2026-11-02T07:22:00.500Z 1201000 - tcx"])
    }

    @Test func `without positions and without the word it is no walk`() throws {
        let trial = try ReadingTrial(activity("Other", lap("")))
        #expect(trial.report.outcome == .refused)
        #expect(trial.walks.isEmpty)
        #expect(trial.problems.first?.contains("does not say that it was a walk") == true)
    }

    @Test func `a walk whose laps have no times is a problem`() throws {
        for laps in [
            "", "<Lap><TotalTimeSeconds>60</TotalTimeSeconds></Lap>",
            lap("", start: "yesterday"),
        ] {
            let trial = try ReadingTrial(activity("Walking", laps))
            #expect(trial.report.outcome == .refused)
            #expect(trial.walks.isEmpty)
        }
    }

    @Test func `a walk without positions in a broken file is not declared`() throws {
        let whole = activity("Walking", lap(""))
        let cut = whole.replacing("</Activity></Activities>\n</TrainingCenterDatabase>", with: "")
        let trial = try ReadingTrial(cut)
        #expect(trial.walks.isEmpty)
        #expect(trial.report.endsEarly)
        #expect(trial.report.outcome == .refused)
    }

    @Test func `courses and workouts are plans`() throws {
        let (report, sink) = try read(
            tcx(
                "<Courses><Course><Track>\(point("07:00:00Z"))</Track></Course></Courses><Workouts/>"
            )
        )
        #expect(report.outcome == .taken)
        #expect(sink.points.isEmpty)
        #expect(report.problems.first.first?.message.contains("a plan, not a walk") == true)
    }

    @Test func `activities of a multisport session are read one by one`() throws {
        let inside = { (sport: String, time: String) in
            "<Activity Sport=\"\(sport)\">\(self.lap("<Track>\(self.point(time))</Track>"))</Activity>"
        }
        let (report, sink) = try read(
            tcx(
                "<Activities><MultiSportSession><Id>x</Id><FirstSport>"
                    + inside("Running", "07:00:00Z") + "</FirstSport><NextSport><Transition/>"
                    + inside("Other", "07:30:00Z") + "</NextSport></MultiSportSession></Activities>"
            )
        )
        #expect(report.outcome == .taken)
        #expect(sink.points.count == 1)
    }

    @Test func `wrong coordinates and times are problems at their points`() throws {
        let far =
            "<Position><LatitudeDegrees>91</LatitudeDegrees>"
            + "<LongitudeDegrees>10</LongitudeDegrees></Position>"
        let half = "<Position><LatitudeDegrees>59</LatitudeDegrees></Position>"
        let points =
            point("07:00:00Z") + point("07:00:01Z", far) + point("07:00:02Z", half)
            + point("soon") + point("07:00:04Z")
        let (report, sink) = try read(activity("Other", lap("<Track>\(points)</Track>")))
        #expect(report.outcome == .partly)
        #expect(sink.points.count == 4)
        #expect(sink.points.filter { $0.flags.contains(.breaksChunk) }.count == 2)
        #expect(report.problems.count == 2)
    }

    @Test func `reads of any size give the same`() throws {
        let points = (10..<50).map { point("07:00:\($0)Z") }.joined(separator: "\n")
        let text = activity("Other", lap("<Track>\(points)</Track>"))
        let sink = TrackSink()
        _ = try FormatReader.read(
            TricklingBytes(Array(text.utf8)),
            context: .in2026(),
            into: sink
        )
        #expect(sink.points.count == 40)
        #expect(sink.points == (try read(text).sink.points))
    }
}
