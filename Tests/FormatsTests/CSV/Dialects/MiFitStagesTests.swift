import Model
import Testing

@testable import Formats

@Suite struct MiFitStagesTests {
    private let header = "\u{FEFF}date,start,stop,distance,calories,steps\n"

    @Test func `a stretch is local, past midnight goes on, and one minute lasts a minute`() throws {
        let trial = try CSVTrial(
            header + "2020-08-28,10:17,10:37,128,4,186\n2020-08-28,23:50,00:10,300,6,434\n"
                + "2020-08-29,12:05,12:05,30,1,41\n",
            name: "ACTIVITY_STAGE_1.csv"
        )
        #expect(trial.report.outcome == .taken, "\(trial.problems)")
        #expect(trial.report.dialect == "mi-fit-stages")
        #expect(
            trial.steps == [
                "2020-08-28T08:17Z/2020-08-28T08:37Z 186 mi-fit",
                "2020-08-28T21:50Z/2020-08-28T22:10Z 434 mi-fit",
                "2020-08-29T10:05Z/2020-08-29T10:06Z 41 mi-fit",
            ]
        )
        let source = Source(name: "mi-fit", kind: .watch, omitsZeros: true)
        #expect(trial.sink.sources == [source])
    }

    @Test func `newer files write start and stop in full`() throws {
        let trial = try CSVTrial(
            header
                + "\"2022-01-08\",\"2022-01-08 10:17:00\",\"2022-01-08 10:37:30\",\"128\",\"4\",\"186\"\n"
        )
        #expect(trial.report.outcome == .taken, "\(trial.problems)")
        #expect(trial.steps == ["2022-01-08T09:17Z/2022-01-08T09:37:30Z 186 mi-fit"])
    }

    @Test func `an end long before the start, another date and no time are problems`() throws {
        let trial = try CSVTrial(
            header + "2020-08-28,10:17,09:37,128,4,186\n"
                + "2020-08-28,2020-08-29 10:17:00,2020-08-29 10:37:00,128,4,186\n"
                + "2020-08-28,soon,10:37,128,4,186\n2020-08-28,10:17,10:37,1,1,25\n"
        )
        #expect(trial.report.outcome == .partly)
        #expect(trial.problems.count == 3)
        #expect(trial.problems[0].contains("ends before it begins; kept, but not counted"))
        #expect(trial.problems[1].contains("is not on the date of its row"))
        #expect(trial.problems[2].hasPrefix("4:12 \"soon\" is not a time of day"))
    }

    @Test func `an hour that comes twice ends after it begins`() throws {
        let trial = try CSVTrial(header + "2020-10-25,02:50,03:10,1,1,25\n")
        #expect(trial.steps == ["2020-10-25T00:50Z/2020-10-25T02:10Z 25 mi-fit"])
    }
}

@Suite struct MiFitDaysTests {
    @Test func `days have the source of the minutes`() throws {
        let trial = try CSVTrial(
            "\u{FEFF}date,steps,distance,runDistance,calories\n2020-08-28,3650,2555,183,79\n",
            name: "ACTIVITY_1.csv"
        )
        #expect(trial.report.outcome == .taken, "\(trial.problems)")
        #expect(trial.report.dialect == "mi-fit-days")
        #expect(trial.steps == ["2020-08-27T22:00Z/2020-08-28T22:00Z 3650 mi-fit"])
        let source = Source(name: "mi-fit", kind: .watch, omitsZeros: true)
        #expect(trial.sink.sources == [source])
    }

    @Test func `a date twice with two counts is no day`() throws {
        let trial = try CSVTrial(
            "date,steps,distance,runDistance,calories\n2020-08-28,1,1,1,1\n2020-08-28,2,1,1,1\n"
        )
        #expect(trial.report.outcome == .refused)
        #expect(trial.report.dialect == "mi-fit-days")
    }

    @Test func `sports whose kinds are numbers are refused by name`() throws {
        let trial = try CSVTrial(
            "type,startTime,sportTime(s),maxPace(/meter),minPace(/meter),distance(m),"
                + "avgPace(/meter),calories(kcal)\n6,2020-08-28 10:17:00+0000,900,-1.0,-1.0,1200,0.7,60\n"
        )
        #expect(trial.report.outcome == .refused)
        #expect(trial.problems[0].contains("a list of sports of Mi Fit"))
    }
}
