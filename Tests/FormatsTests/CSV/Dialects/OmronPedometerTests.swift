import Model
import Testing

@testable import Formats

@Suite struct OmronPedometerTests {
    /// A day as a row: date, total, then hours of steps and whether they were used.
    private static func row(
        _ date: String,
        total: String,
        _ hours: [Int: String] = [:],
        used: Set<Int> = []
    ) -> String {
        let steps = (0..<24).map { hours[$0] ?? "0" }
        let aerobic = [String](repeating: "0", count: 24)
        let marks = (0..<24).map { used.contains($0) ? "1" : "0" }
        let cells = [date, total, "0", "0", "", "", ""] + steps + aerobic + marks + aerobic
        return cells.joined(separator: ",") + "\r\n"
    }

    private static let names =
        ["12AM"] + (1...11).map { "\($0)AM" } + ["12PM"] + (1...11).map { "\($0)PM" }
    private static let header =
        ([
            "Date", "Total Steps", "Aerobic Steps", "Aerobic Walking Time", "Calories", "Distance",
            "Fat Burned",
        ]
        + ["Steps", "Aerobic Steps", "Used", "Event"].flatMap { group in
            names.map { "\(group) \($0)" }
        }).joined(separator: ",") + "\r\n"

    private func trial(
        _ rows: String,
        preamble: String = "Kato,,\r\n\r\n",
        label: String? = nil,
        zone: String = "Europe/Oslo"
    ) throws -> CSVTrial {
        try CSVTrial(preamble + Self.header + rows, name: "omron.csv", zone: zone, label: label)
    }

