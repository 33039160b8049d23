import Model
import Testing

@testable import Formats

@Suite struct OpenTracksTests {
    private let header =
        "#time,trackpoint_type,latitude,longitude,altitude,accuracy_horizontal,"
        + "accuracy_vertical,speed,altitude_gain,altitude_loss,sensor_distance,heartrate,cadence,"
        + "power\n"

    private func row(_ time: String, _ type: String, _ place: String = ",,") -> String {
        "\"2026-02-02T\(time)+01:00\",\"\(type)\",\(place),10,,54,1,1,,,,\n"
    }

    @Test func `points are a track, parted where the recording was`() throws {
        let trial = try CSVTrial(
            header + row("03:02:02", "SEGMENT_START_MANUAL")
                + row("03:02:03", "TRACKPOINT", "3.123456,14.001456,1020.2")
                + row("03:02:04", "TRACKPOINT") + row("03:02:05", "IDLE")
                + row("03:02:17", "TRACKPOINT", "3.123457,14.001456,")
                + row("03:02:18", "SEGMENT_END_MANUAL")
                + row("03:03:20", "SEGMENT_START_MANUAL")
                + row("03:03:21", "TRACKPOINT", "-3.1,-14.5,-7.5")
                + row("03:03:22", "SEGMENT_START_AUTOMATIC", "3.2,16,999.1")
        )
        #expect(trial.report.outcome == .taken, "\(trial.problems)")
        #expect(trial.report.dialect == "opentracks")
        #expect(
            trial.points == [
                "0 2026-02-02T02:02:03Z 3123456000 14001456000 1020200",
                "0 2026-02-02T02:02:17Z 3123457000 14001456000 -",
                "1 2026-02-02T02:03:21Z -3100000000 -14500000000 -7500",
                "2 2026-02-02T02:03:22Z 3200000000 16000000000 999100",
            ]
        )
        #expect(trial.sink.sources == [Source(name: "opentracks", kind: .gpx)])
    }

    @Test func `a place off the Earth parts the track and is a problem`() throws {
        let trial = try CSVTrial(
            header + row("03:02:03", "TRACKPOINT", "3.1,14,1")
                + row("03:02:04", "TRACKPOINT", "93.1,14,1")
                + row("03:02:05", "TRACKPOINT", "3.1,,1")
                + row("03:02:06", "TRACKPOINT", "3.1,14,1")
        )
        #expect(trial.report.outcome == .partly)
        #expect(trial.points.map { $0.hasSuffix("break") } == [false, true, true, false])
        #expect(trial.problems.count == 2)
        #expect(trial.problems[0].hasPrefix("3:42 lat=\"93.1\" is no number"))
        #expect(trial.problems[1].hasPrefix("4:42 the point has no lon"))
    }

    @Test func `the pauses of old versions part the track and are no problem`() throws {
        let trial = try CSVTrial(
            header + row("03:02:03", "TRACKPOINT", "3.1,14,1")
                + row("03:02:04", "TRACKPOINT", "100,0,")
        )
        #expect(trial.report.outcome == .taken, "\(trial.problems)")
        #expect(trial.points.count == 2)
    }

    @Test func `times without an offset and unknown marks are problems`() throws {
        let trial = try CSVTrial(
            header + row("03:02:03", "TRACKPOINT", "3.1,14,1")
                + "2026-02-02T03:02:04,TRACKPOINT,3.1,14,1,,,,,,,,,\n"
                + row("03:02:05", "TELEPORT", "3.1,14,1")
        )
        #expect(trial.report.outcome == .partly)
        #expect(trial.points.count == 1)
        #expect(trial.problems.map { $0.prefix(2) } == ["3:", "4:"])
    }

    @Test func `times of a clock that was never set are one problem`() throws {
        let old = (0..<5).map {
            "1999-02-02T03:02:0\($0)+01:00,TRACKPOINT,3.1,14,1,,,,,,,,,\n"
        }
        let trial = try CSVTrial(header + old.joined() + row("03:02:05", "TRACKPOINT", "3.1,14,1"))
        #expect(trial.report.outcome == .partly)
        #expect(trial.points.count == 6)
        #expect(trial.problems.count == 1)
        let only = try CSVTrial(header + old.joined())
        #expect(only.report.outcome == .refused)
        #expect(only.report.isOnlyImplausible)
    }

    @Test func `invented times are a plan`() throws {
        let rows = (0..<4).map {
            "2026-01-01T00:0\($0):00Z,TRACKPOINT,0,\($0 * 10),1,,,,,,,,,\n"
        }
        let trial = try CSVTrial(header + rows.joined())
        #expect(trial.report.outcome == .taken)
        #expect(trial.points.isEmpty)
        #expect(trial.problems.count == 1)
        #expect(trial.problems[0].contains("a plan, not a walk"))
    }

    @Test func `a table without positions has no track`() throws {
        let trial = try CSVTrial(header + row("03:02:03", "TRACKPOINT"))
        #expect(trial.report.outcome == .taken)
        #expect(trial.problems == ["0:0 there is no position in it"])
    }

    @Test func `the folder's label names the source`() throws {
        let text = header + row("03:02:03", "TRACKPOINT", "3.1,14,1")
        let trial = try CSVTrial(text, label: "phone")
        #expect(trial.sink.sources == [Source(name: "phone", kind: .gpx)])
    }
}
