import Model
import TestSupport
import Testing

@testable import Formats

struct GarminDaysTests {
    @Test func `each record is a whole local day, the one of the clock change too`() throws {
        let trial = try ReadingTrial(
            """
            [{"userProfilePK":1,"calendarDate":"2026-10-24","totalSteps":8123,
              "bodyBattery":{"totalSteps":5,"list":[1,2]}},
             {"calendarDate":"2026-10-25","totalSteps":700},
             {"calendarDate":"2026-10-26"},{"calendarDate":"2026-10-27","totalSteps":null}]
            """,
            name: "UDSFile_2026-07-18_2026-10-26.json"
        )
        #expect(trial.report.dialect == "garmin-days")
        #expect(trial.report.outcome == .taken)
        #expect(
            trial.steps == [
                "2026-10-23T22:00Z/2026-10-24T22:00Z 8123 garmin-days 1",
                "2026-10-24T22:00Z/2026-10-25T23:00Z 700 garmin-days 3",
            ]
        )
        #expect(trial.sink.sources.map(\.kind) == [.watch])
    }

    @Test(arguments: [
        "{\"calendarDate\":\"2026-02-30\",\"totalSteps\":1}", "{\"totalSteps\":1}",
        "{\"calendarDate\":{\"date\":\"2026-02-03\"},\"totalSteps\":1}",
        "{\"calendarDate\":\"2026-02-03\",\"totalSteps\":1.5}",
        "{\"calendarDate\":\"2026-02-03\",\"totalSteps\":-5}",
        "{\"calendarDate\":\"Feb 3, 2026\",\"totalSteps\":5}", "17", "[]",
    ])
    func `what is no day of steps is a problem at its place`(record: String) throws {
        let trial = try ReadingTrial(
            "[{\"calendarDate\":\"2026-10-24\",\"totalSteps\":8123},\n  \(record)]"
        )
        #expect(trial.report.outcome == .partly)
        #expect(trial.problems.count == 1)
        #expect(trial.problems.first?.hasPrefix("2:3 ") == true, "\(trial.problems)")
        #expect(trial.sink.steps.count == 1)
    }

    @Test func `an export without days is taken and says so`() throws {
        let trial = try ReadingTrial("[]", name: "UDSFile_2026-07-18.json")
        #expect(trial.report.outcome == .taken)
        #expect(trial.problems.count == 1)
    }
}