    @Test func `each hour with steps is a reading in local time`() throws {
        let trial = try trial(
            Self.row("5/14/2026", total: "1835", [0: "5", 14: "81", 23: "1749"], used: [0, 14])
        )
        #expect(trial.report.outcome == .taken)
        #expect(trial.report.dialect == "omron-hj720it")
        #expect(
            trial.steps == [
                "2026-05-13T22:00Z/2026-05-13T23:00Z 5 HJ-720IT",
                "2026-05-14T12:00Z/2026-05-14T13:00Z 81 HJ-720IT",
                "2026-05-14T21:00Z/2026-05-14T22:00Z 1749 HJ-720IT",
            ]
        )
        #expect(trial.sink.sources == [Source(name: "HJ-720IT", kind: .watch)])
    }

    @Test func `an hour without steps counts as still only where the device was used`() throws {
        let trial = try trial(Self.row("5/14/2026", total: "7", [8: "7"], used: [8, 9]))
        #expect(
            trial.steps == [
                "2026-05-14T06:00Z/2026-05-14T07:00Z 7 HJ-720IT",
                "2026-05-14T07:00Z/2026-05-14T08:00Z 0 HJ-720IT",
            ]
        )
    }

    @Test(arguments: [
        "Kato,,\r\n\r\n", "Kato" + String(repeating: ",", count: 102) + "\r\n,,,,\r\n", "",
        "\"Kato, the \"\"Walker\"\"\",,\n\n",
    ])
    func `the preamble may be whole, cut off, quoted or missing`(preamble: String) throws {
        let row = Self.row("5/14/2026", total: "7", [8: "7"])
        #expect(try trial(row, preamble: preamble).report.outcome == .taken)
    }

    @Test func `the month comes first even where no date says so`() throws {
        let trial = try trial(Self.row("5/6/2026", total: "7", [8: "7"]))
        #expect(trial.steps == ["2026-05-06T06:00Z/2026-05-06T07:00Z 7 HJ-720IT"])
    }

    @Test func `a date with the day first refuses the whole file`() throws {
        let trial = try trial(
            Self.row("5/6/2026", total: "7", [8: "7"])
                + Self.row("14/6/2026", total: "7", [8: "7"])
        )
        #expect(trial.report.outcome == .refused)
        #expect(trial.problems.count == 1)
        #expect(trial.problems[0].hasPrefix("5:1 \"14/6/2026\" does not have the month first"))
    }

    @Test(arguments: ["2026-05-14", "5/14/2026 10:00", "May 14", "5/14", "1795644000"])
    func `another kind of date is a problem of its row`(date: String) throws {
        let trial = try trial(
            Self.row("5/13/2026", total: "7", [8: "7"]) + Self.row(date, total: "7", [8: "7"])
        )
        #expect(trial.report.outcome == .partly)
        #expect(trial.sink.steps.count == 1)
        #expect(trial.problems.count == 1)
        #expect(trial.problems[0].contains("month first"))
    }

    @Test func `a total that is not the sum of the hours is told, and the hours are taken`() throws
    {
        let trial = try trial(Self.row("5/14/2026", total: "3268", [8: "7", 9: "11"]))
        #expect(trial.report.outcome == .partly)
        #expect(trial.sink.steps.map(\.steps) == [7, 11])
        #expect(
            trial.problems == [
                "4:11 \"3268\" is not the sum of the hours of its day, 18, which were taken"
                    + " (column \"Total Steps\")"
            ]
        )
    }

    @Test func `hours and totals that are not there say nothing`() throws {
        let later = Dictionary(uniqueKeysWithValues: (9..<24).map { ($0, "") })
        let hours = later.merging([8: "7"]) { $1 }
        let trial = try trial(
            Self.row("5/14/2026", total: "7", hours)
                + Self.row("5/15/2026", total: "", [8: "9"])
        )
        #expect(trial.report.outcome == .taken)
        #expect(trial.sink.steps.map(\.steps) == [7, 9])
    }

    @Test(arguments: ["x", "1.5", "70000", "99999999999999999999"])
    func `a damaged hour is a problem, and the others of its day are taken`(cell: String) throws {
        let trial = try trial(Self.row("5/14/2026", total: "18", [8: cell, 9: "11"]))
        #expect(trial.report.outcome == .partly)
        #expect(trial.sink.steps.map(\.steps) == [11])
        #expect(trial.problems.count == 1)
        #expect(trial.problems[0].contains("\"Steps 8AM\""))
    }

    @Test func `rows without a date behind the data are one problem`() throws {
        let commas = String(repeating: ",", count: 102) + "\r\n"
        let hex = Self.row("", total: "0CC4", [8: "06D3"])
        let trial = try trial(
            Self.row("5/14/2026", total: "7", [8: "7"]) + commas + "\r\n" + hex + hex + hex
        )
        #expect(trial.report.outcome == .partly)
        #expect(trial.sink.steps.map(\.steps) == [7])
        #expect(trial.problems.count == 1)
        #expect(trial.problems[0].hasPrefix("7:0 this row has no date"))
    }

    @Test func `a day that grew has the same keys, and those of later hours`() throws {
        let morning = try trial(Self.row("5/14/2026", total: "7", [8: "7"]))
        let evening = try trial(Self.row("5/14/2026", total: "15", [8: "12", 18: "3"]))
        #expect(morning.sink.steps[0].start == evening.sink.steps[0].start)
        #expect(morning.sink.steps[0].end == evening.sink.steps[0].end)
        #expect(evening.sink.steps.map(\.steps) == [12, 3])
    }

    @Test func `the steps of an hour that the clocks skip go with the next hour`() throws {
        // 29 March 2026 in Oslo: 02:00 is 03:00.
        let trial = try trial(
            Self.row("3/29/2026", total: "111", [1: "1", 2: "10", 3: "100"])
        )
        #expect(
            trial.steps == [
                "2026-03-29T00:00Z/2026-03-29T01:00Z 1 HJ-720IT",
                "2026-03-29T01:00Z/2026-03-29T02:00Z 110 HJ-720IT",
            ]
        )
    }

    @Test func `steps that no hour follows are not lost in silence`() throws {
        // 28 March 2026 in Nuuk: 23:00 is midnight.
        let trial = try trial(
            Self.row("3/28/2026", total: "11", [22: "1", 23: "10"]),
            zone: "America/Nuuk"
        )
        #expect(trial.sink.steps.map(\.steps) == [1])
        #expect(trial.problems.count == 1)
        #expect(trial.problems[0].contains("10 steps are left out"))
    }

    @Test func `the hour that comes twice lasts for both`() throws {
        // 25 October 2026 in Oslo: 03:00 is 02:00.
        let trial = try trial(Self.row("10/25/2026", total: "6", [1: "1", 2: "2", 3: "3"]))
        #expect(
            trial.steps == [
                "2026-10-24T23:00Z/2026-10-25T00:00Z 1 HJ-720IT",
                "2026-10-25T00:00Z/2026-10-25T02:00Z 2 HJ-720IT",
                "2026-10-25T02:00Z/2026-10-25T03:00Z 3 HJ-720IT",
            ]
        )
    }

    @Test func `the folder's label names the source`() throws {
        let trial = try trial(Self.row("5/14/2026", total: "7", [8: "7"]), label: "mother")
        #expect(trial.sink.sources == [Source(name: "mother", kind: .watch)])
    }

    @Test func `a table of days without hours is refused by its name`() throws {
        let trial = try CSVTrial(
            "Kato,,\n\nDate,Total Steps,Aerobic Steps,Steps 12AM\n5/14/2026,3268,2898,20\n"
        )
        #expect(trial.report.outcome == .refused)
        #expect(trial.problems[0].contains("Omron table of days without"))
        #expect(trial.sink.steps.isEmpty)
    }
}
