import Model
import Testing

@testable import Formats

@Suite struct AppleHealthRecordsTests {
    private let device = "\"<<HKDevice: 0x2834>, name:iPhone, hardware:iPhone11,8, software:14.3>\""

    @Test(arguments: ["type", "Type"])
    func `only step counts are taken`(word: String) throws {
        let trial = try CSVTrial(
            "sourceName,sourceVersion,device,\(word),unit,creationDate,startDate,endDate,value\n"
                + "\"A's iPhone\",\"14.3\",\(device),\"StepCount\",\"count\",2020-12-31 17:19:06 -0500,2020-12-31 17:08:11 -0500,2020-12-31 17:13:02 -0500,312\n"
                + "\"A's iPhone\",\"14.3\",\(device),\"FlightsClimbed\",\"count\",2020-12-31 17:19:06 -0500,2020-12-31 17:08:11 -0500,2020-12-31 17:13:02 -0500,3\n"
                + "\"A's Apple Watch\",\"7.2\",,\"HKQuantityTypeIdentifierStepCount\",\"count\",2020-12-31 17:19:06 -0500,2020-12-31 17:08:30 -0500,2020-12-31 17:12:41 -0500,330\n",
            name: "StepCount.csv"
        )
        #expect(trial.report.outcome == .taken, "\(trial.problems)")
        #expect(trial.report.dialect == "apple-health-csv")
        #expect(
            trial.steps == [
                "2020-12-31T22:08:11Z/2020-12-31T22:13:02Z 312 A's iPhone",
                "2020-12-31T22:08:30Z/2020-12-31T22:12:41Z 330 A's Apple Watch",
            ]
        )
        #expect(trial.sink.sources.map(\.kind) == [.phone, .watch])
    }

    @Test func `a table of heart rates is taken and holds no steps`() throws {
        let trial = try CSVTrial(
            "sourceName,sourceVersion,device,type,unit,creationDate,startDate,endDate,value\n"
                + "W,7,,HeartRate,count/min,2020-12-31 17:19:06 -0500,2020-12-31 17:08:11 -0500,2020-12-31 17:08:11 -0500,71\n"
        )
        #expect(trial.report.outcome == .taken)
        #expect(trial.sink.steps.isEmpty)
        #expect(trial.problems == ["0:0 none of its records is a step count"])
    }

    @Test func `what can be no kind of record is a problem`() throws {
        let row = ",2020-12-31 17:08:11 -0500,2020-12-31 17:13:02 -0500,31\n"
        let trial = try CSVTrial(
            "sourceName,type,startDate,endDate,value\nW,StepCount\"" + row + "W,94" + row
                + "W,StepCount" + row
        )
        #expect(trial.report.outcome == .partly)
        #expect(trial.steps.count == 1)
        #expect(
            trial.problems == [
                "2:3 \"StepCount\"\" is no kind of record (column \"type\")",
                "3:3 \"94\" is no kind of record (column \"type\")",
            ]
        )
    }

    @Test func `times without an offset are problems`() throws {
        let trial = try CSVTrial(
            "sourceName,type,startDate,endDate,value\nW,StepCount,2020-12-31 17:08:11,2020-12-31 17:13:02,31\n"
        )
        #expect(trial.report.outcome == .refused)
        #expect(trial.problems[0].contains("has no time of day with its offset"))
    }

    @Test func `a copy that a spreadsheet ruined is a table of one's own`() throws {
        let trial = try CSVTrial("date,step,,,,,\n1/31/20 1:11,27,,,,,\n1/31/20 1:21,13,,,,,\n")
        #expect(trial.report.dialect == "generic")
        #expect(trial.steps == ["2020-01-31T00:11Z 27 generic", "2020-01-31T00:21Z 13 generic"])
    }
}
