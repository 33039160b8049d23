import Model
import Testing

@testable import Sessions

struct EvidenceLedgerTests {
    private let files = [
        FileReference(name: "b", sha256: "bb"), FileReference(name: "a", sha256: "aa"),
    ]

    private var sources: NamedSources {
        var scene = Scene()
        for name in ["one", "two"] { _ = scene.source(name) }
        return NamedSources(scene.observations, plausibility: scene.plausibility)
    }

    private func statement(_ source: Int, _ file: Int32, _ lines: ClosedRange<Int32>) -> Statement {
        Statement(
            source: source,
            channel: .steps,
            file: file,
            firstLine: lines.lowerBound,
            lastLine: lines.upperBound,
            span: 0..<60_000
        )
    }

    @Test func `lines of one source and file are one stretch`() {
        var ledger = EvidenceLedger()
        ledger.note(statement(0, 0, 9...9), minutes: 1, reason: nil)
        ledger.note(statement(0, 0, 4...5), minutes: 1, reason: nil)
        let found = ledger.winners(sources: sources, files: files)
        #expect(found.map(\.firstLine) == [4])
        #expect(found.map(\.lastLine) == [9])
        #expect(ledger.losers(sources: sources, files: files).isEmpty)
    }

    @Test func `the larger share stands first, then the name, then the hash`() {
        var ledger = EvidenceLedger()
        ledger.note(statement(1, 0, 1...1), minutes: 5, reason: nil)
        ledger.note(statement(0, 0, 2...2), minutes: 2, reason: nil)
        ledger.note(statement(0, 1, 3...3), minutes: 2, reason: nil)
        let found = ledger.winners(sources: sources, files: files)
        #expect(found.map(\.firstLine) == [1, 3, 2])
        #expect(found.map(\.source) == ["two", "one", "one"])
    }

    @Test func `each reason has its own lines, and unknown files are left out`() {
        var ledger = EvidenceLedger()
        ledger.note(statement(0, 0, 1...1), minutes: 0, reason: .notWorn)
        ledger.note(statement(0, 0, 2...2), minutes: 0, reason: .finerRecord)
        ledger.note(statement(0, 7, 3...3), minutes: 0, reason: .vehicle)
        let found = ledger.losers(sources: sources, files: files)
        #expect(found.map(\.reason) == [.finerRecord, .notWorn])
    }
}
