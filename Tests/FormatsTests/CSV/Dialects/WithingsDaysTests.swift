import Model
import Testing

@testable import Formats

@Suite struct WithingsDaysTests {
    @Test func `the latest day first, of the source of the raw table`() throws {
        let trial = try CSVTrial(
            "date,value\n2020-03-30,611\n2020-03-29,5563\n",
            name: "aggregates_steps (1).csv"
        )
        #expect(trial.report.outcome == .taken, "\(trial.problems)")
        #expect(trial.report.dialect == "withings-days")
        // The clocks went forward on the 29th.
        #expect(
            trial.steps == [
                "2020-03-29T22:00Z/2020-03-30T22:00Z 611 withings",
                "2020-03-28T23:00Z/2020-03-29T22:00Z 5563 withings",
            ]
        )
        #expect(trial.sink.sources == [Source(name: "withings", kind: .watch)])
    }

    @Test func `the same table of distances is refused by its name`() throws {
        let trial = try CSVTrial("date,value\n2020-03-22,611\n", name: "aggregates_distance.csv")
        #expect(trial.report.outcome == .refused)
        #expect(trial.report.dialect == "withings-days")
        #expect(trial.problems[0].contains("aggregates_steps.csv"))
    }

    @Test func `a table that somebody named for steps is somebody's own`() throws {
        let trial = try CSVTrial("date,value\n2020-03-22,611\n", name: "my-steps.csv")
        #expect(trial.report.dialect == "generic")
        #expect(trial.steps == ["2020-03-21T23:00Z/2020-03-22T23:00Z 611 generic"])
    }

    @Test func `a value that is no day's is a problem`() throws {
        let trial = try CSVTrial(
            "date,value\n2020-03-22,61.5\n2020-03-21,12\n",
            name: "aggregates_steps.csv"
        )
        #expect(trial.report.outcome == .partly)
        #expect(
            trial.problems == ["2:12 \"61.5\" is not a whole number of steps (column \"value\")"]
        )
    }
}

@Suite struct WithingsActivitiesTests {
    private let german =
        "von,bis,\"from (manual)\",\"to (manual)\",Timezone,\"Activity type\",Data,GPS,Modified\n"

    @Test func `walks are declared, other sports are none`() throws {
        let trial = try CSVTrial(
            german
                + "2021-05-01T10:00:00+02:00,2021-05-01T10:30:00+02:00,,,Europe/Berlin,Gehen,"
                + "\"{\"\"calories\"\":60,\"\"steps\"\":2034,\"\"distance\"\":1500.5}\",,2021-05-01T11:00:00+02:00\n"
                + "2021-05-02T10:00:00+02:00,2021-05-02T10:30:00+02:00,,,Europe/Berlin,Laufen,,,\n"
                + ",,2021-05-03T10:00:00+02:00,2021-05-03T10:30:00+02:00,Europe/Berlin,Wandern,,,\n"
                + "2021-05-04T10:00:00+02:00,2021-05-04T10:30:00+02:00,"
                + "2021-05-04T08:00:00Z,2021-05-04T08:30:00Z,Europe/Berlin,Gehen,{},,\n",
            name: "activities.csv"
        )
        #expect(trial.report.outcome == .taken, "\(trial.problems)")
        #expect(trial.report.dialect == "withings-activities")
        #expect(
            trial.declared == [
                "2021-05-01T08:00Z/2021-05-01T08:30Z 30 2034 withings",
                "2021-05-03T08:00Z/2021-05-03T08:30Z 30 - withings",
                "2021-05-04T08:00Z/2021-05-04T08:30Z 30 - withings",
            ]
        )
    }

    @Test(
        arguments: [
            (",,,,x,Gehen,,,", "is not a date and time"),
            ("2021-05-01T10:00:00,2021-05-01T10:30:00,,,x,Gehen,,,", "with its offset from UTC"),
            (
                "2021-05-01T10:00:00Z,2021-05-01T10:30:00Z,2021-05-01T10:05:00Z,2021-05-01T10:30:00Z,x,Gehen,,,",
                "which holds is not known"
            ),
            (
                "2021-05-01T10:00:00Z,2021-05-01T10:30:00Z,,,x,Gehen,\"{\"\"steps\"\":\",,",
                "is not the JSON of an activity"
            ),
            (
                "2021-05-01T10:00:00Z,2021-05-01T10:30:00Z,,,x,Gehen,\"{\"\"steps\"\":1.5}\",,",
                "no whole number of steps"
            ),
            ("2021-05-01T10:00:00Z,2021-05-01T10:30:00Z,,,x,Lopen,,,", "does not know"),
        ])
    func `what is not understood is a problem and no walk`(row: String, fault: String) throws {
        let trial = try CSVTrial(german + row + "\n")
        #expect(trial.problems.count == 1)
        #expect(trial.problems.first?.contains(fault) == true, "\(trial.problems)")
        #expect(trial.declared.isEmpty)
    }

    @Test func `headings in a language that is not known refuse the file`() throws {
        let trial = try CSVTrial(
            "od,do,Timezone,Activity type,Data,GPS,Modified\n1,2,x,Walking,,,\n".replacingFirst()
        )
        #expect(trial.report.outcome == .refused)
        #expect(trial.report.dialect == "withings-activities")
        #expect(trial.problems[0].contains("call the two columns from and to"))
    }
}

extension String {
    /// Headings that no language of Amble's has.
    fileprivate func replacingFirst() -> String { "xx,yy" + dropFirst(5) }
}
