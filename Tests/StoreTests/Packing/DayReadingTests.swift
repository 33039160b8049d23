import Model
import TestSupport
import Testing

@testable import Store

struct DayReadingTests {
    /// Whether `precedes` is an order, and keys come before values in it.
    private func expectOrder<Reading: DayReading>(_ readings: [Reading]) {
        let ordered = readings.sorted { $0.precedes($1) }
        for (left, right) in zip(ordered, ordered.dropFirst()) {
            #expect(!right.precedes(left))
            #expect(!right.keyPrecedes(left))
            #expect(left.hasKey(of: right) || left.keyPrecedes(right))
        }
        for reading in readings {
            #expect(!reading.precedes(reading))
            #expect(reading.covers(reading))
        }
    }

    @Test func `readings of each kind have an order`() {
        var generator = SeededGenerator(seed: 50)
        for _ in 0..<20 {
            expectOrder((0..<40).map { _ in generator.steps(source: 0) })
            expectOrder((0..<40).map { _ in generator.counter(source: 0) })
            expectOrder((0..<40).map { _ in generator.declared(source: 0) })
        }
    }

    @Test func `of one key the larger value comes first, then the lesser line`() {
        let readings = [
            minute(0, 5, line: 9), minute(0, 7, line: 8), minute(0, 7, line: 2), minute(1, 1),
        ]
        let ordered = readings.shuffled().sorted { $0.precedes($1) }
        #expect(ordered.map(\.steps) == [7, 7, 5, 1])
        #expect(ordered.map(\.line) == [2, 8, 9, 3])
    }

    @Test func `a reading touches the time between its ends, whichever is first`() {
        let backwards = minute(10, 5, length: -4)
        #expect(backwards.first == minute(6, 0).start)
        #expect(backwards.last == minute(10, 0).start)
        let moment = sample(3, 1)
        #expect(moment.first == moment.last)
    }

    @Test func `the kinds keep their numbers, since these are stored`() {
        #expect(ReadingKind.allCases.map(\.rawValue) == [0, 1, 2])
        #expect(StepReading.kind == .steps)
        #expect(CounterReading.kind == .counters)
        #expect(DeclaredReading.kind == .declared)
    }
}
