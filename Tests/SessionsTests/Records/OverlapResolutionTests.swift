import Testing
import TestSupport

@testable import Sessions

struct OverlapResolutionTests {
    private func pieces(_ records: [StepRecord]) -> [OverlapResolution.Piece] {
        var pieces: [OverlapResolution.Piece] = []
        OverlapResolution.resolve(records) { pieces.append($0) }
        return pieces.sorted { $0.start < $1.start }
    }

    private func record(_ start: Int64, _ end: Int64, _ steps: Int32) -> StepRecord {
        StepRecord(start: start, end: end, steps: steps)
    }

    /// The steps of all stretches of each record, by its place.
    private func sums(_ records: [StepRecord]) -> [Int: Int64] {
        pieces(records).reduce(into: [:]) { sums, piece in
            sums[piece.record, default: 0] += piece.steps(before: piece.end)
        }
    }

    @Test func `records that stand apart count whole`() {
        let found = pieces([record(0, 10, 5), record(10, 30, 7), record(40, 50, 0)])
        #expect(found.map(\.steps) == [5, 7, 0])
        #expect(found.allSatisfy { $0.isUncut && $0.before == 0 })
    }

    @Test func `a longer record gives what exceeds the finer ones, where they are not`() {
        let found = pieces([record(0, 100, 100), record(20, 40, 30), record(60, 70, 10)])
        #expect(found.map(\.start) == [0, 20, 40, 60, 70])
        #expect(found.map(\.end) == [20, 40, 60, 70, 100])
        // 60 steps more, over 20, 20 and 30 free milliseconds.
        #expect(found.map { $0.steps(before: $0.end) } == [17, 30, 17, 10, 26])
        #expect(found.map(\.isUncut) == [false, true, false, true, false])
    }

    @Test func `a covered record gives nothing, and one of fewer steps nothing either`() {
        let covered = [record(0, 30, 99), record(0, 10, 1), record(10, 20, 1), record(20, 30, 1)]
        #expect(sums(covered.sorted { ($0.start, $0.end) < ($1.start, $1.end) })[1] == nil)
        #expect(sums([record(0, 100, 10), record(20, 40, 30)]) == [0: 0, 1: 30])
    }

    @Test func `three lengths settle one after the other`() {
        let found = sums([record(0, 10, 4), record(0, 60, 30), record(0, 600, 100)])
        #expect(found == [0: 4, 1: 26, 2: 70])
    }

    @Test func `a record that only longer ones touch stays in one piece`() {
        let found = pieces([record(0, 60, 30), record(30, 50, 20), record(40, 100, 70)])
        let uncut = found.filter(\.isUncut)
        #expect(uncut.map(\.record) == [1])
        #expect(uncut.map(\.end) == [50])
    }

    @Test func `of one length the smaller phase goes first`() {
        let found = pieces([record(30, 90, 60), record(60, 120, 40)])
        #expect(found.map(\.record) == [0, 1])
        #expect(found.map { $0.steps(before: $0.end) } == [40, 40])
    }

    @Test(arguments: 1...60 as ClosedRange<UInt64>)
    func `no instant counts twice, and no record more than its steps`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var intervals: [Range<Int64>: Int32] = [:]
        for _ in 0..<Int.random(in: 1...60, using: &generator) {
            let start = Int64.random(in: 0...500, using: &generator)
            let length = Int64.random(in: 1...120, using: &generator)
            intervals[start..<start + length] = Int32.random(in: 0...90, using: &generator)
        }
        let records = intervals.map { record($0.key.lowerBound, $0.key.upperBound, $0.value) }
            .sorted { ($0.start, $0.end) < ($1.start, $1.end) }
        let found = pieces(records)
        for (piece, next) in zip(found, found.dropFirst()) { #expect(piece.end <= next.start) }
        for (place, sum) in sums(records) { #expect(sum <= Int64(records[place].steps)) }
        // Every instant of every record counts for somebody.
        let covered = Set(found.flatMap { Array($0.start..<$0.end) })
        #expect(covered == Set(records.flatMap { Array($0.span) }))
        // What a record holds in all is at least its own steps, or what finer ones say.
        let total = found.reduce(0) { $0 + $1.steps(before: $1.end) }
        #expect(total >= Int64(records.map(\.steps).max() ?? 0))
    }

    @Test func `a hundred thousand records on top of each other are settled quickly`() {
        let records = (0..<100_000).map { record(Int64($0), 3_600_000 + Int64($0), 1) }
        #expect(pieces(records).count >= 1)
    }
}
