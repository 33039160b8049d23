import Model
import Testing

@testable import Formats

@Suite struct SamsungDaysTests {
    private let trend =
        "com.samsung.shealth.step_daily_trend,62920010,4\n"
        + "binning_data,create_time,source_type,count,deviceuuid,datauuid,day_time\n"

    @Test func `a day of all devices stands for those of single ones`() throws {
        // 1779753600000 is 2026-05-26T00:00:00Z.
        let trial = try CSVTrial(
            trend
                + "b,2026-05-27 05:00:01.702,0,4000,phone,a,1779753600000,\n"
                + "b,2026-05-27 05:00:01.702,-2,7012,all,b,1779753600000,\n"
                + "b,2026-05-27 05:00:01.702,1,6500,watch,c,1779753600000,\n"
                + "b,2026-05-28 05:00:01.702,0,1200,phone,d,1779840000000,\n",
            name: "com.samsung.shealth.step_daily_trend.20260607134546.csv"
        )
        #expect(trial.report.outcome == .taken, "\(trial.problems)")
        #expect(trial.report.dialect == "samsung-health-trend")
        #expect(
            trial.steps == [
                "2026-05-25T22:00Z/2026-05-26T22:00Z 7012 samsung-health",
                "2026-05-26T22:00Z/2026-05-27T22:00Z 1200 phone",
            ]
        )
    }

    @Test func `the date is taken and never converted, west of Greenwich too`() throws {
        let trial = try CSVTrial(
            trend + "b,x,-2,7012,all,b,2018-11-28 00:00:00.000,\n",
            zone: "America/New_York"
        )
        #expect(trial.steps == ["2018-11-28T05:00Z/2018-11-29T05:00Z 7012 samsung-health"])
    }

    @Test func `a time that is no midnight is of no date`() throws {
        let trial = try CSVTrial(trend + "b,x,-2,7012,all,b,1779771600000,\n")
        #expect(trial.report.outcome == .refused)
        #expect(trial.problems[0].contains("is not the midnight that stands for a date"))
    }

    @Test func `a trend of other things is no trend of steps`() throws {
        let trial = try CSVTrial(
            "com.samsung.shealth.floors_trend,1,1\nsource_type,count,deviceuuid,day_time\n"
                + "-2,7,all,1779753600000\n"
        )
        #expect(trial.report.outcome == .refused)
        #expect(trial.report.dialect == nil)
    }

    @Test func `a day of a device that grew is a problem, and both are kept`() throws {
        let trial = try CSVTrial(
            trend + "b,x,0,100,p,b,1779753600000,\nb,x,0,900,p,b,1779753600000,\n"
        )
        #expect(trial.report.outcome == .partly)
        #expect(trial.sink.steps.map(\.steps) == [100, 900])
        #expect(trial.problems[0].contains("on another row with 100 steps; the larger"))
    }

    @Test func `the days of the pedometer are those of their devices`() throws {
        let trial = try CSVTrial(
            "com.samsung.shealth.tracker.pedometer_day_summary,1,2\n"
                + "run_step_count,walk_step_count,step_count,active_time,deviceuuid,day_time\n"
                + "22,2781,2803,1632770,Cv7sH/e0hQ,1779753600000,\n"
        )
        #expect(trial.report.dialect == "samsung-health-pedometer-days")
        #expect(trial.report.outcome == .taken, "\(trial.problems)")
        #expect(trial.steps == ["2026-05-25T22:00Z/2026-05-26T22:00Z 2803 Cv7sH/e0hQ"])
    }

    @Test func `a row with nothing but its day is nothing recorded`() throws {
        let trial = try CSVTrial(
            "com.samsung.shealth.activity.day_summary,7006003,6\n"
                + "step_count,active_time,run_time,walk_time,day_time,datauuid\n"
                + "2803,1632770,1400,1631370,2018-11-28 00:00:00.000,x,\n"
                + ",,,,2018-11-29 00:00:00.000,,\n"
        )
        #expect(trial.report.dialect == "samsung-health-activity-days")
        #expect(trial.report.outcome == .taken, "\(trial.problems)")
        #expect(trial.steps == ["2018-11-27T23:00Z/2018-11-28T23:00Z 2803 samsung-health"])
    }
}
