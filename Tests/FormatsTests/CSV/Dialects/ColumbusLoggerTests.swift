import Model
import Testing

@testable import Formats

@Suite struct ColumbusLoggerTests {
    private let header =
        "INDEX,TAG,DATE,TIME,LATITUDE N/S,LONGITUDE E/W,HEIGHT,SPEED,HEADING,VOX\r\n"

    /// A row as the logger pads it.
    private func row(
        _ time: String,
        tag: String = "T",
        date: String = "250404",
        latitude: String = "31.765973N",
        longitude: String = "035.206901E"
    ) -> String {
        "68\0\0\0\0,\(tag),\(date),\(time),\(latitude),\(longitude),821\0\0,0\0\0\0,0\0\0,"
            + "\0\0\0\0\0\0\0\0\0\r\n"
    }

    @Test func `points are UTC, and NULs that pad them are nothing`() throws {
        let trial = try CSVTrial(
            header + row("063510")
                + row("063511", latitude: "31.765974S", longitude: "035.206901W")
        )
        #expect(trial.report.outcome == .taken, "\(trial.problems)")
        #expect(trial.report.dialect == "columbus-v900")
        #expect(
            trial.points == [
                "0 2025-04-04T06:35:10Z 31765973000 35206901000 821000",
                "0 2025-04-04T06:35:11Z -31765974000 -35206901000 821000",
            ]
        )
        #expect(trial.sink.sources == [Source(name: "columbus-v900", kind: .gpx)])
    }

    @Test func `a log of nothing but padded rows is still text`() throws {
        let rows = (0..<200).map { row("0635" + ($0 % 60 < 10 ? "0" : "") + "\($0 % 60)") }
        #expect(try CSVTrial(header + rows.joined()).report.dialect == "columbus-v900")
        let text = String(repeating: "a,\0\0\0\0\n", count: 200)
        #expect(try CSVTrial(text).problems[0].contains("is not text"))
    }

    @Test func `the professional mode says how far points are to be trusted`() throws {
        let header =
            "INDEX,TAG,DATE,TIME,LATITUDE N/S,LONGITUDE E/W,HEIGHT,SPEED,HEADING,FIX MODE,VALID,"
            + "PDOP,HDOP,VDOP,VOX\r\n"
        let trial = try CSVTrial(
            header
                + "8\0,T,250508,075646,48.174411N,016.284588E,-235 ,0   ,0  ,3D,SPS ,1.6  ,10.1 ,0.9  ,\0\r\n"
        )
        #expect(trial.points == ["0 2025-05-08T07:56:46Z 48174411000 16284588000 -235000 diluted"])
    }

    @Test func `marked places and voice notes are no points of the track`() throws {
        let trial = try CSVTrial(
            header + row("063510", tag: "C") + row("063511", tag: "V") + row("063512")
                + row("063513", tag: "X")
        )
        #expect(trial.points.count == 1)
        #expect(trial.problems.map { $0.prefix(8) } == ["5:8 \"X\" "])
    }

    @Test(arguments: ["250230", "2504", "2504041", "25o404"])
    func `what is no date is a problem`(date: String) throws {
        let trial = try CSVTrial(header + row("063510") + row("063511", date: date))
        #expect(trial.report.outcome == .partly)
        #expect(trial.points.count == 1)
        #expect(trial.problems[0].hasPrefix("3:10 "))
    }

    @Test(arguments: ["240000", "066000", "063560", "6351"])
    func `what is no time of day is a problem`(time: String) throws {
        let trial = try CSVTrial(header + row("063510") + row(time))
        #expect(trial.points.count == 1)
        #expect(trial.problems[0].hasPrefix("3:17 "))
    }

    @Test(arguments: ["31.765973", "31.765973E", "-31.765973N", "N", "91.0N", "x1N"])
    func `a place that is none parts the track`(latitude: String) throws {
        let trial = try CSVTrial(header + row("063510") + row("063511", latitude: latitude))
        #expect(trial.report.outcome == .partly)
        #expect(trial.points[1].hasSuffix("break"))
        #expect(trial.problems[0].hasPrefix("3:24 lat=\"\(latitude)\""))
    }

    @Test func `later loggers, whose times may be local, are refused`() throws {
        let trial = try CSVTrial(
            "INDEX,TAG,DATE,TIME,LATITUDE N/S,LONGITUDE E/W,HEIGHT,SPEED,HEADING\n"
                + "1,T,251201,000001,30.0000010N,120.0000010E,1,3.6,80\n"
        )
        #expect(trial.report.outcome == .refused)
        #expect(trial.problems[0].contains("save it as GPX"))
    }
}
