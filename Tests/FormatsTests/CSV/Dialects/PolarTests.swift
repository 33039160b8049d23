import Model
import Testing

@testable import Formats

@Suite struct PolarTests {
    private let header =
        "Name,Sport,Date,Start time,Duration,Total distance (km),Average heart rate (bpm),\n"
    private let samples =
        "Sample rate,Time,HR (bpm),Speed (km/h),Pace (min/km),Cadence,Altitude (m),"
        + "Stride length (m),Distances (m),Temperatures (C),Power (W),\n"
        + "1,00:00:00,85,,,,,,,,,\n1,00:00:01,86,,,,,,,,,\n"

    @Test(arguments: ["WALKING", "Walking", "HIKING", "NORDIC_WALKING"])
    func `a walk is declared, and its samples are passed over`(sport: String) throws {
        let trial = try CSVTrial(
            header + "Kari,\(sport),29-08-2026,07:15:00,00:42:10,3.41,101,\n\n" + samples
        )
        #expect(trial.report.outcome == .taken, "\(trial.problems)")
        #expect(trial.report.dialect == "polar-session")
        #expect(trial.declared == ["2026-08-29T05:15Z/2026-08-29T05:57:10Z 42:10 - polar"])
    }

    @Test func `samples as wide as the session are still no session`() throws {
        let trial = try CSVTrial(
            "Name,Sport,Date,Start time,Duration\nK,WALKING,29-08-2026,07:15:00,00:42:10\n"
                + "Time,Second,HR (bpm),a,b\n07:15:00,0,120,WALKING,1\n"
        )
        #expect(trial.report.outcome == .taken, "\(trial.problems)")
        #expect(trial.sink.declared.count == 1)
    }

    @Test(arguments: ["RUNNING", "Other indoor", "ROAD_BIKING", "Soccer"])
    func `another sport is no walk`(sport: String) throws {
        let trial = try CSVTrial(
            header + "K,\(sport),29-08-2026,07:15:00,00:42:10,3.41,101,\n" + samples
        )
        #expect(trial.report.outcome == .taken)
        #expect(trial.declared.isEmpty)
        #expect(trial.problems == ["0:0 the session is no walk"])
    }

    @Test func `an unknown sport is a problem`() throws {
        let trial = try CSVTrial(header + "K,Kävely,29-08-2026,07:15:00,00:42:10,3,1,\n" + samples)
        #expect(trial.report.outcome == .partly)
        #expect(trial.problems[0].hasPrefix("2:3 \"Kävely\" is an activity"))
    }

    @Test func `a date that may have the month first is refused`() throws {
        let trial = try CSVTrial(header + "K,WALKING,05-06-2026,07:15:00,00:42:10,3,1,\n" + samples)
        #expect(trial.report.outcome == .refused)
        #expect(trial.problems[0].contains("no date of the file decides"))
        let iso = try CSVTrial(header + "K,WALKING,2026-06-05,07:15:00,00:42:10,3,1,\n" + samples)
        #expect(iso.declared == ["2026-06-05T05:15Z/2026-06-05T05:57:10Z 42:10 - polar"])
    }

    @Test func `a session without a time of day or length is a problem`() throws {
        for row in ["29-08-2026,,00:42:10", "29-08-2026,07:15:00,", "29-08-2026,07:15:00,42:10"] {
            let trial = try CSVTrial(header + "K,WALKING,\(row),3,1,\n" + samples)
            #expect(trial.report.outcome == .refused)
            #expect(trial.problems.count == 1)
        }
    }

    @Test func `activity samples have their offset, and the rows between have no steps`() throws {
        let trial = try CSVTrial(
            "Time,Activity,Steps,Metabolic equivalent,Sport,Inactivity notification\n"
                + "2026-03-06 00:01:00 +0100,SEDENTARY,12,1.2,-1,\n"
                + "2026-03-06 00:01:30 +0100,SEDENTARY,,1.2,-1,\n"
                + "2026-03-06 00:02:00 +0100,LIGHT,104,3.5,-1,true\n"
        )
        #expect(trial.report.outcome == .taken, "\(trial.problems)")
        #expect(trial.report.dialect == "polar-activity")
        #expect(trial.steps == ["2026-03-05T23:01Z 12 polar", "2026-03-05T23:02Z 104 polar"])
    }

    @Test func `activity samples without a date are refused`() throws {
        let trial = try CSVTrial("Time,Activity,Steps,Metabolic equivalent\n10:00,1,5,2\n")
        #expect(trial.report.outcome == .refused)
        #expect(trial.report.dialect == "polar-activity")
    }
}
