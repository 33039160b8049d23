import Model
import Testing

@testable import Formats

@Suite struct HealthAutoExportTests {
    @Test func `minutes stand among empty cells`() throws {
        let trial = try CSVTrial(
            "Date/Time,Active Energy (kcal),Heart Rate [Min] (bpm),Step Count (steps),Distance (km),\n"
                + "2025-09-02 00:00:00,0.281,63,,,\n2025-09-02 08:01:00,4.1,92,102,0.0741,\n"
                + "2025-09-02 08:02:00,4.2,93,98,0.0712,\n",
            name: "HealthMetrics-2025-09-02.csv"
        )
        #expect(trial.report.outcome == .taken, "\(trial.problems)")
        #expect(trial.report.dialect == "health-auto-export")
        #expect(
            trial.steps == [
                "2025-09-02T06:01Z 102 health-auto-export",
                "2025-09-02T06:02Z 98 health-auto-export",
            ]
        )
    }

    @Test func `a glued first word, an offset and hours`() throws {
        let rows = (0..<9).map { "2026-06-01 0\($0):00:00 -0600,1200\n" }
        let trial = try CSVTrial("csvDate,Step Count (count)\n\(rows.joined())")
        #expect(trial.report.outcome == .taken, "\(trial.problems)")
        #expect(trial.steps.count == 9)
        #expect(trial.steps.last == "2026-06-01T14:00Z 1200 health-auto-export")
    }

    @Test(
        arguments: [
            "2026-06-01 00:00:00,9000\n2026-06-02 00:00:00,120\n",
            "2026-06-01 00:00:00 +0200,9000\n2026-06-02 00:00:00 +0200,120\n",
        ])
    func `rows at midnight are days`(rows: String) throws {
        let trial = try CSVTrial("Date,Step Count (count)\n\(rows)")
        #expect(trial.report.outcome == .taken, "\(trial.problems)")
        #expect(
            trial.steps == [
                "2026-05-31T22:00Z/2026-06-01T22:00Z 9000 health-auto-export",
                "2026-06-01T22:00Z/2026-06-02T22:00Z 120 health-auto-export",
            ]
        )
    }

    @Test func `days of another zone are problems`() throws {
        let trial = try CSVTrial(
            "Date,Step Count (count)\n2026-06-01 00:00:00 -0600,9000\n2026-06-02 00:00:00 -0600,1\n"
        )
        #expect(trial.report.outcome == .refused)
        #expect(trial.problems[0].contains("is no midnight of the home zone"))
    }

    @Test func `one row at midnight may be a minute or a day`() throws {
        let trial = try CSVTrial("Date,Step Count (count)\n2026-06-01 00:00:00,120\n")
        #expect(trial.report.outcome == .refused)
        #expect(trial.problems[0].hasPrefix("2:1 "))
        #expect(trial.problems[0].contains("an hour or a day"))
    }

    @Test func `walks among the workouts are declared`() throws {
        let trial = try CSVTrial(
            "Type,Start,End,Duration,Distance (km),Step Count (count),Step Cadence (spm)\n"
                + "Outdoor Walk,2026-04-06 16:32,2026-04-06 18:35,02:02:45,9.1,11034,90\n"
                + "Outdoor Run,2026-04-07 16:32,2026-04-07 17:00,00:28:01,5,4000,160\n"
                + "Walking,2026-04-08 16:32,2026-04-08 16:42,00:10:31,0.8,,\n",
            name: "Workouts.csv"
        )
        #expect(trial.report.outcome == .taken, "\(trial.problems)")
        #expect(trial.report.dialect == "health-auto-export-workouts")
        #expect(
            trial.declared == [
                "2026-04-06T14:32Z/2026-04-06T16:35Z 122:45 11034 health-auto-export",
                "2026-04-08T14:32Z/2026-04-08T14:42:31Z 10:31 - health-auto-export",
            ]
        )
    }

    @Test func `a length that does not fit between start and end is a problem`() throws {
        let trial = try CSVTrial(
            "Type,Start,End,Duration\nWalking,2026-04-08 16:32,2026-04-08 16:42,00:12:00\n"
                + "Frisbee,2026-04-08 16:32,2026-04-08 16:42,00:10:00\n"
        )
        #expect(trial.report.outcome == .partly)
        #expect(trial.declared.isEmpty)
        #expect(trial.problems[0].contains("is longer than from start to end"))
        #expect(trial.problems[1].hasPrefix("3:1 \"Frisbee\""))
    }
}
