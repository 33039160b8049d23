import Model
import TestSupport
import Testing

@testable import Formats

@Suite struct SamsungStepsTests {
    private static let name = "com.samsung.shealth.tracker.pedometer_step_count.20260607134546.csv"
    private static let table =
        "\u{FEFF}com.samsung.shealth.tracker.pedometer_step_count,62920010,11\n"
    private static let prefix = "com.samsung.health.step_count."
    private static let header =
        "duration,run_step,walk_step,\(prefix)start_time,\(prefix)count,\(prefix)time_offset,"
        + "\(prefix)deviceuuid,\(prefix)end_time,\(prefix)datauuid\n"

    private func trial(_ rows: String, name: String = name) throws -> CSVTrial {
        try CSVTrial(Self.table + Self.header + rows, name: name)
    }

    @Test func `minutes are UTC, and phone and watch are two sources`() throws {
        let trial = try trial(
            """
            7717,0,101,2026-05-03 12:32:00.000,101,UTC-0500,Cv7sH/e0hQ,2026-05-03 12:33:00.000,a,
            7717,0,97,2026-05-03 12:32:00.000,97,UTC-0500,1kGlEKqwGK,2026-05-03 12:33:00.000,b,
            600000,0,900,2026-05-03 18:00:00.000,900,UTC-0500,Cv7sH/e0hQ,2026-05-03 18:12:30.500,c,

            """
        )
        #expect(trial.report.outcome == .taken, "\(trial.problems)")
        #expect(trial.report.dialect == "samsung-health")
        #expect(
            trial.steps == [
                "2026-05-03T12:32Z/2026-05-03T12:33Z 101 Cv7sH/e0hQ",
                "2026-05-03T12:32Z/2026-05-03T12:33Z 97 1kGlEKqwGK",
                "2026-05-03T18:00Z/2026-05-03T18:12:30.500Z 900 Cv7sH/e0hQ",
            ]
        )
        let watch = Source(name: "1kGlEKqwGK", kind: .unknown, omitsZeros: true)
        #expect(trial.sink.sources.last == watch)
    }

    @Test func `names with and without their table in another order, and no device, are the same`()
        throws
    {
        let trial = try CSVTrial(
            "com.samsung.health.step_count,1,2\ncount,end_time,deviceuuid,start_time,pkg_name\n"
                + "80,2026-05-03 12:33:00.000,,2026-05-03 12:32:00.000,x,\n",
            name: "a.csv.xls"
        )
        #expect(trial.report.outcome == .taken, "\(trial.problems)")
        #expect(trial.steps == ["2026-05-03T12:32Z/2026-05-03T12:33Z 80 samsung-health"])
    }

    @Test func `the count of an exercise is no steps`() throws {
        let trial = try CSVTrial(
            "com.samsung.shealth.exercise,1,2\ncount,end_time,deviceuuid,start_time\n"
                + "80,2026-05-03 12:33:00.000,x,2026-05-03 12:32:00.000,\n",
            name: "com.samsung.shealth.exercise.20260607134546.csv"
        )
        #expect(trial.report.outcome == .refused)
        #expect(trial.report.dialect == nil)
        #expect(trial.problems[0].contains("a table of Samsung Health that is none of its steps"))
    }

    @Test func `two columns that could be one refuse the file`() throws {
        let trial = try CSVTrial(
            Self.table + "start_time,end_time,count,\(Self.prefix)count,deviceuuid\n"
                + "2026-05-03 12:32:00.000,2026-05-03 12:33:00.000,1,2,x,\n"
        )
        #expect(trial.report.outcome == .refused)
        #expect(trial.problems[0].contains("could each be the count"))
    }

    @Test func `a damaged row is a problem at its place`() throws {
        let trial = try trial(
            """
            1,0,9,2026-05-03 12:32:00.000,9,UTC-0500,x,2026-05-03 12:33:00.000,a,
            1,0,9,2026-05-03 12:33:00.000,many,UTC-0500,x,2026-05-03 12:34:00.000,b,
            1,0,9,2026-05-03,9,UTC-0500,x,2026-05-03 12:34:00.000,c,
            1,0,9,2026-05-03 12:35:00.000,9,UTC-0500,x,,d,

            """
        )
        #expect(trial.report.outcome == .partly)
        #expect(trial.sink.steps.count == 1)
        #expect(trial.problems.map { $0.prefix(4) } == ["4:31", "5:7 ", "6:44"])
    }
}

