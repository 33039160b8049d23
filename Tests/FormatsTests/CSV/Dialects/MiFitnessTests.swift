import Model
import Testing

@testable import Formats

@Suite struct MiFitnessTests {
    private let header = "Uid,Sid,Key,Time,Value,UpdateTime\n"

    private func value(_ time: Int, _ steps: String) -> String {
        "\"{\"\"time\"\":\(time),\"\"steps\"\":\(steps),\"\"distance\"\":66,\"\"calories\"\":3}\""
    }

    @Test func `records of steps count, each Sid is a source, and numbers are devices`() throws {
        let trial = try CSVTrial(
            header
                + "7,845001,steps,1609840080,\(value(1_609_840_080, "104")),1609840200\n"
                + "7,hlth.gen,steps,1609840080,\(value(1_609_840_080, "101")),1609840200\n"
                + "7,845001,heart_rate,1609840080,\"{\"\"bpm\"\":97}\",1609840200\n"
                + "7,845001,steps,1609840140,\(value(1_609_840_140, "-1")),1609840200\n",
            name: "20260101_7_MiFitness_hlth_center_fitness_data.csv"
        )
        #expect(trial.report.outcome == .taken, "\(trial.problems)")
        #expect(trial.report.dialect == "mi-fitness")
        #expect(
            trial.steps == ["2021-01-05T09:48Z 104 845001", "2021-01-05T09:48Z 101 hlth.gen"]
        )
        #expect(
            trial.sink.sources == [
                Source(name: "845001", kind: .watch, omitsZeros: true),
                Source(name: "hlth.gen", kind: .unknown, omitsZeros: true),
            ]
        )
    }

    @Test func `a clock that was never set is a problem and never counted`() throws {
        // 978220800 is 2000-12-31T00:00:00Z.
        let trial = try CSVTrial(
            header + "7,1,steps,978220800,\(value(978_220_800, "12")),1\n"
                + "7,1,steps,1609840080,\(value(1_609_840_080, "104")),1\n"
        )
        #expect(trial.report.outcome == .partly)
        #expect(trial.steps == ["2021-01-05T09:48Z 104 1"])
        #expect(trial.problems.count == 1)
        #expect(trial.problems[0].hasPrefix("2:11 \"978220800\" lies before 2010"))
    }

    @Test(
        arguments: [
            ("1609840080", "\"{\"\"steps\"\":\"", "is not the JSON of a record"),
            ("1609840080", "\"{\"\"steps\"\":1.5}\"", "no whole number of steps"),
            ("1609840080", "\"{\"\"steps\"\":5,\"\"steps\"\":6}\"", "no whole number of steps"),
            ("1609840080", "\"{\"\"time\"\":1609840000,\"\"steps\"\":5}\"", "another time"),
            ("2021-01-05 09:48:00", "\"{\"\"steps\"\":5}\"", "is not a time in seconds"),
        ])
    func `what is not understood is a problem`(time: String, value: String, fault: String) throws {
        let trial = try CSVTrial(header + "7,1,steps,\(time),\(value),1\n")
        #expect(trial.report.outcome == .refused)
        #expect(trial.problems.first?.contains(fault) == true, "\(trial.problems)")
        #expect(trial.sink.steps.isEmpty)
    }

    @Test func `several people are refused with their number`() throws {
        let trial = try CSVTrial(
            header + "7,1,steps,1609840080,{},1\n8,1,steps,1609840080,{},1\n"
        )
        #expect(trial.report.outcome == .refused)
        #expect(trial.problems[0].contains("the steps of 2 people (column \"Uid\")"))
        #expect(trial.problems[0].contains("with your Uid"))
    }

    @Test func `a table of other records is understood and says so`() throws {
        let trial = try CSVTrial(header + "7,1,weight,1609840080,{},1\n")
        #expect(trial.report.outcome == .taken)
        #expect(trial.problems[0].contains("none of its records is one of steps"))
    }

    @Test func `reports of days begin at the midnight of home`() throws {
        let header = "Uid,Sid,Tag,Key,Time,Value,UpdateTime\n"
        let trial = try CSVTrial(
            header + "7,1,daily_report,steps,1609801200,\"{\"\"steps\"\":3650}\",1\n"
                + "7,1,weekly_report,steps,1609801200,\"{\"\"steps\"\":23650}\",1\n"
                + "7,1,daily_report,sleep,1609801200,{},1\n"
                + "7,1,daily_report,steps,1609891200,\"{\"\"steps\"\":3650}\",1\n"
        )
        #expect(trial.report.dialect == "mi-fitness-days")
        #expect(trial.report.outcome == .partly)
        #expect(trial.steps == ["2021-01-04T23:00Z/2021-01-05T23:00Z 3650 1"])
        #expect(trial.sink.sources.map(\.kind) == [.watch])
        #expect(trial.problems.count == 1)
        #expect(trial.problems[0].contains("is no midnight of the home zone"))
    }

    @Test func `walks among the sports are declared`() throws {
        let header = "Uid,Sid,Key,Time,Category,Value,UpdateTime\n"
        let trial = try CSVTrial(
            header
                + "7,1,outdoor_walking,1609840080,walking,\"{\"\"start_time\"\":1609840080,"
                + "\"\"end_time\"\":1609841400,\"\"duration\"\":1200,\"\"steps\"\":2100}\",1\n"
                + "7,1,x,1609850080,outdoor_walking,\"{\"\"duration\"\":600}\",1\n"
                + "7,1,x,1609850080,outdoor_running,{},1\n",
            name: "20260101_7_MiFitness_hlth_center_sport_record.csv"
        )
        #expect(trial.report.outcome == .taken, "\(trial.problems)")
        #expect(trial.report.dialect == "mi-fitness-sports")
        #expect(
            trial.declared == [
                "2021-01-05T09:48Z/2021-01-05T10:10Z 20 2100 1",
                "2021-01-05T12:34:40Z/2021-01-05T12:44:40Z 10 - 1",
            ]
        )
    }

    @Test(
        arguments: [
            ("free_training", "{}", "does not know"), ("walking", "{}", "fit together"),
            (
                "walking", "\"{\"\"end_time\"\":1609840140,\"\"duration\"\":600}\"",
                "fit together"
            ),
            ("walking", "\"{\"\"duration\"\":99999999999999}\"", "fit together"),
            (
                "walking", "\"{\"\"start_time\"\":978220800,\"\"duration\"\":600}\"",
                "fit together"
            ),
            ("walking", "\"{\"\"duration\"\":60,\"\"steps\"\":\"\"x\"\"}\"", "no whole number"),
        ])
    func `an activity that is not understood is a problem and no walk`(
        category: String,
        value: String,
        fault: String
    ) throws {
        let trial = try CSVTrial(
            "Uid,Sid,Key,Time,Category,Value,UpdateTime\n7,1,x,1609840080,\(category),\(value),1\n"
        )
        #expect(trial.problems.count == 1)
        #expect(trial.problems.first?.contains(fault) == true, "\(trial.problems)")
        #expect(trial.declared.isEmpty)
    }
}
