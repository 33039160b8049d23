import Model
import Testing

@Suite struct GoogleHealthTakeoutTests {
    private let text = """
        timestamp,steps,data source
        2026-09-01T06:14:03.552356Z,51,Phone Health Kit
        2026-09-01T06:15:00Z,84,Google Fitbit Air
        2026-09-01T06:16:18.008Z,97,Phone Health Connect
        2026-09-01T06:17:00Z,99,MobileTrack
        2026-09-01T06:17:00Z,99,Fit Health Connect

        """

    @Test func `each row keeps its source, and mirrors are known as such`() throws {
        let trial = try CSVTrial(text, name: "steps_2026-09-01.csv")
        #expect(trial.report.outcome == .taken)
        #expect(trial.report.dialect == "google-health")
        #expect(
            trial.steps == [
                "2026-09-01T06:14:03.552Z 51 Phone Health Kit",
                "2026-09-01T06:15Z 84 Google Fitbit Air",
                "2026-09-01T06:16:18.008Z 97 Phone Health Connect",
                "2026-09-01T06:17Z 99 MobileTrack", "2026-09-01T06:17Z 99 Fit Health Connect",
            ]
        )
        #expect(trial.sink.sources.map(\.kind) == [.phone, .watch, .mirror, .phone, .mirror])
        #expect(trial.sink.sources.allSatisfy { $0.omitsZeros })
    }

    @Test func `the name matters only where the header is anybody's`() throws {
        let old = "timestamp,steps\n2024-09-01T06:15:00Z,84\n"
        #expect(try CSVTrial(text, name: "x.csv").report.dialect == "google-health")
        #expect(try CSVTrial(old, name: "steps_2024-09-01.csv").report.dialect == "google-health")
        #expect(try CSVTrial(old, name: "walks.csv").report.dialect == "generic")
        let named = try CSVTrial(old, name: "steps_2024-09-01.csv")
        #expect(named.sink.sources.map(\.name) == ["google-health"])
    }

    @Test func `times that are not UTC make it somebody's own table`() throws {
        let own = "timestamp,steps,data source\n2026-09-01 06:15:00,84,Band\n"
        let trial = try CSVTrial(own)
        #expect(trial.report.dialect == "generic")
        #expect(trial.steps == ["2026-09-01T04:15Z 84 Band"])
    }

    @Test func `a time without zone among the others is a problem`() throws {
        let rows = (0..<20).map { "2026-09-01T06:\($0 + 10):00Z,84,Band\n" }
        let trial = try CSVTrial(
            "timestamp,steps,data source\n" + rows.joined() + "2026-09-01T07:15:00,84,Band\n"
        )
        #expect(trial.report.outcome == .partly)
        #expect(trial.problems[0].contains("has no offset from UTC"))
        #expect(trial.sink.steps.count == 20)
    }
}
