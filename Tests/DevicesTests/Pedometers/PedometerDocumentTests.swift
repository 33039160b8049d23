import Model
import Testing

@testable import Devices

@Suite("The memory of a pedometer as a table")
struct PedometerDocumentTests {
    private func day(
        _ daysAgo: Int,
        _ steps: [Int: Int],
        aerobic: [Int: Int] = [:],
        worn: Set<Int> = [],
        events: Set<Int> = [],
        total: Int,
        minutes: Int = 0
    ) -> PedometerMemory.Day {
        PedometerMemory.Day(
            daysAgo: daysAgo,
            sequence: UInt8(10 - daysAgo),
            hours: (0..<24).map { hour in
                PedometerMemory.Hour(
                    steps: steps[hour] ?? 0,
                    aerobicSteps: aerobic[hour] ?? 0,
                    isWorn: worn.contains(hour),
                    hasEvent: events.contains(hour)
                )
            },
            steps: total,
            aerobicMinutes: minutes
        )
    }

    private func lines(
        _ days: [PedometerMemory.Day],
        dates: [String],
        hour: Int,
        serial: String = "HJ7208Y000001"
    ) -> [String] {
        let memory = PedometerMemory(model: "HJ-720IT", serial: serial, days: days)
        let bytes = PedometerDocument.bytes(
            of: memory,
            dates: dates.compactMap { CivilDay(iso: $0) },
            hour: hour
        )
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.hasSuffix("\r\n"))
        return text.split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
    }

    @Test("It begins as the maker's program does: a name, a blank line, 103 columns")
    func head() {
        let lines = lines([], dates: [], hour: 0)
        #expect(lines.count == 4)
        #expect(lines[0] == "HJ-720IT HJ7208Y000001,,")
        #expect(lines[1] == "")
        #expect(
            lines[2].hasPrefix(
                "Date,Total Steps,Aerobic Steps,Aerobic Walking Time,Calories,Distance,Fat Burned,"
                    + "Steps 12AM,Steps 1AM,"
            )
        )
        let columns = lines[2].split(separator: ",")
        #expect(columns.count == 103)
        #expect(columns[7 + 12] == "Steps 12PM")
        #expect(columns[7 + 24] == "Aerobic Steps 12AM")
        #expect(columns[7 + 48] == "Used 12AM")
        #expect(columns[7 + 72 + 23] == "Event 11PM")
    }

    @Test("The newest day comes last, month first, with hours, aerobic hours, use and events")
    func rows() {
        let lines = lines(
            [
                day(0, [7: 47], worn: [7, 8], total: 47),
                day(
                    1,
                    [0: 27, 23: 1200],
                    aerobic: [23: 1100],
                    worn: [0, 23],
                    events: [5],
                    total: 1227,
                    minutes: 11
                ),
            ],
            dates: ["2026-12-01", "2026-11-30"],
            hour: 9
        )
        #expect(lines.count == 6)
        let zeros = { (count: Int) in [String](repeating: "0", count: count) }
        let older =
            ["11/30/2026", "1227", "1100", "11", "", "", ""] + ["27"] + zeros(22) + ["1200"]
            + zeros(23) + ["1100"] + ["1"] + zeros(22) + ["1"] + zeros(5) + ["1"] + zeros(18)
        #expect(lines[3] == older.joined(separator: ","))
        let blanks = [String](repeating: "", count: 14)
        let newer =
            ["12/1/2026", "47", "0", "0", "", "", ""] + zeros(7) + ["47", "0", "0"] + blanks
            + zeros(10) + blanks + zeros(7) + ["1", "1", "0"] + blanks + zeros(10) + blanks
        #expect(lines[4] == newer.joined(separator: ","))
        #expect(newer.count == 103)
    }

    @Test("A total that is not the sum is written as the device tells it")
    func total() {
        let lines = lines([day(1, [8: 5], total: 6)], dates: ["2026-11-30"], hour: 9)
        #expect(lines[3].hasPrefix("11/30/2026,6,0,0,,,,0,0,0,0,0,0,0,0,5,0"))
    }

    @Test("A serial number cannot break the table")
    func quoting() {
        #expect(
            lines([], dates: [], hour: 0, serial: "A,\"B")[0] == "\"HJ-720IT A,\"\"B\",,"
        )
    }

    @Test("Days without a date and hours that are missing are left out")
    func short() {
        let broken = PedometerMemory.Day(
            daysAgo: 0,
            sequence: 1,
            hours: [],
            steps: 0,
            aerobicMinutes: 0
        )
        #expect(lines([broken, broken], dates: ["2026-11-30"], hour: 99).count == 5)
    }
}
