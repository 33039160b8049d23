import Formats
import Model
import Testing

@Suite struct CSVReadingTests {
    @Test func `a row of another width is a problem of its own`() throws {
        let trial = try CSVTrial(
            "timestamp,steps\n2026-10-01T06:15Z\n2026-10-01T06:16Z,5,6\n2026-10-01T06:17Z,7,\n\n,,\n"
        )
        #expect(trial.report.outcome == .partly)
        #expect(
            trial.problems == [
                "2:0 the row has 1 cell, the header 2", "3:0 the row has 3 cells, the header 2",
            ]
        )
        #expect(trial.steps == ["2026-10-01T06:17Z 7 generic"])
    }

    @Test func `a delimiter at the end of every line is no column`() throws {
        let trial = try CSVTrial("timestamp,steps,\n2026-10-01T06:15Z,5,\n2026-10-01T06:16Z,6,\n")
        #expect(trial.report.outcome == .taken)
        #expect(trial.sink.steps.count == 2)
    }

    @Test func `a row that lost a cell or got one is a problem, empty cells at its end or not`()
        throws
    {
        let rows = "2026-10-01T06:15Z,5,,\n2026-10-01T06:16Z,6,,\n2026-10-01T06:17Z,7,,\n"
        let shifted = "2026-10-01T06:18Z,,8,,\n,2026-10-01T06:19Z,9,\n2026-10-01T06:20Z,1,\n"
        let trial = try CSVTrial("timestamp,steps,floors\n" + rows + shifted)
        #expect(trial.sink.steps.map(\.steps) == [5, 6, 7])
        #expect(
            trial.problems == [
                "5:0 the row has 5 cells, the header 3",
                "6:2 \"2026-10-01T06:19Z\" is not a number of steps (column \"steps\")",
                "7:0 the row has 3 cells, the other rows have 4",
            ]
        )
    }

    @Test func `two columns of the name of one that is used refuse the file`() throws {
        let trial = try CSVTrial(
            "Id,ActivityDate,TotalSteps,TotalSteps\n7,4/13/2016,13162,9000\n"
        )
        #expect(trial.report.outcome == .refused)
        #expect(
            trial.problems == [
                "0:0 the columns \"TotalSteps\" and \"TotalSteps\" could each be the TotalSteps"
            ]
        )
    }

    @Test func `a time that lost its offset is a problem, and the first of all refuses the file`()
        throws
    {
        let lost = try CSVTrial(
            "timestamp,steps\n2026-10-01T06:15+01:00,5\n2026-10-01T06:16,6\n"
                + "2026-10-01T06:17+01:00,7\n"
        )
        #expect(lost.sink.steps.map(\.steps) == [5, 7])
        #expect(
            lost.problems == [
                "3:1 \"2026-10-01T06:16\" has no offset from UTC, unlike the times before it"
                    + " (column \"timestamp\")"
            ]
        )
        let first = try CSVTrial(
            "timestamp,steps\n2026-10-01T06:15,5\n2026-10-01T06:16+01:00,6\n"
        )
        #expect(first.report.outcome == .refused)
        #expect(first.problems[0].hasPrefix("3:1 \"2026-10-01T06:16+01:00\" has an offset"))
    }

    @Test func `a time of day that lost its offset is a problem`() throws {
        let generic = try CSVTrial(
            "date,time,steps\n2026-10-01,06:15+01:00,5\n2026-10-01,06:16,6\n"
        )
        #expect(generic.problems.count == 1)
        #expect(generic.problems[0].hasPrefix("3:12 \"06:16\" has no offset from UTC"))
        let day = try CSVTrial(
            "Start time,End time,Step count\n08:00:00.000+02:00,08:15:00.000+02:00,5\n"
                + "08:15:00.000,08:30:00.000+02:00,6\n",
            name: "2026-10-01.csv"
        )
        #expect(day.sink.steps.map(\.steps) == [5])
        #expect(day.problems.count == 1)
        #expect(day.problems[0].hasPrefix("3:1 \"08:15:00.000\" has no offset from UTC"))
    }

    @Test func `hours written without an end hold the steps of hours`() throws {
        let rows = (8..<18).map { "2026-10-01T\($0 < 10 ? "0" : "")\($0):00Z,\(600 + $0 * 50)\n" }
        let trial = try CSVTrial("timestamp,steps\n" + rows.joined())
        #expect(trial.report.outcome == .taken)
        #expect(trial.problems.isEmpty)
        #expect(trial.sink.steps.count == 10)
    }

    @Test func `problems stand in the order of the file, whenever they were settled`() throws {
        let trial = try CSVTrial(
            "timestamp,steps\n2026-10-01T06:15Z,400\n2026-10-01T06:16Z,x\n2026-10-01T06:17Z,500\n"
        )
        #expect(trial.report.outcome == .refused)
        #expect(trial.report.isOnlyImplausible)
        #expect(trial.problems.map { $0.prefix(1) } == ["2", "3", "4"])
    }

    @Test func `faults of quotes are problems of their cell`() throws {
        let trial = try CSVTrial(
            "timestamp,steps\n2026-10-01T06:15Z,\"12\"5\n2026-10-01T06:16Z,7\n2026-10-01T06:17Z,\"8\n"
        )
        #expect(
            trial.problems == [
                "2:19 \"12\" has text behind its closing quote (column \"steps\")",
                "4:19 \"8\\n\" begins with a quote that never closes (column \"steps\")",
            ]
        )
        #expect(trial.steps == ["2026-10-01T06:16Z 7 generic"])
    }

    @Test func `a last line without its end is read, and the report says so`() throws {
        let trial = try CSVTrial("timestamp,steps\n2026-10-01T06:15Z,5")
        #expect(trial.report.endsEarly)
        #expect(trial.report.openLine?.line == 2)
        #expect(trial.report.outcome == .taken)
        #expect(trial.sink.steps.count == 1)
        #expect(try CSVTrial("timestamp,ste").report.endsEarly)
    }

    @Test(arguments: [
        "timestamp,steps\n", "timestamp,steps", "timestamp,steps\n\n2026-10-01T06:15Z,\n",
    ])
    func `an export that holds nothing is taken and says so`(text: String) throws {
        let trial = try CSVTrial(text)
        #expect(trial.report.outcome == .taken)
        #expect(trial.problems == ["0:0 there is no step count under the header"])
    }

    @Test(arguments: ["no data", "no data\n", "\u{FEFF}No data\r\n"])
    func `the two words of an empty export are taken`(text: String) throws {
        let trial = try CSVTrial(text, name: "steps_2026-10-01.csv")
        #expect(trial.report.outcome == .taken)
        #expect(trial.report.dialect == "google-health")
        #expect(trial.report.problems.count == 1)
        #expect(trial.sink.steps.isEmpty)
    }

    @Test func `readings travel in batches`() throws {
        let rows = (0..<10_000).map { "\(1_748_500_000 + $0 * 60),1\n" }
        let trial = try CSVTrial("timestamp,steps\n" + rows.joined())
        #expect(trial.sink.steps.count == 10_000)
        #expect(trial.sink.largestBatch == 4096)
    }

    @Test func `problems beyond the first hundred are counted`() throws {
        let rows = (0..<300).map { _ in "2026-10-01T06:15Z,x\n" }
        let trial = try CSVTrial("timestamp,steps\n" + rows.joined() + "2026-10-01T06:15Z,1\n")
        #expect(trial.report.problems.count == 300)
        #expect(trial.report.problems.first.count == 100)
    }

    @Test func `a file of too many columns is refused`() throws {
        let trial = try CSVTrial(
            "timestamp,steps\n2026-10-01T06:15Z,5\n" + String(repeating: ",", count: 100_000) + "\n"
        )
        #expect(trial.report.outcome == .refused)
        #expect(trial.report.dialect == "generic")
        #expect(trial.problems[0].hasPrefix("3:"))
        let wide = try CSVTrial(String(repeating: "steps,", count: 1_000_000))
        #expect(wide.report.outcome == .refused)
    }
}
