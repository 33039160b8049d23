import Model
import TestSupport
import Testing

@testable import Formats

struct GlobalExportStepsTests {
    private static let name = "steps-2026-09-26.json"

    private func entry(_ time: String, _ value: String) -> String {
        "{\n\"dateTime\" : \"\(time)\",\n\"value\" : \(value)\n}"
    }

    private func read(
        _ entries: [String],
        name: String = Self.name,
        zone: String = "Europe/Oslo"
    ) throws -> ReadingTrial {
        try ReadingTrial("[" + entries.joined(separator: ",") + "]", name: name, zone: zone)
    }

    @Test func `entries are minutes of local time, month first`() throws {
        let trial = try read([
            entry("09/06/26 20:16:00", "\"0\""), entry("09/06/26 20:18:00", "\"13\""),
            entry("09/06/26 20:19:00", "104"),
        ])
        #expect(trial.report.dialect == "fitbit-minutes")
        #expect(trial.report.outcome == .taken)
        #expect(
            trial.steps == [
                "2026-09-06T18:16Z/2026-09-06T18:17Z 0 fitbit-minutes 1",
                "2026-09-06T18:18Z/2026-09-06T18:19Z 13 fitbit-minutes 4",
                "2026-09-06T18:19Z/2026-09-06T18:20Z 104 fitbit-minutes 7",
            ]
        )
        #expect(trial.sink.sources.map(\.kind) == [.watch])
        #expect(trial.report.zone == "local time, Europe/Oslo")
    }

    @Test func `the hour that comes twice is told by the order, the one that is skipped is moved`()
        throws
    {
        let trial = try read([
            entry("10/25/26 02:30:00", "\"1\""), entry("10/25/26 02:31:00", "\"2\""),
            entry("10/25/26 02:30:00", "\"3\""), entry("03/29/26 02:30:00", "\"4\""),
        ])
        #expect(
            trial.sink.steps.map { CSVTrial.text($0.start) } == [
                "2026-10-25T00:30Z", "2026-10-25T00:31Z", "2026-10-25T01:30Z", "2026-03-29T01:30Z",
            ]
        )
        #expect(trial.sink.steps.map(\.flags) == [.ambiguous, .ambiguous, .secondFold, .gap])
    }

    @Test(arguments: ["distance-2026-09-26.json", "calories-2026-09-26.json", "export.json"])
    func `a name that does not say steps is refused, since the form is the same`(
        name: String
    )
        throws
    {
        let trial = try read([entry("09/26/26 20:16:00", "\"12\"")], name: name)
        #expect(trial.report.outcome == .refused)
        #expect(trial.report.dialect == "fitbit-minutes")
        #expect(trial.problems.first?.contains("does not say steps") == true)
        #expect(trial.steps.isEmpty)
    }

    @Test(arguments: [
        ("26/09/26 20:16:00", "\"1\""), ("2026-09-26 20:16:00", "\"1\""),
        ("09/26/26 24:16:00", "\"1\""), ("09/26/26 20:16", "\"1\""), ("", "\"1\""),
        ("09/26/26 20:16:00", "\"1.5\""), ("09/26/26 20:16:00", "-1"),
        ("09/26/26 20:16:00", "{\"bpm\":70}"), ("09/26/26 20:16:00", "null"),
        ("09/26/26 20:16:00", "99999999999"),
    ])
    func `what is no minute of steps is a problem at its place`(time: String, value: String) throws
    {
        let trial = try read([entry("09/26/26 20:00:00", "\"1\""), "\n" + entry(time, value)])
        #expect(trial.report.outcome == .partly)
        #expect(trial.problems.count == 1)
        #expect(trial.problems.first?.hasPrefix("5:1 ") == true, "\(trial.problems)")
        #expect(trial.sink.steps.count == 1)
    }

    @Test func `a member that stands twice is a problem`() throws {
        let trial = try read(["{\"dateTime\":\"09/26/26 20:16:00\",\"value\":1,\"value\":2}"])
        #expect(trial.report.outcome == .refused)
        #expect(trial.problems.first?.contains("stands twice") == true)
    }

    @Test func `an empty export is taken and says so`() throws {
        let trial = try ReadingTrial("[ ]", name: Self.name)
        #expect(trial.report.outcome == .taken)
        #expect(trial.problems == ["0:0 there are no minutes in it"])
    }

    @Test func `what breaks off is taken up to there`() throws {
        let text = "[" + entry("09/26/26 20:16:00", "\"7\"") + ",{\"dateTime\":\"09/26"
        let trial = try ReadingTrial(text, name: Self.name)
        #expect(trial.report.outcome == .partly)
        #expect(trial.report.endsEarly)
        #expect(trial.sink.steps.map(\.steps) == [7])
        #expect(trial.problems.first?.contains("breaks off") == true)
    }

    @Test func `more steps than anybody takes in a minute are kept and told`() throws {
        let trial = try read([entry("09/26/26 20:16:00", "301")])
        #expect(trial.report.outcome == .refused)
        #expect(trial.report.isOnlyImplausible)
        #expect(trial.sink.steps.count == 1)
    }
}
