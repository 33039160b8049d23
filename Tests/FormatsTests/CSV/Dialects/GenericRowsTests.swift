import Model
import Testing

@testable import Formats

@Suite struct GenericRowsTests {
    private func steps(
        _ text: String,
        name: String = "walks.csv",
        zone: String = "Europe/Oslo"
    ) throws
        -> [String]
    {
        let trial = try CSVTrial(text, name: name, zone: zone)
        #expect(trial.report.outcome == .taken, "\(trial.problems)")
        #expect(trial.report.dialect == "generic")
        return trial.steps
    }

    @Test(
        arguments: [
            ("timestamp,steps\n2026-10-01T06:15:00Z,5", "2026-10-01T06:15Z 5 generic"),
            ("Time;Step Count\n2026-10-01 06:15;5", "2026-10-01T04:15Z 5 generic"),
            (
                "datetime\tstep_count\n2026-10-01 06:15:00.250\t5",
                "2026-10-01T04:15:00.250Z 5 generic"
            ),
            ("epoch|count\n1790835300|5", "2026-10-01T06:15Z 5 generic"),
            ("timestamp,steps\n1790835300000,5", "2026-10-01T06:15Z 5 generic"),
            ("timestamp_utc,steps\n2026-10-01 06:15,5", "2026-10-01T06:15Z 5 generic"),
            ("Timestamp (UTC),steps\n2026-10-01 06:15,5", "2026-10-01T06:15Z 5 generic"),
            ("date,time,steps\n2026-10-01,06:15:00,5", "2026-10-01T04:15Z 5 generic"),
            ("Date,Time,Steps\n10/13/2026,6:15 AM,5", "2026-10-13T04:15Z 5 generic"),
            ("date,time,steps\n2026-10-01,06:15Z,5", "2026-10-01T06:15Z 5 generic"),
            (
                "start,end,steps\n2026-10-01T06:15Z,2026-10-01T06:20Z,5",
                "2026-10-01T06:15Z/2026-10-01T06:20Z 5 generic"
            ),
            (
                "startTime,endTime,stepCount\n2026-10-01 06:15,2026-10-01 06:20,5",
                "2026-10-01T04:15Z/2026-10-01T04:20Z 5 generic"
            ),
            (
                "start,duration,steps\n2026-10-01T06:15Z,300,5",
                "2026-10-01T06:15Z/2026-10-01T06:20Z 5 generic"
            ),
            (
                "start,duration (min),steps\n2026-10-01T06:15Z,2.5,5",
                "2026-10-01T06:15Z/2026-10-01T06:17:30Z 5 generic"
            ),
            (
                "start,duration_ms,steps\n2026-10-01T06:15Z,1500,5",
                "2026-10-01T06:15Z/2026-10-01T06:15:01.500Z 5 generic"
            ),
            ("date,steps\n2026-10-01,5000", "2026-09-30T22:00Z/2026-10-01T22:00Z 5000 generic"),
            ("timestamp,steps,Device\n2026-10-01T06:15Z,5,Band", "2026-10-01T06:15Z 5 Band"),
        ])
    func `spellings of one row`(text: String, expected: String) throws {
        #expect(try steps(text) == [expected])
    }

    @Test func `value is a count beside a name with steps`() throws {
        let text = "timestamp,value\n2026-10-01T06:15Z,5\n"
        #expect(try steps(text, name: "My Steps.csv") == ["2026-10-01T06:15Z 5 generic"])
        #expect(try CSVTrial(text, name: "heart.csv").report.outcome == .refused)
    }

    @Test func `a counter is read at one time`() throws {
        let trial = try CSVTrial(
            "timestamp,step counter\n2026-10-01T06:15Z,9980\n2026-10-01T06:16Z,10040\n"
        )
        #expect(trial.report.outcome == .taken)
        #expect(trial.sink.counters.map(\.value) == [9980, 10_040])
        #expect(trial.sink.steps.isEmpty)
        for name in ["cumulative_steps", "Total steps since start", "counter"] {
            let trial = try CSVTrial("time,\(name)\n2026-10-01T06:15Z,7\n")
            #expect(trial.sink.counters.count == 1, "\(name)")
        }
    }

