import Model
import Testing

@testable import Formats

/// The reader of cells, seen through the files that need more than one cell to be read.
@Suite struct CellReaderTests {
    private func steps(_ cells: [String]) throws -> (outcome: FileOutcome, steps: [Int32]) {
        let rows = cells.enumerated().map { "\(1_700_000_000 + $0 * 3600);86400;\($1)\n" }
        let trial = try CSVTrial("start;duration;steps\n" + rows.joined())
        return (trial.report.outcome, trial.sink.steps.map(\.steps))
    }

    @Test func `the deciding cell may stand before or behind, near or far`() throws {
        let plain = [String](repeating: "7", count: 5000)
        for cells in [["12,0", "4.224"], ["4.224", "12,0"], ["4.224"] + plain + ["12,0"]] {
            let (outcome, steps) = try steps(cells)
            #expect(outcome == .taken)
            #expect(Set(steps).subtracting([7]) == [12, 4224])
        }
    }

    @Test func `the order of rows carries no weight`() throws {
        for cells in [["12,0", "12.0", "5"], ["12.0", "5", "12,0"], ["5", "12,0", "12.0"]] {
            #expect(try steps(cells).outcome == .refused)
        }
    }

    @Test func `a cell that is no number decides nothing`() throws {
        #expect(try steps(["4.224", "12,0x"]).outcome == .refused)
        #expect(try steps(["7", "12,0x"]).outcome == .partly)
    }

    @Test func `plain numbers need no decision`() throws {
        #expect(try steps(["7", "4224", "1 234"]).steps == [7, 4224, 1234])
    }

    @Test func `dates far apart decide for each other`() throws {
        let undecided = (1...12).map { "0\($0 % 9 + 1)/0\($0 % 8 + 2)/2026 10:00,1\n" }
        let many = (0..<400).flatMap { _ in undecided }.joined()
        let trial = try CSVTrial("time,steps\n" + many + "31/05/2026 10:00,1\n", zone: "UTC")
        #expect(trial.report.outcome == .taken)
        #expect(trial.steps.first == "2026-03-02T10:00Z 1 generic")
        let other = try CSVTrial("time,steps\n" + many + "05/31/2026 10:00,1\n", zone: "UTC")
        #expect(other.steps.first == "2026-02-03T10:00Z 1 generic")
    }

    @Test func `a date in another form does not ask for an order`() throws {
        let trial = try CSVTrial("time,steps\n2026-05-04 10:00,1\n04/05/2026 10:00,2\n")
        #expect(trial.report.outcome == .partly)
        #expect(
            trial.problems == [
                "3:1 \"04/05/2026 10:00\" is not written like the times before it (column \"time\")"
            ]
        )
    }

    @Test func `a broken date does not ask for an order`() throws {
        let trial = try CSVTrial("time,steps\n04/05/2026 25:00,1\n13/05/2026 10:00,2\n")
        #expect(trial.report.outcome == .partly)
        #expect(trial.problems.count == 1)
        #expect(trial.sink.steps.count == 1)
    }
}
