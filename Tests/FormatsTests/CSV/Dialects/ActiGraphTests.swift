import Model
import Testing

@testable import Formats

@Suite struct ActiGraphTests {
    /// The ten lines before the counts, padded with commas if asked.
    private static func preamble(
        form: String = " date format M/d/yyyy",
        time: String = "09:00:00",
        date: String = "8/26/2025",
        epoch: String = "00:00:15",
        download: String = "9/3/2025",
        mode: String = "13",
        padding: String = "",
        ending: String = "\n"
    ) -> String {
        [
            "------------ Data File Created By ActiGraph GT3X ActiLife v6.10.2\(form) Filter X --",
            "Serial Number: CLE2A2123456", "Start Time \(time)", "Start Date \(date)",
            "Epoch Period (hh:mm:ss) \(epoch)", "Download Time 12:54:04",
            "Download Date \(download)", "Current Memory Address: 0",
            "Current Battery Voltage: 4.03     Mode = \(mode)",
            "--------------------------------------------------",
        ].map { $0 + padding + ending }.joined()
    }

    private static let header =
        "Date, Time, Axis1,Axis2,Axis3,Steps,Lux,Inclinometer Off,Inclinometer Standing,"
        + "Inclinometer Sitting,Inclinometer Lying,Vector Magnitude\n"

