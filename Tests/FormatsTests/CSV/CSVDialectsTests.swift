import Model
import Testing

@testable import Formats

@Suite struct CSVDialectsTests {
    @Test(
        arguments: [
            "Just a letter to a friend.\nIt has two lines.\n",
            "[{\"dateTime\":\"09/26/26 20:16:00\"}]",
            "name,price\napple,1\n", "1,2\n3,4\n", ",,,\n,,,\n", "\n\n\n", "steps\n5\n",
        ])
    func `what is no table of steps is refused and quoted`(text: String) throws {
        let trial = try CSVTrial(text)
        #expect(trial.report.outcome == .refused)
        #expect(trial.report.dialect == nil)
        #expect(trial.problems[0].contains("no header of a known export"))
    }

    @Test(arguments: [
        [], [0x1F, 0x8B, 0x08, 0x00, 0x00], [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0],
    ])
    func `what is no text is refused`(bytes: [UInt8]) throws {
        let trial = try CSVTrial(MemoryBytes(bytes))
        #expect(trial.report.outcome == .refused)
        #expect(trial.report.problems.count == 1)
    }

    @Test func `names of dialects differ and titles are there`() {
        let all = CSVDialects.all + [.generic]
        #expect(Set(all.map(\.name)).count == all.count)
        #expect(all.allSatisfy { !$0.title.isEmpty })
    }

    @Test func `the longest list of words wins`() throws {
        // The words of Google Fit's day, with those of a generic table among them.
        let text = "Start time,End time,Step count\n00:00:00.000Z,00:15:00.000Z,7\n"
        #expect(try CSVTrial(text, name: "2025-01-31.csv").report.dialect == "google-fit")
        let generic = "Start time,End time,Step count\n2025-01-31T00:00Z,2025-01-31T00:15Z,7\n"
        #expect(try CSVTrial(generic, name: "2025-01-31.csv").report.dialect == "generic")
    }
}
