import Model
import TestSupport
import Testing

@testable import Formats

struct JSONDoorTests {
    @Test(arguments: [
        "{\"a\":1}", "[1,2]", "[]", "{}", "[[]]", "[{}]", "{\"dateTime\":1,\"value\":2}",
    ])
    func `other JSON is refused, and what is read is said`(text: String) throws {
        let trial = try ReadingTrial(text)
        #expect(trial.report.outcome == .refused)
        #expect(trial.report.dialect == nil)
        #expect(trial.problems.first?.contains("JSON of no known kind") == true)
    }

    @Test func `text that only begins like JSON is told with its place`() throws {
        let trial = try ReadingTrial("[section]\nname=1\n")
        #expect(trial.report.outcome == .refused)
        #expect(trial.problems.first?.hasPrefix("1:2 the JSON is broken here") == true)
    }

    @Test func `a detail file of Samsung Health is named`() throws {
        let trial = try ReadingTrial(
            "[{\"mStepCount\":4}]",
            name: "0a1b.com.samsung.shealth.step_daily_trend.binning_data.json"
        )
        #expect(trial.report.outcome == .refused)
        #expect(trial.problems.first?.contains("Samsung Health") == true)
    }

    @Test func `JSON in UTF-16 is refused, as the RFC wants`() throws {
        let bytes = "[]".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let trial = try ReadingTrial("", source: { _ in MemoryBytes([0xFF, 0xFE] + bytes) })
        #expect(trial.report.outcome == .refused)
        #expect(trial.problems.first?.contains("UTF-8") == true)
    }
}
