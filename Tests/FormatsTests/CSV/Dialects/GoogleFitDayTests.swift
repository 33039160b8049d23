import Model
import Testing

@testable import Formats

@Suite struct GoogleFitDayTests {
    private let text = """
        Start time,End time,Move Minutes count,Step count,Walking duration (ms)
        00:00:00.000+05:30,00:15:00.000+05:30,,,
        00:30:00.000+05:30,00:45:00.000+05:30,1,208,112320
        23:45:00.000+05:30,00:00:00.000+05:30,2,310,

        """

    @Test func `the name has the date and the last quarter ends on the next day`() throws {
        let trial = try CSVTrial(text, name: "2025-01-31.csv")
        #expect(trial.report.outcome == .taken)
        #expect(trial.report.dialect == "google-fit")
        #expect(
            trial.steps == [
                "2025-01-30T19:00Z/2025-01-30T19:15Z 208 google-fit",
                "2025-01-31T18:15Z/2025-01-31T18:30Z 310 google-fit",
            ]
        )
        #expect(
            trial.sink.sources == [Source(name: "google-fit", kind: .unknown, omitsZeros: true)]
        )
    }

    @Test func `an empty cell is nothing and not zero`() throws {
        let trial = try CSVTrial(
            "Start time,End time,Step count\n00:00:00.000Z,00:15:00.000Z,\n00:15:00.000Z,00:30:00.000Z,0\n",
            name: "2025-01-31.csv"
        )
        #expect(trial.steps == ["2025-01-31T00:15Z/2025-01-31T00:30Z 0 google-fit"])
    }

    @Test func `a quarter over a change of clocks has two offsets`() throws {
        let trial = try CSVTrial(
            "Start time,End time,Step count\n02:45:00.000+02:00,02:00:00.000+01:00,90\n",
            name: "2025-10-26.csv"
        )
        #expect(trial.steps == ["2025-10-26T00:45Z/2025-10-26T01:00Z 90 google-fit"])
    }

    @Test(arguments: [
        ("23:45:00.000+02:00,01:00:00.000+03:00", "Africa/Cairo"),
        ("23:45:00.000,01:00:00.000", "Africa/Cairo"),
        ("23:45:00.000,00:00:00.000", "Africa/Cairo"),
    ])
    func `the last quarter before a day that begins at 01:00`(times: String, zone: String) throws {
        let trial = try CSVTrial(
            "Start time,End time,Step count\n\(times),563\n",
            name: "2024-04-25.csv",
            zone: zone
        )
        #expect(trial.report.outcome == .taken)
        #expect(trial.steps == ["2024-04-25T21:45Z/2024-04-25T22:00Z 563 google-fit"])
    }

    @Test(arguments: [
        "steps.csv", "2025-02-30.csv", "2025-01-31 2025-02-01.csv", "12025-01-31.csv",
    ])
    func `without one date in its name a day is refused`(name: String) throws {
        let trial = try CSVTrial(text, name: name)
        #expect(trial.report.outcome == .refused)
        #expect(trial.problems[0].contains("only in its name"))
    }

    @Test(arguments: [
        "2025-01-31 (1).csv", "Kopie von 2025-01-31.csv", "2025-01-31_2025-01-31.csv",
    ])
    func `a renamed copy keeps its date`(name: String) throws {
        #expect(try CSVTrial(text, name: name).report.outcome == .taken)
    }

    @Test func `an account without steps has an empty day`() throws {
        let trial = try CSVTrial(
            "Start time,End time,Move Minutes count\n00:00:00.000Z,00:15:00.000Z,3\n",
            name: "2025-01-31.csv"
        )
        #expect(trial.report.outcome == .taken)
        #expect(trial.report.problems.count == 1)
    }

    @Test func `an end before its start is kept and named`() throws {
        let trial = try CSVTrial(
            "Start time,End time,Step count\n10:15:00Z,10:00:00Z,9\n10:15:00Z,10:30:00Z,9\n",
            name: "2025-01-31.csv"
        )
        #expect(trial.report.outcome == .partly)
        #expect(trial.problems[0].contains("ends before it begins"))
    }

    @Test func `dates in names`() {
        #expect(FileNameDate.dates(in: "2025-01-31.csv").map(\.description) == ["2025-01-31"])
        #expect(FileNameDate.dates(in: "x2025-01-31y2025-02-01").count == 2)
        #expect(FileNameDate.dates(in: "20250131").isEmpty)
        #expect(FileNameDate.dates(in: "2025-01-311").isEmpty)
        #expect(FileNameDate.dates(in: "").isEmpty)
    }
}
