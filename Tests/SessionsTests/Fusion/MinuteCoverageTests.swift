import Model
import Testing

@testable import Sessions

struct MinuteCoverageTests {
    private let window = MinuteWindow(dates: Scene.date...Scene.date, home: HomeZones(.utc))

    private func record(_ start: String, _ end: String) -> StepRecord {
        StepRecord(start: at(start).milliseconds, end: at(end).milliseconds, steps: 9)
    }

    private func coverage(_ short: [StepRecord], zero: Bool, omits: Bool) -> MinuteCoverage {
        var coverage = MinuteCoverage(window: window)
        coverage.add(SourceRecords(short: short, hasZero: [zero]), of: 3, omitsZeros: omits)
        return coverage
    }

    private func count(_ flags: [Bool]) -> Int { flags.count { $0 } }

    private func count(_ speakers: MinuteSpeakers) -> Int {
        (0..<window.count).count { speakers.isAnybody(at: $0) }
    }

    @Test func `gaps are covered up to three hours, and not at three`() {
        let near = [record("10:00", "10:01"), record("13:00:59.999", "13:02")]
        #expect(count(coverage(near, zero: false, omits: false).known) == 180)
        let far = [record("10:00", "10:01"), record("13:01", "13:02")]
        #expect(count(coverage(far, zero: false, omits: false).known) == 0)
    }

    @Test func `a recorded nothing closes the gaps of who does not leave it out`() {
        let near = [record("10:00", "10:01"), record("11:01", "11:02")]
        #expect(count(coverage(near, zero: true, omits: false).known) == 0)
        #expect(count(coverage(near, zero: true, omits: true).known) == 60)
    }

    @Test func `gaps between fine records are fine, gaps beside coarse ones are not`() {
        let fine = coverage(
            [record("10:00", "10:01"), record("11:01", "11:02")],
            zero: false,
            omits: true
        )
        #expect(count(fine.fine) == 60)
        #expect(count(fine.fineSteps) == 60)
        let coarse = coverage(
            [record("10:00", "10:15"), record("11:00", "11:15")],
            zero: false,
            omits: true
        )
        #expect(count(coarse.known) == 75)
        #expect(count(coarse.fine) == 0)
    }

    @Test func `gaps are those of their source, and end where its coarse records begin`() {
        let gaps = coverage(
            [record("10:00", "10:01"), record("10:10", "10:30"), record("11:01", "11:02")],
            zero: false,
            omits: true
        )
        #expect(count(gaps.fine) == 9 + 31)
        #expect((0..<window.count).allSatisfy { !gaps.fine.isAnybody(but: 3, at: $0) })
        #expect(gaps.fineSteps.isAnybody(but: 0, at: 605))
        #expect(!gaps.fineSteps.isAnybody(at: 615))
        // Coarse records before the first fine one and behind the last begin no gap.
        let outer = coverage(
            [record("09:00", "09:15"), record("10:00", "10:01"), record("11:00", "11:15")],
            zero: false,
            omits: true
        )
        #expect(count(outer.fine) == 0)
    }

    @Test func `a track is fine and counts no steps, a long record covers its time`() {
        var coverage = MinuteCoverage(window: window)
        var lane = MinuteLane(source: 0, channel: .track, rank: 1, range: 5..<10)
        lane.add(0, at: 7)
        coverage.add(lane)
        #expect(coverage.known[7] && coverage.fine.isAnybody(at: 7))
        #expect(coverage.fine.isAnybody(but: 0, at: 7))
        #expect(!coverage.fineSteps.isAnybody(at: 7))
        coverage.add(
            SourceRecords(long: [record("10:00", "14:00")], hasZero: [false]),
            of: 3,
            omitsZeros: false
        )
        #expect(count(coverage.known) == 241)
        #expect(count(coverage.fine) == 1)
    }
}
