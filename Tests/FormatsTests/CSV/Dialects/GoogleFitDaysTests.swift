import Model
import Testing

@testable import Formats

@Suite struct GoogleFitDaysTests {
    @Test(
        arguments: [
            "Date,Move Minutes count,Calories (kcal),Step count,Walking duration (ms)",
            "Datum,Anzahl der Aktivitätsminuten,Kalorien (kcal),Schrittzahl,Gehen – Dauer (ms)",
        ])
    func `days are whole and of the source of the day files`(header: String) throws {
        let trial = try CSVTrial(
            "\(header)\n2025-01-29,51,409.2915413703448,3952,3172589\n2025-01-31,,1359.5,,\n",
            name: "Daily activity metrics.csv"
        )
        #expect(trial.report.outcome == .taken, "\(trial.problems)")
        #expect(trial.report.dialect == "google-fit-days")
        #expect(trial.steps == ["2025-01-28T23:00Z/2025-01-29T23:00Z 3952 google-fit"])
        #expect(
            trial.sink.sources == [Source(name: "google-fit", kind: .unknown, omitsZeros: true)]
        )
    }

    @Test func `older summaries have no move minutes`() throws {
        let trial = try CSVTrial(
            "Date,Calories (kcal),Distance (m),Low latitude (deg),Step count\n2018-01-29,409.2,1,,52\n",
            name: "Daily Summaries.csv"
        )
        #expect(trial.report.dialect == "google-fit-days")
        #expect(trial.steps == ["2018-01-28T23:00Z/2018-01-29T23:00Z 52 google-fit"])
    }

    @Test func `an account without steps has empty days`() throws {
        let trial = try CSVTrial("Date,Move Minutes count\n2025-01-29,51\n")
        #expect(trial.report.outcome == .taken)
        #expect(trial.sink.steps.isEmpty)
        #expect(trial.report.problems.count == 1)
    }

    @Test func `a day file in German has its date in its name`() throws {
        let trial = try CSVTrial(
            "Startzeit,Endzeit,Anzahl der Aktivitätsminuten,Schrittzahl\n"
                + "00:30:00.000+01:00,00:45:00.000+01:00,1,208\n",
            name: "2025-01-31.csv"
        )
        #expect(trial.report.dialect == "google-fit", "\(trial.problems)")
        #expect(trial.steps == ["2025-01-30T23:30Z/2025-01-30T23:45Z 208 google-fit"])
    }

    @Test(arguments: ["Start;Ende;Schritte", "Start time;End time;Steps"])
    func `times of day in a table of one's own are no day of Google Fit`(header: String) throws {
        let trial = try CSVTrial("\(header)\n07:02;07:12;900\n", name: "2025-01-31.csv")
        #expect(trial.report.outcome == .refused)
        #expect(trial.report.dialect == nil)
    }
}
