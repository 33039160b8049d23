import Model
import TestSupport
import Testing

@testable import Store

struct ContainmentTests {
    /// A few readings of few keys, in order, so that everything meets everything.
    private func row(_ generator: inout SeededGenerator) -> [StepReading] {
        let values: [Int32] = [0, 50, 100, 180, 400, 9999]
        let readings = (0..<Int.random(in: 1...8, using: &generator)).map { line in
            minute(
                Int.random(in: 0..<4, using: &generator),
                values[Int.random(in: values.indices, using: &generator)],
                line: Int32(line)
            )
        }
        return Containment.distinct(readings.sorted { $0.precedes($1) })
    }

    @Test func `a repeated key keeps the larger value and the least of its lines`() {
        let readings = [
            minute(0, 40, line: 9), minute(0, 70, line: 5), minute(0, 70, line: 3),
            minute(1, 1, line: 4),
        ].sorted { $0.precedes($1) }
        #expect(Containment.distinct(readings) == [minute(0, 70, line: 3), minute(1, 1, line: 4)])
    }

    @Test func `a count that may be quarantined stands beside the one that may be needed`() {
        let readings = [minute(0, 40), minute(0, 9999), minute(0, 120)].sorted { $0.precedes($1) }
        #expect(Containment.distinct(readings).map(\.steps) == [9999, 120])
        #expect(Containment.keys(Containment.distinct(readings)) == 1)
    }

    @Test func `contained means that nothing is uncovered`() {
        var generator = SeededGenerator(seed: 21)
        for _ in 0..<2000 {
            let a = row(&generator)
            let b = row(&generator)
            let slow = a.filter { reading in
                !b.contains { $0.hasKey(of: reading) && $0.covers(reading) }
            }
            #expect(Containment.uncovered(a, by: b) == slow)
            #expect(Containment.isContained(a, in: b) == slow.isEmpty)
        }
    }

    @Test func `the order of readings does not change what is left of them`() {
        var generator = SeededGenerator(seed: 22)
        for _ in 0..<500 {
            let a = row(&generator)
            let b = row(&generator)
            let whole = Containment.distinct((a + b).sorted { $0.precedes($1) })
            let other = Containment.distinct(
                (b + a).shuffled(using: &generator).sorted { $0.precedes($1) }
            )
            #expect(whole == other)
            #expect(Containment.isContained(a, in: whole) && Containment.isContained(b, in: whole))
        }
    }

    @Test func `containment is transitive`() {
        var generator = SeededGenerator(seed: 23)
        var chains = 0
        for _ in 0..<20_000 {
            let (a, b, c) = (row(&generator), row(&generator), row(&generator))
            guard Containment.isContained(a, in: b), Containment.isContained(b, in: c)
            else { continue }
            chains += 1
            #expect(Containment.isContained(a, in: c))
        }
        #expect(chains > 5)
    }
}
