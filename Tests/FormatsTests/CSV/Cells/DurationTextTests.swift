import Testing

@testable import Formats

@Suite struct DurationTextTests {
    private func read(_ text: String) -> DurationText.Value {
        Array(text.utf8).withUnsafeBufferPointer { DurationText.read($0) }
    }

    @Test(
        arguments: [
            ("00:35:26", 2_126_000), ("0:45:20", 2_720_000), ("13:15.73", 795_730),
            ("00:02:59.3", 179_300), ("00:05:06,6", 306_600), ("100:00:00", 360_000_000),
        ] as [(String, Int64)]
    )
    func `lengths as clocks show them`(text: String, milliseconds: Int64) {
        #expect(read(text) == .length(milliseconds))
    }

    @Test(arguments: ["", "--", "N/A"])
    func `what was not recorded is nothing`(text: String) {
        #expect(read(text) == .nothing)
    }

    @Test func `two parts may be hours or minutes`() {
        #expect(read("45:20") == .ambiguous)
        #expect(read("0:45") == .ambiguous)
    }

    @Test(arguments: ["45", "1:2:3", "00:60:00", "00:00:60", "00:35:26.", "1:00:00h", "-1:00:00"])
    func `anything else is no length`(text: String) {
        #expect(read(text) == .invalid)
    }
}
