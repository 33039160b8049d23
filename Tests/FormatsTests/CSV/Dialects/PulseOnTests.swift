import Model
import Testing

@testable import Formats

@Suite struct PulseOnTests {
    private let header = "timestamp,running_counter,activity_class,walk_steps,run_steps,hr\n"

    @Test func `walked and run steps are one counter`() throws {
        let trial = try CSVTrial(
            header + "1795604400000,17,2,5210,344,92\n1795604460000,18,2,5290,350,93\n"
        )
        #expect(trial.report.outcome == .taken, "\(trial.problems)")
        #expect(trial.report.dialect == "pulseon")
        #expect(trial.sink.counters.map(\.value) == [5554, 5640])
        #expect(trial.sink.counters.map { CSVTrial.text($0.time) }[0] == "2026-11-25T11:00Z")
        #expect(trial.sink.sources == [Source(name: "pulseon", kind: .watch)])
        #expect(trial.sink.steps.isEmpty)
    }

    @Test func `a row that lacks a part of the sum says nothing`() throws {
        let trial = try CSVTrial(header + "1795604400000,17,2,5210,,92\n1795604460000,18,2,1,2,9\n")
        #expect(trial.report.outcome == .taken)
        #expect(trial.sink.counters.map(\.value) == [3])
    }

    @Test(arguments: ["1795604460,18,2,1,2,9", "2026-11-25 11:00,18,2,1,2,9", "0,18,2,1,2,9"])
    func `another form of time is a problem`(row: String) throws {
        let trial = try CSVTrial(header + "1795604400000,17,2,5210,344,92\n" + row + "\n")
        #expect(trial.report.outcome == .partly)
        #expect(trial.sink.counters.count == 1)
        #expect(trial.problems[0].hasPrefix("3:1 "))
    }

    @Test func `seconds are refused even where all rows have them`() throws {
        let trial = try CSVTrial(header + "1795604460,18,2,1,2,9\n")
        #expect(trial.report.outcome == .refused)
        #expect(trial.problems[0].contains("no epoch of 13 digits"))
    }
}
