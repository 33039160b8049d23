import Model
import TestSupport
import Testing

@testable import Formats

struct GoogleFitDataTests {
    private static let merged =
        "derived:com.google.step_count.delta:com.google.android.gms:merge_step_deltas"
    private static let device =
        "derived:com.google.step_count.delta:com.google.android.gms:LGE:Nexus 5:1a:derive_step_deltas"
    private static let counter =
        "raw:com.google.step_count.cumulative:LGE:Nexus 5:1a:Step Counter"

    private func point(
        _ start: String,
        _ end: String,
        _ value: String,
        type: String = "com.google.step_count.delta"
    ) -> String {
        "{\"fitValue\":[{\"value\":\(value)}],\"originDataSourceId\":\"\",\"endTimeNanos\":\(end),"
            + "\"dataTypeName\":\"\(type)\",\"startTimeNanos\":\(start),"
            + "\"modifiedTimeMillis\":1,\"rawTimestampNanos\":0}"
    }

    private func stream(_ name: String, _ points: [String]) throws -> ReadingTrial {
        try ReadingTrial(
            "{\n\"Data Source\": \"\(name)\",\n\"Data Points\": [\n"
                + points.joined(separator: ",\n") + "\n]}"
        )
    }

    @Test func `points are intervals in nanoseconds, and the stream is the source`() throws {
        let trial = try stream(
            Self.merged,
            [
                point("1793602800000000000", "1793602860999999999", "{\"intVal\":97}"),
                point("\"1793602900000000000\"", "\"1793602960000000000\"", "{\"intVal\":3}"),
            ]
        )
        #expect(trial.report.dialect == "google-fit-data")
        #expect(trial.report.outcome == .taken)
        #expect(
            trial.steps == [
                "2026-11-02T07:00Z/2026-11-02T07:01:00.999Z 97 \(Self.merged) 4",
                "2026-11-02T07:01:40Z/2026-11-02T07:02:40Z 3 \(Self.merged) 5",
            ]
        )
    }

    @Test func `the merged streams count first, the others are copies`() throws {
        let names = [
            (Self.merged, SourceKind.unknown), (Self.device, .mirror),
            (
                "derived:com.google.step_count.delta:com.google.android.gms:estimated_steps",
                .unknown
            ),
            ("raw:com.google.step_count.delta:com.example.app:estimated_steps", .mirror),
        ]
        for (name, kind) in names {
            let trial = try stream(
                name,
                [point("1793602800000000000", "1793602860000000000", "{\"intVal\":9}")]
            )
            #expect(trial.sink.sources.map(\.kind) == [kind], "\(name)")
            #expect(trial.sink.sources.map(\.omitsZeros) == [true])
        }
    }

    @Test func `a cumulative stream is a counter, read at the end of each point`() throws {
        let type = "com.google.step_count.cumulative"
        let trial = try stream(
            Self.counter,
            [point("1", "1793602800000000000", "{\"intVal\":123456}", type: type)]
        )
        #expect(trial.report.outcome == .taken)
        #expect(trial.counters == ["2026-11-02T07:00Z 123456 \(Self.counter)"])
        #expect(trial.steps.isEmpty)
    }

    @Test func `other types of data are refused by their name`() throws {
        let trial = try stream(
            "derived:com.google.heart_rate.bpm:com.google.android.gms:merge",
            [point("1", "2", "{\"fpVal\":70.0}", type: "com.google.heart_rate.bpm")]
        )
        #expect(trial.report.outcome == .refused)
        #expect(trial.report.dialect == "google-fit-data")
        #expect(trial.problems.first?.contains("com.google.heart_rate.bpm") == true)
    }

    @Test func `the data source may stand behind its points`() throws {
        let points = point("1793602800000000000", "1793602860000000000", "{\"intVal\":97}")
        let trial = try ReadingTrial(
            "{\"Data Points\":[\(points)],\"Data Source\":\"\(Self.merged)\"}"
        )
        #expect(trial.sink.sources.map(\.name) == [Self.merged])
        #expect(trial.sink.steps.count == 1)
    }

    @Test func `without a data source, or with two, it is refused`() throws {
        for more in ["", "\"Data Source\":\"\(Self.merged)\",\"Data Source\":\"x\","] {
            let trial = try ReadingTrial("{\(more)\"Data Points\":[],\"Data Source\":null}")
            #expect(trial.report.outcome == .refused, "\(more)")
        }
    }

    @Test(arguments: [
        "{\"intVal\":1.5}", "{\"intVal\":-3}", "{\"fpVal\":3}", "{}", "{\"intVal\":3,\"intVal\":3}",
        "{\"mapVal\":[],\"intVal\":null}",
    ])
    func `a value that is no count is a problem at its point`(value: String) throws {
        let good = point("1793602800000000000", "1793602860000000000", "{\"intVal\":97}")
        let trial = try stream(
            Self.merged,
            [good, point("1793602860000000000", "1793602920000000000", value)]
        )
        #expect(trial.report.outcome == .partly)
        #expect(trial.problems.count == 1)
        #expect(trial.problems.first?.hasPrefix("5:1 ") == true, "\(trial.problems)")
        #expect(trial.sink.steps.count == 1)
    }

    @Test func `times that are no nanoseconds, and points of another type, are problems`() throws {
        let trial = try stream(
            Self.merged,
            [
                point("\"soon\"", "1793602860000000000", "{\"intVal\":97}"),
                point("1793602800000000000", "1.5", "{\"intVal\":97}"),
                point(
                    "1793602800000000000",
                    "1793602860000000000",
                    "{\"intVal\":97}",
                    type: "com.google.calories.expended"
                ),
                point("1793602860000000000", "1793602800000000000", "{\"intVal\":97}"),
            ]
        )
        #expect(trial.report.outcome == .refused)
        #expect(trial.problems.count == 4)
        #expect(trial.sink.steps.count == 1)
        #expect(trial.report.isOnlyImplausible)
    }

    @Test func `a stream without points is taken and says so`() throws {
        let trial = try stream(Self.merged, [])
        #expect(trial.report.outcome == .taken)
        #expect(trial.problems == ["0:0 there are no data points in it"])
    }

    @Test func `reads of any size give the same`() throws {
        let points = (0..<60).map { minute in
            let start = 1_793_602_800 + minute * 60
            return point("\(start)000000000", "\(start + 60)000000000", "{\"intVal\":\(minute)}")
        }
        let text =
            "{\"Data Source\":\"\(Self.merged)\",\"Data Points\":[\(points.joined(separator: ","))]}"
        let whole = try ReadingTrial(text)
        #expect(whole.steps.count == 60)
        let pieces = try ReadingTrial(text, source: { PatchyBytes($0, largest: 9, seed: 4) })
        #expect(pieces.steps == whole.steps)
    }
}
