import Model
import TestSupport
import Testing

@testable import Formats

struct GoogleFitSessionTests {
    private func session(_ activity: String, _ more: String = "") -> String {
        """
        {"fitnessActivity":"\(activity)","startTime":"2024-10-15T21:49:22.997Z",
         "endTime":"2024-10-15T23:59:22.049+02:00"\(more)}
        """
    }

    @Test(arguments: ["walking", "walking.nordic", "hiking"])
    func `a walk is declared, with its time in motion and its steps`(activity: String) throws {
        let trial = try ReadingTrial(
            session(
                activity,
                """
                ,"duration":"540.5s","segment":[{"fitnessActivity":"walking","startTime":"x"}],
                "aggregate":[{"metricName":"com.google.calories.expended","floatValue":27.5},
                {"metricName":"com.google.step_count.delta","intValue":1188}]
                """
            )
        )
        #expect(trial.report.dialect == "google-fit-session")
        #expect(trial.report.outcome == .taken)
        #expect(
            trial.walks == [
                "2024-10-15T21:49:22.997Z/2024-10-15T21:59:22.049Z 540500 1188 google-fit-session"
            ]
        )
    }

    @Test func `without a duration all of it is motion`() throws {
        let trial = try ReadingTrial(session("walking", ",\"segment\":[],\"aggregate\":[]"))
        #expect(trial.sink.declared.map(\.moving.count) == [599_052])
        #expect(trial.sink.declared.map(\.steps) == [nil])
    }

    @Test(arguments: ["running", "biking.mountain", "sleep", "still"])
    func `another activity is no walk, and that is said`(activity: String) throws {
        let trial = try ReadingTrial(session(activity))
        #expect(trial.report.outcome == .taken)
        #expect(trial.walks.isEmpty)
        #expect(trial.problems == ["1:1 a session of \"\(activity)\": no walk"])
    }

    @Test(arguments: ["on_foot", "gehen", "", "treadmill"])
    func `an unknown activity is a problem and never a walk by guess`(activity: String) throws {
        let trial = try ReadingTrial(session(activity))
        #expect(trial.report.outcome == .refused)
        #expect(trial.walks.isEmpty)
        #expect(trial.problems.first?.contains("not taken for a walk") == true)
    }

    @Test(arguments: [
        ",\"duration\":\"700s\"", ",\"duration\":\"12 min\"", ",\"duration\":12",
        ",\"duration\":\"-1s\"", ",\"duration\":\"s\"",
        ",\"segment\":[{\"fitnessActivity\":\"running\"}]", ",\"segment\":[{}]",
        ",\"aggregate\":[{\"metricName\":\"com.google.step_count.delta\",\"intValue\":1.5}]",
        ",\"startTime\":\"2024-10-15T21:49:22.997Z\"",
    ])
    func `what is not clear is a problem, and no walk`(more: String) throws {
        let trial = try ReadingTrial(session("walking", more))
        #expect(trial.report.outcome == .refused, "\(more)")
        #expect(trial.walks.isEmpty)
    }

    @Test func `times without an offset are refused`() throws {
        let text = session("walking").replacing("22.997Z", with: "22.997")
        let trial = try ReadingTrial(text)
        #expect(trial.report.outcome == .refused)
        #expect(trial.problems.first?.contains("\"startTime\"") == true)
    }
}
