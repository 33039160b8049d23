import Model
import TestSupport
import Testing

@testable import Summary

@Suite struct BarTests {
    private func bar(_ walked: Int64, cells: Int = 4) -> String {
        Bar(full: .minutes(80), cells: cells).text(.minutes(walked), .plain)
    }

    @Test func `a bar is exact to an eighth of a cell, and full at its end`() {
        let cases: [(walked: Int64, bar: String)] = [
            (0, "░░░░ "), (2, "░░░░ "), (3, "▏░░░ "), (20, "█░░░ "), (30, "█▌░░ "),
            (79, "███▉ "), (80, "████ "), (81, "████+"), (900, "████+"),
        ]
        for (walked, expected) in cases { #expect(bar(walked) == expected, "\(walked) min") }
    }

    @Test func `a bar is always as wide as it is said to be`() {
        var random = SeededGenerator(seed: 2)
        for _ in 0..<500 {
            let cells = Int.random(in: 1...60, using: &random)
            let walked = Int64.random(in: 0...400, using: &random)
            #expect(bar(walked, cells: cells).count == cells + 1)
        }
    }
}
