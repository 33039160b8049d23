import Model
import TestSupport
import Testing

@testable import Formats

struct DiaryTimesTests {
    /// What the first cell of a column is read as, among the others.
    private func read(_ column: String...) throws -> DiaryTimes.Value {
        let text = "time\n" + column.map { $0 + "\n" }.joined()
        let file = CSVFile(
            MemoryBytes(Array(text.utf8)),
            encoding: .utf8,
            delimiter: UInt8(ascii: ";"),
            headerIndex: 0
        )
        var times = DiaryTimes(file, column: 0, home: HomeZones(.named("Europe/Oslo")))
        return try Array((column.first ?? "").utf8).withUnsafeBufferPointer { try times.read($0) }
    }

    private func utc(_ seconds: Int64) -> DiaryTimes.Value {
        .instant(Instant(seconds: seconds))
    }

    /// 2026-11-21T06:05:00Z.
    private let morning: Int64 = 1_795_241_100

    @Test(arguments: [
        "2026-11-21T07:05", "2026-11-21 07:05", "2026-11-21T07:05:00", "2026-11-21T06:05Z",
        "2026-11-21T07:05:00+01:00", "2026-11-20T20:05-10:00", "2026/11/21 7:05",
        "21.11.2026 07:05", "11/21/2026 7:05 AM", "21.11.26 07:05", "2026-11-21T11:50+05:45",
    ])
    func `forms of one instant`(text: String) throws {
        #expect(try read(text) == utc(morning))
    }

    @Test func `the column decides about day and month`() throws {
        #expect(try read("11.12.2025 07:05", "21.11.2026 07:05") == utc(1_765_433_100))
        #expect(try read("12/11/2025 07:05", "11/21/2026 07:05") == utc(1_765_433_100))
        #expect(try read("12.12.2025 07:05") == utc(1_765_519_500))
    }

    @Test(arguments: ["12.11.2025 07:05", "01/02/2026 7:05 PM"])
    func `a date that may be two is refused`(text: String) throws {
        guard case .fault(let fault) = try read(text, "2026-11-21T07:05") else {
            Issue.record("it was read")
            return
        }
        #expect(fault.contains("day or the month first"))
    }

    @Test(arguments: [
        "", "now", "2026-11-21", "21.11.2026", "1795241100", "1795241100000", "2026-11-21T24:00",
        "2026-02-30T07:05", "2026-11-21T07", "2026-11-21T07:05 CET", "0000-01-01T00:00",
        "99999999999999999999",
    ])
    func `what is no time is refused with the form to write`(text: String) throws {
        guard case .fault(let fault) = try read(text) else {
            Issue.record("it was read")
            return
        }
        #expect(fault.hasSuffix("write it as 2026-11-21T07:05"))
    }
}
