import Model
import Testing

@testable import Formats

@Suite struct GadgetbridgeTests {
    private let header = "TIMESTAMP,DEVICE_ID,USER_ID,RAW_INTENSITY,STEPS,RAW_KIND,HEART_RATE\n"

    @Test func `minus one is not measured, nought is none, and the device is the source`() throws {
        let trial = try CSVTrial(
            header + "1609840080,1,1,41,104,1,97\n1609840140,1,1,-1,-1,-1,255\n"
                + "1609840200,1,1,38,0,80,62\n1609840200,2,1,38,7,1,62\n",
            name: "MI_BAND_ACTIVITY_SAMPLE.csv"
        )
        #expect(trial.report.outcome == .taken, "\(trial.problems)")
        #expect(trial.report.dialect == "gadgetbridge")
        #expect(
            trial.steps == [
                "2021-01-05T09:48Z 104 gadgetbridge-1", "2021-01-05T09:50Z 0 gadgetbridge-1",
                "2021-01-05T09:50Z 7 gadgetbridge-2",
            ]
        )
        #expect(trial.sink.sources.map(\.kind) == [.watch, .watch])
    }

    @Test func `newer tables have milliseconds`() throws {
        let trial = try CSVTrial(
            "STEPS,USER_ID,TIMESTAMP,RAW_KIND,DEVICE_ID,DISTANCE_CM\n104,1,1609840080000,1,1,7000\n"
        )
        #expect(trial.steps == ["2021-01-05T09:48Z 104 gadgetbridge-1"])
    }

    @Test func `seconds and milliseconds in one table are a problem`() throws {
        let trial = try CSVTrial(
            header + "1609840080,1,1,41,104,1,97\n1609840140000,1,1,41,104,1,97\n"
        )
        #expect(trial.report.outcome == .partly)
        #expect(trial.problems.count == 1)
    }

    @Test func `several people are refused with their number`() throws {
        let trial = try CSVTrial(
            header + "1609840080,1,1,41,104,1,97\n1609840080,1,2,41,104,1,97\n"
        )
        #expect(trial.report.outcome == .refused)
        #expect(trial.problems[0].contains("the steps of 2 people (column \"USER_ID\")"))
    }

    @Test func `other tables of the database are refused by name`() throws {
        let trial = try CSVTrial("TIMESTAMP,DEVICE_ID,USER_ID,STEPS\n1609840080,1,1,9000\n")
        #expect(trial.report.outcome == .refused)
        #expect(trial.problems[0].contains("a table of the Gadgetbridge database"))
    }
}
