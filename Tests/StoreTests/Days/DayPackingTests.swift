import Model
import TestSupport
import Testing

@testable import Store

struct DayPackingTests {
    @Test func `any day comes back with every field`() throws {
        for seed in UInt64(0)..<300 {
            var generator = SeededGenerator(seed: seed)
            let date = today.advanced(by: Int.random(in: -800_000...3_000_000, using: &generator))
            let day = generator.day(date)
            #expect(try Day(packed: day.packed(), date: date) == day, "seed \(seed)")
        }
    }

    @Test func `a day without anything is short`() {
        #expect(Day(date: today, zoneName: "UTC").packed().count < 20)
    }

    @Test func `damaged bytes do not trap`() {
        var generator = SeededGenerator(seed: 77)
        var day = generator.day(today)
        day.walks = [generator.walk(), generator.walk()]
        let bytes = day.packed()
        for count in bytes.indices {
            #expect(throws: PackingProblem.self) {
                try Day(packed: Array(bytes[..<count]), date: today)
            }
        }
        for _ in 0..<2000 {
            var changed = bytes
            changed[Int.random(in: bytes.indices, using: &generator)] = generator.number()
            _ = try? Day(packed: changed, date: today)
        }
    }
}