    @Test func `a day is as long as its zone makes it`() throws {
        let text = "date,steps\n2026-03-29,4000\n2026-10-25,5000\n"
        #expect(
            try steps(text) == [
                "2026-03-28T23:00Z/2026-03-29T22:00Z 4000 generic",
                "2026-10-24T22:00Z/2026-10-25T23:00Z 5000 generic",
            ]
        )
    }

    @Test func `a row from a date to the same date is that whole day`() throws {
        let text = "start,end,steps\n2026-10-05,2026-10-05,7000\n"
        #expect(try steps(text) == ["2026-10-04T22:00Z/2026-10-05T22:00Z 7000 generic"])
    }

    @Test func `a row of a whole week is kept and not counted, and says so`() throws {
        let trial = try CSVTrial("start,end,steps\n2026-10-05,2026-10-11,50000\n")
        #expect(trial.steps == ["2026-10-04T22:00Z/2026-10-11T22:00Z 50000 generic"])
        #expect(trial.report.outcome == .refused && trial.report.isOnlyImplausible)
        #expect(trial.problems[0].contains("counts for more than a day"))
    }

    @Test func `a date that stands twice with different counts is no day`() throws {
        let same = "date,steps\n2026-10-01,5000\n2026-10-01,5000\n"
        #expect(try CSVTrial(same).report.outcome == .taken)
        let trial = try CSVTrial("date,steps\n2026-10-01,5000\n2026-10-01,300\n")
        #expect(trial.report.outcome == .refused)
        #expect(trial.problems[0].contains("stands on another row with 5000 steps"))
    }

    @Test func `local times in the hours of a change`() throws {
        let text = """
            timestamp,steps
            2026-03-29 02:30,10
            2026-10-25 02:30,20
            2026-10-25 02:30,30

            """
        let trial = try CSVTrial(text)
        #expect(
            trial.steps == [
                "2026-03-29T01:30Z 10 generic", "2026-10-25T00:30Z 20 generic",
                "2026-10-25T01:30Z 30 generic",
            ]
        )
        #expect(trial.sink.steps.map(\.flags) == [.gap, .ambiguous, .secondFold])
        #expect(trial.report.zone == "local time, Europe/Oslo")
    }
}

// MARK: - Decided from the whole column

