import Model
import Testing

@testable import Formats

@Suite struct WithingsRawTests {
    private let header = "start,duration,value\n"

    private func trial(_ rows: String, name: String = "raw_tracker_steps.csv") throws -> CSVTrial {
        try CSVTrial(header + rows, name: name)
    }

    @Test func `a row is a run of samples`() throws {
        let trial = try trial(
            """
            2019-12-28T12:17:00+01:00,"[60,61,59]","[36,88,0]"
            2019-12-28T12:30:00+01:00,[60],[16]

            """
        )
        #expect(trial.report.outcome == .taken)
        #expect(trial.report.dialect == "withings")
        #expect(
            trial.steps == [
                "2019-12-28T11:17Z/2019-12-28T11:18Z 36 withings",
                "2019-12-28T11:18Z/2019-12-28T11:19:01Z 88 withings",
                "2019-12-28T11:19:01Z/2019-12-28T11:20Z 0 withings",
                "2019-12-28T11:30Z/2019-12-28T11:31Z 16 withings",
            ]
        )
        #expect(trial.sink.sources == [Source(name: "withings", kind: .watch)])
    }

    @Test func `copies of a row give copies of its readings, with one key each`() throws {
        let row = "2019-12-28T12:12:00+01:00,\"[60,60]\",\"[24,12]\"\n"
        let trial = try trial(row + row)
        #expect(trial.report.outcome == .taken)
        #expect(Set(trial.steps).count == 2)
        #expect(trial.steps.count == 4)
    }

    @Test func `a run over a change of clocks goes on in its own time`() throws {
        let trial = try trial("2020-03-29T01:58:00+01:00,\"[60,60,60]\",\"[80,81,82]\"\n")
        #expect(trial.steps.last == "2020-03-29T01:00Z/2020-03-29T01:01Z 82 withings")
    }

    @Test(
        arguments: [
            "\"[60,60]\",\"[1]\"", "[60],\"[1,2]\"", "[60],[1.5]", "[60],[x]", "[60],[-1]",
            "\"[60,\",\"[1,\"", "60,5", "[60],[1]x", "\"[60,,60]\",\"[1,2,3]\"", "[-60],[5]",
            "[9999999999],[5]", "[60],[99999999999]", "\"[60] [60]\",\"[1] [1]\"",
        ])
    func `a row that is no pair of lists is a problem and wholly left out`(cells: String) throws {
        let good = "2019-12-28T12:17:00+01:00,[60],[9]\n"
        let trial = try trial(good + "2019-12-28T12:18:00+01:00,\(cells)\n")
        #expect(trial.report.outcome == .partly)
        #expect(trial.problems.count == 1)
        #expect(trial.sink.steps.map(\.steps) == [9])
    }

    @Test func `empty lists are no samples`() throws {
        #expect(try trial("2019-12-28T12:17:00+01:00,[],[]\n").report.outcome == .taken)
    }

    @Test func `the same table of heart rates is refused by its name`() throws {
        let trial = try trial("2019-12-28T12:17:00+01:00,[60],[72]\n", name: "raw_tracker_hr.csv")
        #expect(trial.report.outcome == .refused)
        #expect(trial.problems[0].contains("raw_tracker_steps.csv"))
    }
}
