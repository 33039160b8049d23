import Model
import Testing

@testable import Formats

@Suite struct OxWearablesTests {
    private let minutes = "Filename,Time,Steps,ENMO(mg)\n"

    @Test func `minutes are intervals, and what is empty was not worn`() throws {
        let trial = try CSVTrial(
            minutes + "a.cwa,2025-05-07 13:29:00,0.0,11.2\na.cwa,2025-05-07 13:30:00,,\n"
                + "a.cwa,2025-05-07 13:31:00,104.0,92.5\na.cwa,2025-05-07 13:32:00,nan,92.5\n"
        )
        #expect(trial.report.outcome == .taken, "\(trial.problems)")
        #expect(trial.report.dialect == "oxwearables-minutes")
        #expect(
            trial.steps == [
                "2025-05-07T11:29Z/2025-05-07T11:30Z 0 oxwearables",
                "2025-05-07T11:31Z/2025-05-07T11:32Z 104 oxwearables",
            ]
        )
    }

    @Test func `hours are told by their rhythm`() throws {
        let trial = try CSVTrial(
            minutes + "a.cwa,2025-05-07 13:00:00,904.0,11\na.cwa,2025-05-07 14:00:00,7,1\n"
        )
        #expect(
            trial.steps == [
                "2025-05-07T11:00Z/2025-05-07T12:00Z 904 oxwearables",
                "2025-05-07T12:00Z/2025-05-07T13:00Z 7 oxwearables",
            ]
        )
    }

    @Test(arguments: [("12.4", 12), ("12.5", 13), ("0.49999", 0), ("1.04e+02", 104)])
    func `an estimate with a fraction is rounded half up`(cell: String, steps: Int32) throws {
        let trial = try CSVTrial(
            minutes + "a.cwa,2025-05-07 13:29:00,\(cell),1\na.cwa,2025-05-07 13:30:00,,1\n"
        )
        #expect(trial.report.outcome == .taken)
        #expect(trial.sink.steps.map(\.steps) == [steps])
    }

    @Test(arguments: ["x", "-3", "inf", "99999999999"])
    func `what is no count is a problem`(cell: String) throws {
        let trial = try CSVTrial(
            minutes + "a.cwa,2025-05-07 13:29:00,\(cell),1\na.cwa,2025-05-07 13:30:00,5,1\n"
        )
        #expect(trial.report.outcome == .partly)
        #expect(trial.sink.steps.map(\.steps) == [5])
    }

    @Test func `rows without a known rhythm, and two recordings, are refused`() throws {
        let one = try CSVTrial(minutes + "a.cwa,2025-05-07 13:29:00,5,1\n")
        #expect(one.problems[0].contains("do not follow one another by a minute"))
        let two = try CSVTrial(
            minutes + "a.cwa,2025-05-07 13:29:00,5,1\nb.cwa,2025-05-07 13:30:00,5,1\n"
        )
        #expect(two.report.outcome == .refused)
        #expect(two.problems[0].hasPrefix("3:1 \"b.cwa\" is another recording"))
    }

    @Test func `a row off the rhythm is a problem`() throws {
        let rows = (0..<14).map { "a.cwa,2025-05-07 13:\(10 + $0):00,5,1\n" }.joined()
        let trial = try CSVTrial(minutes + rows + "a.cwa,2025-05-07 13:30:10,5,1\n")
        #expect(trial.report.outcome == .partly)
        #expect(trial.sink.steps.count == 14)
        #expect(trial.problems[0].hasPrefix("16:7 "))
    }

    @Test func `imputed files are refused by their name`() throws {
        let trial = try CSVTrial(
            minutes + "a.cwa,2025-05-07 13:29:00,5,1\na.cwa,2025-05-07 13:30:00,5,1\n",
            name: "a-MinutelyAdjusted.csv"
        )
        #expect(trial.report.outcome == .refused)
        #expect(trial.problems[0].contains("steps filled in"))
    }

    @Test func `windows of ten seconds are told from anybody's table`() throws {
        let own = try CSVTrial(
            "time,Steps\n2025-05-07 13:29:50,12.0\n2025-05-07 13:30:00,\n2025-05-07 13:30:10,9\n"
        )
        #expect(own.report.dialect == "oxwearables-steps")
        #expect(
            own.steps == [
                "2025-05-07T11:29:50Z/2025-05-07T11:30Z 12 oxwearables",
                "2025-05-07T11:30:10Z/2025-05-07T11:30:20Z 9 oxwearables",
            ]
        )
        let other = try CSVTrial("time,Steps\n2025-05-07 13:29:00,12\n2025-05-07 13:30:00,7\n")
        #expect(other.report.dialect == "generic")
    }

    @Test func `bouts last from their start for their length`() throws {
        let trial = try CSVTrial(
            "Filename,StartTime,EndTime,Duration(mins),TimeSinceLast(mins),Steps,"
                + "Cadence(steps/min)\n"
                + "a.cwa,2025-05-07 13:29:10,2025-05-07 13:29:10,0.16666666666666666,,15.0,90.0\n"
                + "a.cwa,2025-05-07 14:00:00,2025-05-07 14:01:20,1.5,30,150,100\n"
                + "a.cwa,2025-05-07 15:00:00,2025-05-07 15:01:20,0,30,150,100\n"
        )
        #expect(trial.report.outcome == .partly)
        #expect(
            trial.steps == [
                "2025-05-07T11:29:10Z/2025-05-07T11:29:20Z 15 oxwearables",
                "2025-05-07T12:00Z/2025-05-07T12:01:30Z 150 oxwearables",
            ]
        )
        #expect(trial.problems.map { $0.prefix(8) } == ["4:47 \"0\""])
    }

    @Test func `days are whole`() throws {
        let trial = try CSVTrial(
            "Filename,Date,Walk(mins),Steps,StepsQ1At\na.cwa,2025-05-07,42.5,7012.5,10:00\n"
                + "a.cwa,2025-05-08,,,\n"
        )
        #expect(trial.report.outcome == .taken, "\(trial.problems)")
        #expect(trial.report.dialect == "oxwearables-days")
        #expect(trial.steps == ["2025-05-06T22:00Z/2025-05-07T22:00Z 7013 oxwearables"])
    }
}
