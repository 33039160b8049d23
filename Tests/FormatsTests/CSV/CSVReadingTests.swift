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
        let trial = try CSVTrial("timestamp,steps,\n2026-10-01T06:15Z,5,\n2026-10-01T06:16Z,6\n")
        #expect(trial.report.outcome == .taken)
        #expect(trial.sink.steps.count == 2)
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