/// The check that the text can be UTC.
@Suite struct SamsungNightsTests {
    private static let head =
        "com.samsung.shealth.tracker.pedometer_step_count,1,2\n"
        + "start_time,end_time,count,time_offset,deviceuuid\n"

    /// So many days with a quarter of an hour of steps at each of these hours of the text.
    private func trial(
        days: Int,
        hours: [Int],
        offset: String,
        steps: Int = 100
    ) throws -> CSVTrial {
        var text = Self.head
        for day in 1...days {
            for hour in hours {
                for minute in 10..<25 {
                    let date = "2026-05-\(padded(day, to: 2)) \(padded(hour, to: 2))"
                    text +=
                        "\(date):\(minute):00.000,\(date):\(minute + 1):00.000,\(steps),\(offset),x\n"
                }
            }
        }
        return try CSVTrial(text)
    }

    @Test func `text in local time is refused`() throws {
        // 07:10 and 13:10 on the wall; read as UTC it would be 02:10 at night.
        let trial = try trial(days: 10, hours: [7, 13], offset: "UTC-0500")
        #expect(trial.report.outcome == .refused)
        #expect(trial.report.dialect == "samsung-health")
        #expect(trial.sink.steps.isEmpty)
        #expect(trial.problems[0].contains("50 % of the steps"), "\(trial.problems)")
        #expect(trial.problems[0].contains("as local time 0 %"))
    }

    @Test(
        arguments: [
            // The same walks in UTC.
            (10, [12, 18], "UTC-0500"),
            // Six days are too few to tell.
            (6, [7, 13], "UTC-0500"),
            // A night nurse: 02:10 and 04:10 on the wall, and 21:10 on the way to work.
            (10, [7, 9, 2], "UTC-0500"),
            // Evenings in India: 19:10 on the wall is 13:40 in UTC.
            (10, [1, 13], "UTC+0530"),
            // No offset, nothing to tell apart.
            (10, [2, 3], "UTC+0000"), (10, [7, 13], "x"),
        ])
    func `what can be UTC is read as UTC`(days: Int, hours: [Int], offset: String) throws {
        let trial = try trial(days: days, hours: hours, offset: offset)
        #expect(trial.report.outcome == .taken, "\(trial.problems)")
        #expect(trial.sink.steps.count == days * hours.count * 15)
    }

    @Test func `it takes ten thousand steps to tell`() throws {
        let few = try trial(days: 7, hours: [7], offset: "UTC-0500", steps: 95)
        #expect(few.report.outcome == .taken)
        let enough = try trial(days: 7, hours: [7], offset: "UTC-0500", steps: 96)
        #expect(enough.report.outcome == .refused)
    }

    @Test(
        arguments: [
            ("UTC-0500", -18_000_000), ("UTC+0530", 19_800_000), ("UTC+09:00", 32_400_000),
            ("UTC+0000", 0),
        ])
    func `an offset is read`(text: String, milliseconds: Int64) {
        #expect(read(text) == milliseconds)
    }

    @Test(arguments: ["", "UTC", "0500", "UTC+9", "UTC+1900", "UTC+0160", "UTC-05000"])
    func `what is no offset is none`(text: String) {
        #expect(read(text) == nil)
    }

    private func read(_ text: String) -> Int64? {
        Array(text.utf8).withUnsafeBufferPointer { SamsungNights.offset($0) }
    }
}
