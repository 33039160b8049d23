import Model
import Testing

@testable import Formats

@Suite struct StravaTests {
    private let header =
        "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,"
        + "Distance,Max Heart Rate,Commute,Filename,Elapsed Time,Moving Time,Distance,"
        + "Max Heart Rate,Start Time,Total Steps\n"

    private func row(
        _ type: String = "Walk",
        date: String = "\"May 9, 2023, 10:09:29 AM\"",
        shown: String = "3700",
        elapsed: String = "3600.0",
        moving: String = "3480.0",
        steps: String = "6112.0"
    ) -> String {
        "1,\(date),\"Lunch\",\(type),\"two\nlines, \"\"both\"\" long\",\(shown),4.51,120,false,"
            + "activities/1.gpx.gz,\(elapsed),\(moving),4512.3,121.0,0.0,\(steps)\n"
    }

    @Test(arguments: [
        "\"May 9, 2023, 10:09:29 AM\"", "\"May 9, 2023, 10:09:29\u{202F}AM\"",
        "\"9 May 2023, 10:09:29\"", "2023-05-09T10:09:29Z", "2023-05-09 10:09:29",
    ])
    func `a walk is declared, in UTC, by the second of the lengths`(date: String) throws {
        let trial = try CSVTrial(header + row(date: date), name: "activities.csv")
        #expect(trial.report.outcome == .taken, "\(trial.problems)")
        #expect(trial.report.dialect == "strava")
        #expect(trial.declared == ["2023-05-09T10:09:29Z/2023-05-09T11:09:29Z 58 6112 strava"])
    }

    @Test func `in the afternoon it is later`() throws {
        let trial = try CSVTrial(header + row("Hike", date: "\"Sep 20, 2025, 2:12:12 PM\""))
        #expect(trial.declared == ["2025-09-20T14:12:12Z/2025-09-20T15:12:12Z 58 6112 strava"])
    }

    @Test func `what is missing falls back to what is there`() throws {
        let trial = try CSVTrial(header + row(elapsed: "", moving: "", steps: "0.0"))
        #expect(trial.declared == ["2023-05-09T10:09:29Z/2023-05-09T11:11:09Z 61:40 - strava"])
    }

    @Test func `rides and runs are no walks, and unknown types are problems`() throws {
        let trial = try CSVTrial(
            header + row("Ride") + row("Run") + row("E-Mountain Bike Ride")
                + row("Weight Training") + row("Football (Soccer)") + row("Quidditch")
        )
        #expect(trial.report.outcome == .partly)
        #expect(trial.declared.isEmpty)
        #expect(trial.problems.count == 1)
        #expect(trial.problems[0].hasPrefix("12:38 \"Quidditch\" is an activity"))
    }

    @Test(arguments: [
        ("\"May 9, 2023\"", "3600.0", "3480.0", "1"),
        ("\"May 9, 2023, 10:09:29 AM\"", "x", "3480.0", "1"),
        ("\"May 9, 2023, 10:09:29 AM\"", "0", "0", "1"),
        ("\"May 9, 2023, 10:09:29 AM\"", "3600.0", "3702", "1"),
        ("\"May 9, 2023, 10:09:29 AM\"", "3600.0", "-5", "1"),
        ("\"May 9, 2023, 10:09:29 AM\"", "3600.0", "3480", "1.5"),
    ])
    func `a damaged walk is one problem`(
        date: String,
        elapsed: String,
        moving: String,
        steps: String
    ) throws {
        let damaged = row(date: date, elapsed: elapsed, moving: moving, steps: steps)
        let trial = try CSVTrial(header + row() + damaged)
        #expect(trial.report.outcome == .partly)
        #expect(trial.sink.declared.count == 1)
        #expect(trial.problems.count == 1, "\(trial.problems)")
        #expect(trial.problems[0].hasPrefix("4:") || trial.problems[0].hasPrefix("5:"))
    }

    @Test func `the German list`() throws {
        let trial = try CSVTrial(
            "Aktivitäts-ID,Aktivitätsdatum,Name der Aktivität,Aktivitätsart,Verstrichene Zeit,"
                + "Distanz,Verstrichene Zeit,Bewegungszeit,Schritte insgesamt\n"
                + "1,\"20.09.2025, 14:12:12\",a,Spaziergang,9999,\"10,20\",300,240,400\n"
                + "2,\"21.09.2025, 14:12:12\",b,Lauf,9999,\"10,20\",300,240,400\n"
        )
        #expect(trial.report.outcome == .taken, "\(trial.problems)")
        #expect(trial.declared == ["2025-09-20T14:12:12Z/2025-09-20T14:17:12Z 4 400 strava"])
    }
}
