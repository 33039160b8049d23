import Model
import Testing

@testable import Formats

@Suite struct OuraTests {
    @Test func `the old table and the new one are days`() throws {
        let old = try CSVTrial(
            "date,Sleep Score,Activity Burn,Total Burn,Target Calories,Steps,Daily Movement\n"
                + "2019-11-28,80,310,2300,400,7012,6100\n2019-11-29,80,,,,,\n"
        )
        let new = try CSVTrial(
            "id;class_5_min;high_activity_time;met_1_min;steps;day\n"
                + "a;0112;120;\"{\"\"interval\"\": 60.0}\";7012;2019-11-28\n",
            name: "oura_daily-activity_2026-01-01T10-00-00.csv"
        )
        for trial in [old, new] {
            #expect(trial.report.outcome == .taken, "\(trial.problems)")
            #expect(trial.report.dialect == "oura")
            #expect(trial.steps == ["2019-11-27T23:00Z/2019-11-28T23:00Z 7012 oura"])
        }
    }

    @Test func `a day that is none is a problem`() throws {
        let trial = try CSVTrial(
            "day,steps,high_activity_time\n2019-11-28T04:00:00,7012,9\n2019-11-28,7012,9\n"
        )
        #expect(trial.report.outcome != .taken)
        #expect(!trial.problems.isEmpty)
    }
}
