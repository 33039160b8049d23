import Model
import TestSupport
import Testing

@testable import Sessions

struct StepMinutesTests {
    private let window = MinuteWindow(dates: Scene.date...Scene.date, home: HomeZones(.utc))

    private func minutes(_ records: [StepRecord]) -> StepMinutes {
        StepMinutes(records, source: 3, window: window) { $0 == .coarse ? 5 : 2 }
    }

    private func record(_ start: String, _ end: String, _ steps: Int32) -> StepRecord {
        StepRecord(start: at(start).milliseconds, end: at(end).milliseconds, steps: steps)
    }

    @Test func `steps are spread by cumulative floor`() {
        let lane = minutes([record("10:00:30", "10:04:30", 10)]).lane
        #expect(lane?.range == 600..<605)
        #expect(lane?.values == [1, 2, 3, 2, 2])
        #expect(lane?.source == 3)
        #expect(lane?.rank == 2)
    }

    @Test func `more than five minutes is an epoch`() {
        let found = minutes([
            record("10:00", "10:05", 100), record("10:10", "10:15:00.001", 200),
        ])
        #expect(found.lane?.range == 600..<605)
        #expect(found.epochs.map(\.steps) == [200])
        #expect(found.epochs.map(\.rank) == [5])
        #expect(found.epochs.map(\.isUncut) == [true])
    }

    @Test func `an epoch with finer records inside is cut`() {
        let found = minutes([record("10:00", "10:15", 300), record("10:05", "10:06", 100)])
        #expect(found.epochs.map(\.steps).reduce(0, +) == 200)
        #expect(found.epochs.allSatisfy { !$0.isUncut })
        #expect(found.lane?[605] == 100)
    }

    @Test func `only the part inside the window counts`() {
        let before = Scene.date.advanced(by: -1)
        let lane = minutes([
            StepRecord(
                start: at("23:58", before).milliseconds,
                end: at("00:02").milliseconds,
                steps: 10
            )
        ]).lane
        #expect(lane?.values == [2, 3])
        #expect(minutes([]).lane == nil)
    }

    @Test(arguments: 1...30 as ClosedRange<UInt64>)
    func `minutes and epochs keep the steps of records that stand apart`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var records: [StepRecord] = []
        var time = at("01:00").milliseconds
        while time < at("20:00").milliseconds {
            time += Int64.random(in: 0...300_000, using: &generator)
            let length = Int64.random(in: 1...800_000, using: &generator)
            records.append(
                StepRecord(
                    start: time,
                    end: time + length,
                    steps: Int32.random(in: 0...500, using: &generator)
                )
            )
            time += length
        }
        let found = minutes(records)
        let fine = found.lane?.values.reduce(0) { $0 + Int64(max(0, $1)) } ?? 0
        let coarse = found.epochs.reduce(0) { $0 + $1.steps }
        #expect(fine + coarse == records.reduce(0) { $0 + Int64($1.steps) })
    }
}
