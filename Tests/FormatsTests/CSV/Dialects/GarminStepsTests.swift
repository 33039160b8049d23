import Model
import Testing

@testable import Formats

@Suite struct GarminStepsTests {
    /// Noon in Oslo of a day.
    private func noon(_ iso: String) -> Instant {
        let day = CivilDay(iso: iso) ?? CivilDay(daysSinceEpoch: 0)
        return Instant(seconds: Int64(day.daysSinceEpoch) * 86_400 + 11 * 3600)
    }

    private let report = "\u{FEFF}Date,Actual,Goal\nFeb 12,13771,10000\nFeb 13,9483,10000\n"

    @Test func `the year is that of when the file was written`() throws {
        for written in ["2026-02-13", "2026-02-20"] {
            let trial = try CSVTrial(report, name: "Steps.csv", modified: noon(written))
            #expect(trial.report.outcome == .taken, "\(trial.problems)")
            #expect(trial.report.dialect == "garmin-steps")
            #expect(
                trial.steps == [
                    "2026-02-11T23:00Z/2026-02-12T23:00Z 13771 garmin",
                    "2026-02-12T23:00Z/2026-02-13T23:00Z 9483 garmin",
                ]
            )
        }
    }

    @Test func `a report over New Year has two years`() throws {
        let trial = try CSVTrial(
            "Date,Actual,Goal\nDec 31,100,1\nJan 1,200,1\n",
            modified: noon("2026-01-02")
        )
        #expect(
            trial.steps == [
                "2025-12-30T23:00Z/2025-12-31T23:00Z 100 garmin",
                "2025-12-31T23:00Z/2026-01-01T23:00Z 200 garmin",
            ]
        )
    }

    @Test(arguments: ["2026-02-12", "2026-02-21", "2027-01-30", "2025-12-01"])
    func `a file written at another time is refused`(written: String) throws {
        let trial = try CSVTrial(report, name: "Steps.csv", modified: noon(written))
        #expect(trial.report.outcome == .refused)
        #expect(trial.sink.steps.isEmpty)
        #expect(trial.problems[0].contains("\"Feb 13\" has no year"), "\(trial.problems)")
        #expect(trial.problems[0].hasPrefix("3:1 "), "\(trial.problems)")
    }

    @Test(
        arguments: [
            ("Feb 10,1,1\nFeb 13,2,1\n", "no consecutive days"),
            ("Feb 13,1,1\nFeb 12,2,1\n", "no consecutive days"),
            ("Feb 12,1,1\nFeb 12,2,1\n", "no consecutive days"),
            ("Feb 12,1,1\nweek 7,2,1\n", "is not a day and a month"),
            ("2026-02-12,1,1\n", "is not a day and a month"),
        ])
    func `rows that are no consecutive days are refused`(rows: String, reason: String) throws {
        let trial = try CSVTrial("Date,Actual,Goal\n\(rows)", modified: noon("2026-02-13"))
        #expect(trial.report.outcome == .refused)
        #expect(trial.problems[0].contains(reason), "\(trial.problems)")
    }

    @Test func `a leap day decides against other years`() throws {
        let rows = "Date,Actual,Goal\nFeb 28,1,1\nFeb 29,2,1\nMar 1,3,1\n"
        let leap = try CSVTrial(rows, modified: noon("2024-03-01"))
        #expect(leap.steps.count == 3)
        let other = try CSVTrial(rows, modified: noon("2026-03-01"))
        #expect(other.report.outcome == .refused)
    }

    @Test func `a header alone is an empty report`() throws {
        let trial = try CSVTrial("Date,Actual,Goal\n")
        #expect(trial.report.outcome == .taken)
        #expect(trial.report.problems.count == 1)
    }
}