    @Test(arguments: [("", "\n"), (",,,", "\r\n")])
    func `epochs of mode 13 follow the start, without a header`(
        padding: String,
        ending: String
    ) throws {
        let rows = ["10,20,30,0", "9,9,9,26", "0,0,0,3"].map { $0 + ending }.joined()
        let trial = try CSVTrial(Self.preamble(padding: padding, ending: ending) + rows)
        #expect(trial.report.outcome == .taken, "\(trial.problems)")
        #expect(trial.report.dialect == "actigraph")
        #expect(
            trial.steps == [
                "2025-08-26T07:00Z/2025-08-26T07:00:15Z 0 CLE2A2123456",
                "2025-08-26T07:00:15Z/2025-08-26T07:00:30Z 26 CLE2A2123456",
                "2025-08-26T07:00:30Z/2025-08-26T07:00:45Z 3 CLE2A2123456",
            ]
        )
        #expect(trial.sink.sources == [Source(name: "CLE2A2123456", kind: .watch)])
        #expect(
            trial.report.columns.map(\.meaning) == ["not used", "not used", "not used", "steps"]
        )
    }

    @Test func `mode 61 has its steps in the fourth of nine columns`() throws {
        let trial = try CSVTrial(
            Self.preamble(epoch: "00:01:00", mode: "61") + "1,2,3,104,5,6,7,8,9\n"
        )
        #expect(
            trial.steps == ["2025-08-26T07:00Z/2025-08-26T07:01Z 104 CLE2A2123456"]
        )
    }

    @Test(arguments: [("0", "1\n2\n"), ("29", "1,2,3,4,5\n"), ("x", "1,2,3,4\n")])
    func `another mode without a header is refused by its name`(mode: String, rows: String) throws {
        let trial = try CSVTrial(Self.preamble(mode: mode) + rows)
        #expect(trial.report.outcome == .refused)
        #expect(trial.report.dialect == "actigraph")
        #expect(trial.problems[0].contains(mode == "x" ? "no mode" : "mode \(mode)"))
        #expect(trial.sink.steps.isEmpty)
    }

    @Test func `a mode with another number of columns than its own is refused`() throws {
        let trial = try CSVTrial(Self.preamble() + "1,2,3,4,5\n")
        #expect(trial.report.outcome == .refused)
        #expect(trial.problems[0].contains("5 columns, where those of mode 13 have 4"))
    }

    @Test(arguments: ["\n", "1,2,3\n", "1,2,3,4,5,6,7\n", "1,\"2\"x,3,4\n"])
    func `a damaged row makes the times of those behind it uncertain`(row: String) throws {
        let trial = try CSVTrial(Self.preamble() + "1,2,3,4\n" + row + "1,2,3,4\n")
        #expect(trial.report.outcome == .refused)
        #expect(trial.problems[0].hasPrefix("13:0 rows before this one are damaged"))
    }

    @Test func `a count that is none leaves only its own epoch out`() throws {
        let trial = try CSVTrial(Self.preamble() + "1,2,3,x\n1,2,3,4\n")
        #expect(trial.report.outcome == .partly)
        #expect(trial.steps == ["2025-08-26T07:00:15Z/2025-08-26T07:00:30Z 4 CLE2A2123456"])
    }

    @Test func `the device's clock runs on when the clocks are changed`() throws {
        // 26 October 2025 in Oslo: 03:00 is 02:00. The device goes on to 03:00.
        let preamble = Self.preamble(
            time: "01:30:00",
            date: "10/26/2025",
            epoch: "01:00:00",
            download: "10/30/2025"
        )
        let counted = try CSVTrial(preamble + "1,2,3,4\n1,2,3,5\n1,2,3,6\n")
        let expected = [
            "2025-10-25T23:30Z/2025-10-26T00:30Z 4 CLE2A2123456",
            "2025-10-26T00:30Z/2025-10-26T01:30Z 5 CLE2A2123456",
            "2025-10-26T01:30Z/2025-10-26T02:30Z 6 CLE2A2123456",
        ]
        #expect(counted.steps == expected)
        let dated = try CSVTrial(
            preamble + "Date,Time,Steps\n10/26/2025,01:30:00,4\n10/26/2025,02:30:00,5\n"
                + "10/26/2025,03:30:00,6\n"
        )
        #expect(dated.steps == expected)
    }

    @Test func `a table with date and time is read by its header`() throws {
        let trial = try CSVTrial(
            Self.preamble(date: "2/3/2025", epoch: "00:00:01", download: "2/4/2025", mode: "61")
                + Self.header + "2/3/2025,09:00:00,0,0,0,0,0,1,0,0,0,0\n"
                + "2/3/2025,09:00:01,9,9,9,2,0,1,0,0,0,15.6\n"
        )
        #expect(trial.report.outcome == .taken, "\(trial.problems)")
        #expect(
            trial.steps == [
                "2025-02-03T08:00Z/2025-02-03T08:00:01Z 0 CLE2A2123456",
                "2025-02-03T08:00:01Z/2025-02-03T08:00:02Z 2 CLE2A2123456",
            ]
        )
    }

    @Test func `day first, with points and semicolons`() throws {
        let trial = try CSVTrial(
            Self.preamble(
                form: " date format dd.MM.yyyy",
                date: "03.02.2025",
                epoch: "00:01:00",
                download: "13.02.2025",
                padding: ";;"
            ) + "Date;Time;Steps\n03.02.2025;09:00:00;7\n"
        )
        #expect(trial.steps == ["2025-02-03T08:00Z/2025-02-03T08:01Z 7 CLE2A2123456"])
    }

    @Test func `a date format that the dates contradict refuses the file`() throws {
        let preamble = Self.preamble(
            form: " date format dd/MM/yyyy",
            date: "09-12-2017",
            download: "09-19-2017"
        )
        for rows in ["1,2,3,4\n", "Date,Time,Steps\n09/12/2017,09:00:00,4\n"] {
            let trial = try CSVTrial(preamble + rows)
            #expect(trial.report.outcome == .refused)
            #expect(
                trial.problems[0].contains(
                    "\"dd/MM/yyyy\" for \"09-12-2017\" and \"09-19-2017\""
                )
            )
        }
    }

    @Test func `a column of ISO times decides where the dates contradict their format`() throws {
        let trial = try CSVTrial(
            Self.preamble(
                form: " date format dd/MM/yyyy",
                date: "09-12-2017",
                epoch: "00:00:01",
                download: "09-19-2017",
                padding: ",,,,,",
                ending: "\r\n"
            ) + "TimeStamp,axis1,axis2,axis3,steps,vm\r\n2017-09-12T15:00:02Z,113,9,29,1,118\r\n"
        )
        #expect(trial.report.outcome == .taken, "\(trial.problems)")
        #expect(trial.steps == ["2017-09-12T15:00:02Z/2017-09-12T15:00:03Z 1 CLE2A2123456"])
    }

    @Test func `without a format an order that no date decides refuses the file`() throws {
        let undecided = Self.preamble(form: "", date: "2/3/2025", download: "2/4/2025")
        #expect(try CSVTrial(undecided + "1,2,3,4\n").report.outcome == .refused)
    }

    @Test func `rows that jump by more than a day show a false order`() throws {
        // The third of February is followed by the fourth: read with the day first, by months.
        let trial = try CSVTrial(
            Self.preamble(
                form: " date format d/M/yyyy",
                time: "23:59:00",
                date: "2/3/2025",
                epoch: "00:01:00",
                download: "2/4/2025"
            ) + "Date,Time,Steps\n2/3/2025,23:59:00,1\n2/4/2025,00:00:00,1\n"
        )
        #expect(trial.report.outcome == .refused)
        #expect(trial.problems[0].hasPrefix("13:1 \"2/4/2025\" does not follow"))
    }

    @Test func `a time between two epochs is a problem of its row`() throws {
        let trial = try CSVTrial(
            Self.preamble() + "Date,Time,Steps\n8/26/2025,09:00:07,1\n8/26/2025,09:00:15,2\n"
        )
        #expect(trial.report.outcome == .partly)
        #expect(trial.steps == ["2025-08-26T07:00:15Z/2025-08-26T07:00:30Z 2 CLE2A2123456"])
    }

    @Test func `raw acceleration, no steps and a broken preamble are refused`() throws {
        let raw = try CSVTrial(
            Self.preamble(epoch: "00:00:00", mode: "12")
                + "Accelerometer X,Accelerometer Y,Accelerometer Z\n0.1,0.2,0.3\n"
        )
        #expect(raw.problems[0].contains("holds raw acceleration"))
        let without = try CSVTrial(Self.preamble() + "Date,Time,Axis1\n8/26/2025,09:00:00,1\n")
        #expect(without.problems[0].contains("no column \"Steps\""))
        let broken = try CSVTrial(
            "--- Data File Created By ActiGraph GT3X ---\nSerial Number: 1\n1,2,3,4\n"
        )
        #expect(broken.problems[0].contains("lacks the line of dashes"))
        #expect([raw, without, broken].allSatisfy { $0.report.dialect == "actigraph" })
    }

    @Test func `a file that ends behind its preamble is taken without readings`() throws {
        let trial = try CSVTrial(Self.preamble())
        #expect(trial.report.outcome == .taken)
        #expect(trial.problems == ["0:0 there is no epoch behind the lines of the device"])
    }
}
