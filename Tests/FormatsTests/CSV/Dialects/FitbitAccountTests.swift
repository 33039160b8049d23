import Model
import Testing

@testable import Formats

@Suite struct FitbitAccountTests {
    private let header =
        "Date,Calories Burned,Steps,Distance,Floors,Minutes Sedentary,Minutes Lightly Active,"
        + "Minutes Fairly Active,Minutes Very Active,Activity Calories"

    @Test func `only the section of activities has steps`() throws {
        let trial = try CSVTrial(
            """

            Body
            Date,Weight,BMI,Fat
            "2026-11-01","82.4","24.6","0"

            Foods
            Date,Calories In
            "2026-11-01","2,140"

            Activities
            \(header)
            "2026-11-01","2,836","12,071","8.94","11","651","214","31","44","1,402"
            "2026-11-02","1,836","0","0","0","1,440","0","0","0","0"
            "2026-11-03","N/A","N/A","0","0","1,440","0","0","0","0"

            Sleep
            Start Time,End Time,Minutes Asleep,Minutes Awake,Number of Awakenings,Time in Bed
            "2026-11-01 11:12PM","2026-11-02 7:03AM","418","53","31","471"

            Food Log 20261101
            Daily Totals
            "","Calories","2,140"
            "","Fat","81 g"


            """
        )
        #expect(trial.report.outcome == .taken, "\(trial.problems)")
        #expect(trial.report.dialect == "fitbit")
        #expect(
            trial.steps == [
                "2026-10-31T23:00Z/2026-11-01T23:00Z 12071 fitbit",
                "2026-11-01T23:00Z/2026-11-02T23:00Z 0 fitbit",
            ]
        )
        #expect(trial.sink.sources == [Source(name: "fitbit", kind: .watch)])
    }

    @Test func `activities behind a long section are found`() throws {
        let body = (1...31).map { "\"2026-10-\(padded($0, to: 2))\",\"82.4\",\"24.6\",\"0\"\n" }
        let trial = try CSVTrial(
            "Body\nDate,Weight,BMI,Fat\n\(body.joined())\nActivities\n\(header)\n"
                + "\"2026-10-31\",\"1\",\"6,508\",\"4\",\"0\",\"1\",\"1\",\"1\",\"1\",\"9\"\n"
        )
        #expect(trial.report.outcome == .taken, "\(trial.problems)")
        #expect(trial.steps == ["2026-10-30T23:00Z/2026-10-31T23:00Z 6508 fitbit"])
    }

    @Test func `converters leave title and quotes out`() throws {
        let trial = try CSVTrial("\(header)\n2026-11-01,2836,12071,8.94,11,651,214,31,44,1402\n")
        #expect(trial.steps == ["2026-10-31T23:00Z/2026-11-01T23:00Z 12071 fitbit"])
    }

    @Test func `a date that could have the month first has the day first`() throws {
        let trial = try CSVTrial(
            "Activities\n\(header)\n\"03-11-2026\",\"1\",\"500\",\"0\",\"0\",\"1\",\"1\",\"1\",\"1\",\"0\"\n"
        )
        #expect(trial.steps == ["2026-11-02T23:00Z/2026-11-03T23:00Z 500 fitbit"])
    }

    @Test(
        arguments: [
            ("11-25-2026", "has day and month in another order", "4:1"),
            ("11/25/2026", "is not written as Fitbit writes dates", "4:1"),
            ("2026-11-01 08:00", "is not the date of a day", "4:1"),
        ])
    func `other dates are not guessed at`(date: String, reason: String, place: String) throws {
        let trial = try CSVTrial(
            "Activities\n\(header)\n\n\"\(date)\",\"1\",\"500\",\"0\",\"0\",\"1\",\"1\",\"1\",\"1\",\"0\"\n"
        )
        #expect(trial.report.outcome == .refused)
        #expect(trial.sink.steps.isEmpty)
        #expect(trial.problems[0].contains(reason), "\(trial.problems)")
        #expect(trial.problems[0].hasPrefix(place), "\(trial.problems)")
    }

    @Test func `a decimal comma in a count is a problem and not a thousand`() throws {
        let trial = try CSVTrial(
            "Activities\n\(header)\n\"2026-11-01\",\"1\",\"12.071\",\"0\",\"0\",\"1\",\"1\",\"1\",\"1\",\"0\"\n"
        )
        #expect(trial.report.outcome == .refused)
        #expect(trial.problems[0].contains("not a whole number of steps"), "\(trial.problems)")
    }

    @Test func `a day with two counts refuses the file`() throws {
        let row = "\"1\",\"1\",\"0\",\"0\",\"1\",\"1\",\"1\",\"1\",\"0\""
        let trial = try CSVTrial(
            "\(header)\n\"2026-11-01\",\(row)\n\"2026-11-01\",\"1\",\"2\",\"0\",\"0\",\"1\",\"1\",\"1\",\"1\",\"0\"\n"
        )
        #expect(trial.report.outcome == .refused)
        #expect(trial.problems[0].contains("stands on another row"), "\(trial.problems)")
    }

    @Test func `an export without activities is taken and says so`() throws {
        let trial = try CSVTrial("Foods\nDate,Calories In\n\"2026-11-01\",\"2,140\"\n")
        #expect(trial.report.outcome == .taken)
        #expect(trial.sink.steps.isEmpty)
        #expect(trial.problems == ["0:0 none of its sections has the steps of a day"])
    }

    @Test func `a short row of activities is a problem`() throws {
        let trial = try CSVTrial(
            "\(header)\n\"2026-11-01\",\"1\",\"500\"\n2026-11-02,2836,12071,8.94,11,651,214,31,44,1402\n"
        )
        #expect(trial.report.outcome == .partly)
        #expect(trial.problems == ["2:0 the row has 3 cells, the header 10"])
    }
}
