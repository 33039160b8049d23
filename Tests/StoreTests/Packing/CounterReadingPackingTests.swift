import Model
import TestSupport
import Testing

@testable import Store

struct CounterReadingPackingTests {
    @Test func `any samples come back to the bit`() throws {
        for seed in UInt64(0)..<50 {
            var generator = SeededGenerator(seed: seed)
            let readings = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
                generator.counter(source: 3)
            }
            #expect(try roundTrip(readings) == readings, "seed \(seed)")
        }
    }

    @Test func `a steady counter takes two bytes a sample`() {
        var writer = PackedWriter()
        let samples = (0..<1000).map { sample($0, 5000 + Int64($0) * 30) }
        CounterReading.pack(samples[...], day: today, into: &writer)
        #expect(writer.bytes.count < 2 * 1000 + 20)
    }

    @Test func `damaged bytes do not trap`() {
        expectNoTrap((0..<40).map { sample($0 * $0, Int64($0) * 1000) })
    }

    @Test func `the larger value of one moment holds`() {
        #expect(sample(0, 8).covers(sample(0, 7)))
        #expect(!sample(0, 7).covers(sample(0, 8)))
        #expect(sample(0, 8).precedes(sample(0, 7)))
    }
}
