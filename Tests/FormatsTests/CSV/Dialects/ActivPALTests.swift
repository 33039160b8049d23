import Model
import Testing

@testable import Formats

@Suite struct ActivPALTests {
    private let header =
        "\"Time\",\"DataCount (samples)\",\"Interval (s)\","
        + "\"ActivityCode (0=sedentary, 1= standing, 2=stepping)\",\"CumulativeStepCount\","
        + "\"Activity Score (MET.h)\"\n"

    @Test func `events are intervals, and steps of one leg are doubled`() throws {
        let trial = try CSVTrial(
            header + "41753.6493055556,0,612.4,0,0,.2126389\n"
                + "41753.6563935185,6124,22.1,1,0,8.593056E-03\n"
                + "41753.6566493056,6345,1.1,2,1,1.2E-03\n"
                + "41753.6566620370,6356,1.0,2,2,1.1E-03\n"
        )
        #expect(trial.report.outcome == .taken, "\(trial.problems)")
        #expect(trial.report.dialect == "activpal")
        // Day 41753 is 24 April 2014; 0.6493055556 of it are 15:35 in Oslo's summer.
        #expect(
            trial.steps == [
                "2014-04-24T13:35Z/2014-04-24T13:45:12.400Z 0 activpal",
                "2014-04-24T13:45:12.400Z/2014-04-24T13:45:34.500Z 0 activpal",
                "2014-04-24T13:45:34.500Z/2014-04-24T13:45:35.600Z 2 activpal",
                "2014-04-24T13:45:35.600Z/2014-04-24T13:45:36.600Z 2 activpal",
            ]
        )
    }

    @Test func `the extended order of columns, semicolons and decimal commas`() throws {
        let trial = try CSVTrial(
            "Time;Time (approx);Data Count (samples);Event Type;Duration (s);Waking Day;"
                + "Cumulative Step Count;Activity Score (MET.h)\n"
                + "41753,5;24/04/2014 12:00;0;1,0;60,0;1;0;,5\n"
                + "41753,5006944444;24/04/2014 12:01;600;2,0;8,0E-1;1;3;1,2E-03\n"
        )
        #expect(trial.report.outcome == .taken, "\(trial.problems)")
        #expect(
            trial.steps == [
                "2014-04-24T10:00Z/2014-04-24T10:01Z 0 activpal",
                "2014-04-24T10:01Z/2014-04-24T10:01:00.800Z 6 activpal",
            ]
        )
    }

    @Test(arguments: [
        ("2.1", true), ("3.1", true), ("3.2", true), ("5", true), ("4", false),
    ])
    func `events that are no steps have none, and one without the device nothing`(
        code: String,
        isWorn: Bool
    ) throws {
        let trial = try CSVTrial(header + "41753.5,0,60,\(code),0,1\n")
        #expect(trial.report.outcome == .taken)
        #expect(trial.sink.steps.map(\.steps) == (isWorn ? [0] : []))
    }

    @Test func `a part of a file begins with one step where its first event is one`() throws {
        let trial = try CSVTrial(header + "41753.5,700,1,2,57,1\n41753.50002,717,1,2,58,1\n")
        #expect(trial.sink.steps.map(\.steps) == [2, 2])
    }

    @Test func `the count of the first event counts where the recording begins`() throws {
        let trial = try CSVTrial(header + "41753.5,0,10,2,3,1\n")
        #expect(trial.sink.steps.map(\.steps) == [6])
    }

    @Test(arguments: [
        ("41753.6,9,1,7,1,1", "is no kind of event"),
        ("41753.6,9,1,1,2,1", "has grown though the event is no step"),
        ("41753.6,9,1,2,0,1", "is less than the count before"),
        ("41753.6,9,0,2,2,1", "is not a length"), ("41753.6,9,x,2,2,1", "is not a number"),
        ("-1,9,1,2,2,1", "is not a number"), ("41753.6,9,1,2,-1,1", "is not a number of steps"),
        ("41753.6,9,1,2,99999999999,1", "more steps than anybody"),
    ])
    func `a damaged event is a problem of its row`(row: String, fault: String) throws {
        let trial = try CSVTrial(header + "41753.5,5,1,2,1,1\n" + row + "\n")
        #expect(trial.report.outcome == .partly)
        #expect(trial.sink.steps.map(\.steps) == [2])
        #expect(trial.problems.count == 1)
        #expect(trial.problems[0].hasPrefix("3:"))
        #expect(trial.problems[0].contains(fault), "\(trial.problems)")
    }

    @Test func `behind a damaged event only the step itself is known`() throws {
        let trial = try CSVTrial(
            header + "41753.5,0,1,2,1,1\n41753.6,9,1,2,x,1\n41753.7,9,1,2,30,1\n"
        )
        #expect(trial.sink.steps.map(\.steps) == [2, 2])
    }

    @Test func `rows out of order refuse the file`() throws {
        let trial = try CSVTrial(header + "41753.6,9,1,2,2,1\n41753.5,0,1,2,1,1\n")
        #expect(trial.report.outcome == .refused)
        #expect(trial.problems[0].hasPrefix("3:1 \"41753.5\" is before the time of the row above"))
    }

    @Test(arguments: [
        (4_175_364_930_555_560, 41_753, 56_100_000), (4_175_365_639_351_850, 41_753, 56_712_400),
        // Half a millisecond is rounded up, less is not.
        (2_556_900_000_000_578, 25_569, 0), (2_556_900_000_000_579, 25_569, 1),
        (2_556_999_999_999_999, 25_570, 0), (0, 0, 0),
    ])
    func `day numbers become whole milliseconds`(
        serial: Int64,
        day: Int64,
        millisecond: Int64
    ) throws {
        let expected = (day - 25_569) * 86_400_000 + millisecond
        #expect(SpreadsheetDay.milliseconds(serial) == expected)
    }

    @Test func `day numbers beyond reason are none`() {
        #expect(SpreadsheetDay.milliseconds(-1) == nil)
        #expect(SpreadsheetDay.milliseconds(DecimalNumber.limit) == nil)
    }
}
