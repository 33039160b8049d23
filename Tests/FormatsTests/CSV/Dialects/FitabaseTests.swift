import Model
import Testing

@testable import Formats

@Suite struct FitabaseTests {
    @Test func `minutes with the month first and twelve at midnight`() throws {
        let trial = try CSVTrial(
            "Id,ActivityMinute,Steps\n1503960366,4/12/2016 12:00:00 AM,0\n"
                + "1503960366,4/12/2016 12:01:00 PM,84\n"
        )
        #expect(trial.report.outcome == .taken, "\(trial.problems)")
        #expect(trial.report.dialect == "fitabase-minutes")
        #expect(
            trial.steps == [
                "2016-04-11T22:00Z/2016-04-11T22:01Z 0 1503960366",
                "2016-04-12T10:01Z/2016-04-12T10:02Z 84 1503960366",
            ]
        )
        #expect(trial.sink.sources == [Source(name: "1503960366", kind: .watch)])
    }

    @Test func `a wide row is sixty minutes`() throws {
        let names = (0..<60).map { "Steps" + padded($0, to: 2) }.joined(separator: ",")
        let counts = (0..<60).map { $0 == 59 ? "60" : $0 == 7 ? "" : "0" }.joined(separator: ",")
        let trial = try CSVTrial("Id,ActivityHour,\(names)\n7,4/13/2016 5:00,\(counts)\n")
        #expect(trial.report.outcome == .taken, "\(trial.problems)")
        #expect(trial.report.dialect == "fitabase-wide")
        #expect(trial.steps.count == 59)
        #expect(trial.steps.first == "2016-04-13T03:00Z/2016-04-13T03:01Z 0 7")
        #expect(trial.steps.last == "2016-04-13T03:59Z/2016-04-13T04:00Z 60 7")
    }

    @Test func `a wide table without one of its minutes is refused`() throws {
        let names = (0..<60).filter { $0 != 20 }.map { "Steps" + padded($0, to: 2) }
        let trial = try CSVTrial(
            "Id,ActivityHour,\(names.joined(separator: ","))\n7,4/13/2016 5:00"
                + String(repeating: ",1", count: 59) + "\n"
        )
        #expect(trial.report.outcome == .refused)
        #expect(trial.problems[0].contains("no column \"Steps20\""), "\(trial.problems)")
    }

    @Test func `hours`() throws {
        let trial = try CSVTrial(
            "Id,ActivityHour,StepTotal\n7,4/12/2016 11:00:00 PM,\"1,373\"\n7,4/12/2016 1:00:00 AM,12.0\n"
        )
        #expect(trial.report.dialect == "fitabase-hours")
        #expect(
            trial.steps == [
                "2016-04-12T21:00Z/2016-04-12T22:00Z 1373 7",
                "2016-04-11T23:00Z/2016-04-12T00:00Z 12 7",
            ]
        )
    }

    @Test(
        arguments: [
            "Id,ActivityDay,StepTotal\n7,4/13/2016,13162\n",
            "Id,ActivityDay,StepTotal\n7,4/13/2016 12:00:00 AM,13162\n",
            "Id,ActivityDate,TotalSteps,TotalDistance,Calories\n7,4/13/2016,13162,8.5,1985\n",
        ])
    func `days`(text: String) throws {
        let trial = try CSVTrial(text)
        #expect(trial.report.outcome == .taken, "\(trial.problems)")
        #expect(trial.report.dialect == "fitabase-days")
        #expect(trial.steps == ["2016-04-12T22:00Z/2016-04-13T22:00Z 13162 7"])
    }

    @Test(
        arguments: [
            "Id,ActivityDay,StepTotal\n7,4/12/2016,13162\n",
            "Id,ActivityMinute,Steps\n7,12/04/2016 12:00:00 AM,13\n",
            "Id,ActivityMinute,Steps\n7,4/12/2016 0:00,13\n",
        ])
    func `a date that a spreadsheet may have turned is refused`(text: String) throws {
        let trial = try CSVTrial(text)
        #expect(trial.report.outcome == .refused)
        #expect(trial.problems[0].contains("may have the day or the month first"))
    }

    @Test(
        arguments: [
            "Id,ActivityMinute,Steps\n7,4/12/2016 12:00:00 AM,0\n8,4/12/2016 12:00:00 AM,0\n9,4/12/2016 12:00:00 AM,0\n",
            "Id,ActivityDay,StepTotal\n7,4/13/2016,1\n8,4/13/2016,2\n9,4/13/2016,2\n",
        ])
    func `several people are refused with their number`(text: String) throws {
        let trial = try CSVTrial(text)
        #expect(trial.report.outcome == .refused)
        #expect(trial.sink.steps.isEmpty)
        #expect(trial.problems.count == 1)
        #expect(trial.problems[0].contains("steps of 3 people"), "\(trial.problems)")
        #expect(trial.problems[0].contains("split it"))
    }
}
