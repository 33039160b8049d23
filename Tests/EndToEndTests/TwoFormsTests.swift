import Model
import TestSupport
import Testing

/// The same steps in two forms of one export are one person's steps once.
struct TwoFormsTests {
    /// A walk of twelve minutes and a shorter stretch, from 2026-10-20T05:30:00Z on.
    private static let beginning: Int64 = 1_792_474_200
    private static let minutes: [(minute: Int64, steps: Int)] =
        (0..<12).map { ($0, 98 + Int($0) % 5) } + [(90, 33), (91, 40)]

    private static var csv: String {
        "timestamp,steps,data source\n"
            + minutes.map { "\(utc($0.minute)),\($0.steps),Google Fitbit Air\n" }.joined()
    }

    private static var json: String {
        let entries = minutes.map { entry(local($0.minute), $0.steps) }
        // The same export writes a minute without steps here and leaves it out there.
        return "[" + (entries + [entry(local(12), 0)]).joined(separator: ",\n") + "]"
    }

    private static func entry(_ time: String, _ steps: Int) -> String {
        "{\"dateTime\":\"\(time)\",\"value\":\"\(steps)\"}"
    }

    private static func wall(_ minute: Int64, east hours: Int64 = 0) -> WallTime {
        WallTime(utc: Instant(seconds: beginning + minute * 60 + hours * 3600))
    }

    private static func utc(_ minute: Int64) -> String {
        let minutes = Int(wall(minute).millisecondOfDay) / 60_000
        return "2026-10-20T\(two(minutes / 60)):\(two(minutes % 60)):00Z"
    }

    private static func local(_ minute: Int64) -> String {
        let minutes = Int(wall(minute, east: 2).millisecondOfDay) / 60_000
        return "10/20/26 \(two(minutes / 60)):\(two(minutes % 60)):00"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// The steps, minutes and walks of the day, without the names of its sources.
    private func day(_ files: [(name: String, text: String)]) throws -> [String] {
        let home = try TestHome()
        for (name, text) in files {
            home.drop(name, text)
            #expect(try home.once().status == 0)
        }
        let line = try home.run(
            "amble",
            ["days", "--json", "--from", "2026-10-20", "--to", "2026-10-20"]
        ).output
        return line.split(separator: ",").map(String.init).filter { part in
            ["\"steps\":", "\"walkedMinutes\":", "\"minutes\":", "{\"start\"", "\"end\""].contains {
                part.contains($0)
            }
        }
    }

    @Test func `Fitbit's minutes in local time beside its table in UTC do not double a day`() throws
    {
        let table = ("steps_2026-10-20.csv", Self.csv)
        let minutes = ("steps-2026-10-20.json", Self.json)
        let alone = try day([table])
        #expect(alone.contains("\"steps\":1270"), "\(alone)")
        #expect(try day([minutes]) == alone)
        #expect(try day([table, minutes]) == alone)
        #expect(try day([minutes, table]) == alone)
    }

    @Test func `the streams of Google Fit are one person's steps`() throws {
        let names = [
            "derived:com.google.step_count.delta:com.google.android.gms:merge_step_deltas",
            "derived:com.google.step_count.delta:com.google.android.gms:estimated_steps",
            "derived:com.google.step_count.delta:com.google.android.gms:LGE:Nexus 5:1:from_counter",
            "raw:com.google.step_count.delta:com.example.steps:",
        ]
        let streams = names.enumerated().map { ("stream(\($0)).json", Self.stream($1)) }
        let alone = try day([streams[0]])
        #expect(alone.contains("\"steps\":1270"), "\(alone)")
        #expect(try day([streams[3]]) == alone)
        #expect(try day(streams) == alone)
        #expect(try day(streams.reversed()) == alone)
    }

    @Test func `a session of Google Fit beside the steps of its walk adds nothing`() throws {
        let stream = Self.stream(
            "derived:com.google.step_count.delta:com.google.android.gms:merge_step_deltas"
        )
        let session = """
            {"fitnessActivity":"walking","startTime":"2026-10-20T05:30:00Z",
             "endTime":"2026-10-20T05:42:00Z","duration":"720s",
             "aggregate":[{"metricName":"com.google.step_count.delta","intValue":1197}]}
            """
        let day = try day([("stream.json", stream), ("session.json", session)])
        #expect(day.contains("\"steps\":1270"), "\(day)")
        #expect(day.filter { $0.contains("\"start\"") }.count == 1, "\(day)")
    }

    @Test func `a workout of Apple Health beside the steps of phone and watch adds nothing`() throws
    {
        let records = Self.minutes.flatMap { minute, steps in
            [
                Self.record("K’s iPhone", minute, steps - 2),
                Self.record("K’s Apple Watch", minute, steps),
            ]
        }
        let workout =
            "<Workout workoutActivityType=\"HKWorkoutActivityTypeWalking\" duration=\"12\""
            + " durationUnit=\"min\" sourceName=\"K’s Apple Watch\""
            + " startDate=\"2026-10-20 07:30:00 +0200\" endDate=\"2026-10-20 07:42:00 +0200\"/>"
        let export = { (inside: String) in "<HealthData locale=\"nb_NO\">\(inside)</HealthData>" }
        let alone = try day([("export.xml", export(records.joined()))])
        #expect(alone.contains("\"steps\":1270"), "\(alone)")
        let both = try day([("export.xml", export(records.joined() + workout))])
        #expect(both.contains("\"steps\":1270"), "\(both)")
        #expect(both.filter { $0.contains("\"start\"") }.count == 1, "\(both)")
    }

    private static func record(_ source: String, _ minute: Int64, _ steps: Int) -> String {
        "<Record type=\"HKQuantityTypeIdentifierStepCount\" sourceName=\"\(source)\" unit=\"count\""
            + " startDate=\"\(apple(minute))\" endDate=\"\(apple(minute + 1))\" value=\"\(steps)\"/>"
    }

    private static func apple(_ minute: Int64) -> String {
        let minutes = Int(wall(minute, east: 2).millisecondOfDay) / 60_000
        return "2026-10-20 \(two(minutes / 60)):\(two(minutes % 60)):00 +0200"
    }

    private static func stream(_ name: String) -> String {
        let points = minutes.map { minute, steps in
            let start = beginning + minute * 60
            return "{\"fitValue\":[{\"value\":{\"intVal\":\(steps)}}],"
                + "\"startTimeNanos\":\(start)000000000,\"endTimeNanos\":\(start + 60)000000000}"
        }
        return "{\"Data Source\":\"\(name)\",\"Data Points\":[\(points.joined(separator: ","))]}"
    }
}
