import Model
import Testing

@Suite struct MiFitMinutesTests {
    @Test func `minutes are local, and zeros are left out`() throws {
        let trial = try CSVTrial(
            "\u{FEFF}date,time,steps\n2020-08-28,05:13,21\n2020-08-28,10:21,127\n",
            name: "ACTIVITY_MINUTE_1.csv"
        )
        #expect(trial.report.dialect == "mi-fit")
        #expect(trial.report.encoding == "UTF-8 with byte order mark")
        #expect(trial.report.zone == "local time, Europe/Oslo")
        #expect(trial.steps == ["2020-08-28T03:13Z 21 mi-fit", "2020-08-28T08:21Z 127 mi-fit"])
        let expected = Source(name: "mi-fit", kind: .watch, omitsZeros: true)
        #expect(trial.sink.sources == [expected])
    }

    @Test func `a label of the folder names the band`() throws {
        let trial = try CSVTrial("date,time,steps\n2020-08-28,05:13,21\n", label: "anna")
        #expect(trial.sink.sources.map(\.name) == ["anna"])
        #expect(trial.sink.sources.map(\.kind) == [.watch])
    }

    @Test(
        arguments: [
            "Date,Time,Steps\n2020-08-28,05:13,21\n", "date;time;steps\n2020-08-28;05:13;21\n",
            "date,time,steps\n2020-08-28,05:13:00,21\n", "time,date,steps\n05:13,2020-08-28,21\n",
        ])
    func `the same columns written otherwise are somebody's own`(text: String) throws {
        let trial = try CSVTrial(text)
        #expect(trial.report.dialect == "generic")
        #expect(trial.steps == ["2020-08-28T03:13Z 21 generic"])
    }

    @Test func `a header alone is an empty export`() throws {
        let trial = try CSVTrial("date,time,steps\n")
        #expect(trial.report.dialect == "mi-fit")
        #expect(trial.report.outcome == .taken)
    }

    @Test func `a time of day that is none is a problem`() throws {
        let trial = try CSVTrial("date,time,steps\n2020-08-28,25:13,21\n2020-08-28,05:13,21\n")
        #expect(trial.problems == ["2:12 \"25:13\" is not a time of day (column \"time\")"])
        #expect(trial.report.outcome == .partly)
    }
}
