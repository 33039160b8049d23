import Model
import Testing

@testable import Formats

@Suite struct GoogleHealthExercisesTests {
    private let header =
        "exercise_id,exercise_start,exercise_end,utc_offset,activity_name,log_type,"
        + "activity_type_probabilities,tracker_total_steps,manually_logged_total_steps\n"

    @Test func `walks are declared, found or logged; other sports are none`() throws {
        let trial = try CSVTrial(
            header
                + "1,2026-10-04T12:54:29Z,2026-10-04T14:03:06Z,+02:00,Bike,AUTO_DETECTED,\"a, b\",,\n"
                + "2,2026-10-05T12:54:29Z,2026-10-05T13:14:29Z,+02:00,Outdoor Walk,AUTO_DETECTED,\"a, b\",2034,\n"
                + "3,2026-10-06 06:00:00+0000,2026-10-06 06:30:00+0000,+02:00,Walk,MANUAL,,0,2900\n",
            name: "UserExercises_2026-10-01.csv"
        )
        #expect(trial.report.outcome == .taken, "\(trial.problems)")
        #expect(trial.report.dialect == "google-health-exercises")
        #expect(
            trial.declared == [
                "2026-10-05T12:54:29Z/2026-10-05T13:14:29Z 20 2034 google-health",
                "2026-10-06T06:00Z/2026-10-06T06:30Z 30 2900 google-health",
            ]
        )
    }

    @Test func `a sport that is not known, and times without a zone, are problems`() throws {
        let trial = try CSVTrial(
            header
                + "1,2026-10-04T12:54:29Z,2026-10-04T14:03:06Z,+02:00,Treadmill,MANUAL,,,\n"
                + "2,2026-10-05T12:54:29,2026-10-05T13:14:29,+02:00,Walk,MANUAL,,,\n"
        )
        #expect(trial.report.outcome == .partly)
        #expect(trial.declared.isEmpty)
        #expect(trial.problems[0].hasPrefix("2:52 \"Treadmill\" is an activity"))
        #expect(trial.problems[1].contains("has no time of day with its offset"))
    }

    @Test func `an end before its start is kept and named`() throws {
        let trial = try CSVTrial(
            header + "2,2026-10-05T12:54:29Z,2026-10-05T12:14:29Z,+02:00,Walk,MANUAL,,,\n"
        )
        #expect(trial.report.outcome == .refused)
        #expect(trial.problems[0].contains("ends before it begins"))
    }
}