extension GenericRowsTests {
    @Test func `one date decides the order of all`() throws {
        let text = "time,steps\n04/05/2026 10:00,1\n05/05/2026 10:00,2\n13/05/2026 10:00,3\n"
        #expect(
            try steps(text, zone: "UTC") == [
                "2026-05-04T10:00Z 1 generic", "2026-05-05T10:00Z 2 generic",
                "2026-05-13T10:00Z 3 generic",
            ]
        )
        let american = "time,steps\n04/05/2026 10:00,1\n05/13/2026 10:00,3\n"
        #expect(try steps(american, zone: "UTC").first == "2026-04-05T10:00Z 1 generic")
    }

    @Test func `the end may decide for the start`() throws {
        let text = "start,end,steps\n12/04/2026 23:59,13/04/2026 00:01,9\n"
        #expect(try steps(text, zone: "UTC") == ["2026-04-12T23:59Z/2026-04-13T00:01Z 9 generic"])
    }

    @Test func `dates that no row decides are refused`() throws {
        let trial = try CSVTrial("time,steps\n04/05/2026 10:00,1\n05/06/2026 10:00,2\n")
        #expect(trial.report.outcome == .refused)
        let expected =
            "2:1 \"04/05/2026 10:00\" may have the day or the month first, and no date of the file "
            + "decides (column \"time\")"
        #expect(trial.problems == [expected])
    }

    @Test func `dates that contradict each other are refused`() throws {
        let trial = try CSVTrial("time,steps\n13/05/2026 10:00,1\n05/13/2026 10:00,2\n")
        #expect(trial.report.outcome == .refused)
        #expect(
            trial.problems[0].hasPrefix(
                "3:1 \"05/13/2026 10:00\" has day and month in another order"
            )
        )
    }

    @Test func `one number decides the sign of all`() throws {
        let point = "date,steps\n2026-10-01,\"4,224\"\n2026-10-02,12.0\n"
        #expect(try CSVTrial(point).sink.steps.map(\.steps) == [4224, 12])
        let comma = "date;steps\n2026-10-01;4.224\n2026-10-02;12,0\n2026-10-03;7\n"
        #expect(try CSVTrial(comma).sink.steps.map(\.steps) == [4224, 12, 7])
        let millions = "date;steps\n2026-10-01;4,224\n2026-10-02;1,234,567\n"
        #expect(try CSVTrial(millions).sink.steps.map(\.steps) == [4224, 1_234_567])
    }

    @Test func `numbers that no row decides are refused`() throws {
        for cell in ["\"4,224\"", "4.224"] {
            let trial = try CSVTrial("date,steps\n2026-10-01,\(cell)\n2026-10-02,800\n")
            #expect(trial.report.outcome == .refused)
            #expect(trial.problems[0].contains("may stand before thousands or before decimals"))
        }
    }

    @Test func `numbers that contradict each other are refused`() throws {
        let trial = try CSVTrial("date;steps\n2026-10-01;12.0\n2026-10-02;12,0\n")
        #expect(trial.report.outcome == .refused)
        #expect(trial.problems[0].hasPrefix("3:12 \"12,0\" has another decimal sign"))
    }

    @Test func `a part of a step is a problem and not rounded`() throws {
        let trial = try CSVTrial("date,steps\n2026-10-01,12.5\n2026-10-02,104.0\n")
        #expect(trial.report.outcome == .partly)
        #expect(
            trial.problems == ["2:12 \"12.5\" is not a whole number of steps (column \"steps\")"]
        )
        #expect(trial.sink.steps.map(\.steps) == [104])
    }

    @Test func `the lengths decide for the counts`() throws {
        let text = "start,duration,steps\n2026-10-01T06:00Z,3600.0,\"4,224\"\n"
        #expect(try CSVTrial(text).sink.steps.map(\.steps) == [4224])
    }

    @Test func `times are written in one form`() throws {
        let trial = try CSVTrial(
            "time,steps\n2026-10-01T06:15Z,1\n1748500380,2\n04/05/2026 10:00,3\n2026-10-02,4\n"
        )
        #expect(trial.report.outcome == .partly)
        #expect(trial.problems.count == 3)
        #expect(
            trial.problems.allSatisfy { $0.contains("is not written like the times before it") }
        )
    }

    @Test func `years outside the calendar are problems`() throws {
        let trial = try CSVTrial(
            "time,steps\n2026-10-01T06:15Z,1\n0000-01-01T00:00Z,2\n0001-01-01T00:00+05:00,3\n"
        )
        #expect(trial.report.outcome == .partly)
        #expect(trial.problems.count == 2)
        #expect(trial.sink.steps.count == 1)
    }

    @Test func `a count beyond 32 bits is a problem`() throws {
        let trial = try CSVTrial("time,steps\n2026-10-01T06:15Z,1\n2026-10-01T06:16Z,3000000000\n")
        #expect(
            trial.problems == [
                "3:19 \"3000000000\" is more steps than anybody takes (column \"steps\")"
            ]
        )
    }

    @Test(arguments: ["-5", "1e9", "0:05", "x", "99999999999"])
    func `a length that is none is a problem`(cell: String) throws {
        let trial = try CSVTrial(
            "start,duration,steps\n2026-10-01T06:15Z,\(cell),5\n2026-10-01T06:16Z,60,5\n"
        )
        #expect(trial.report.outcome == .partly)
        #expect(trial.problems.count == 1)
    }

    @Test func `times in no known form are refused with an example`() throws {
        let trial = try CSVTrial("date,steps\nFeb 12,13771\nFeb 13,9483\n")
        #expect(trial.report.outcome == .refused)
        #expect(trial.problems[0].contains("\"Feb 12\" in the column \"date\""))
    }
}
