import Model
import TestSupport
import Testing

@testable import Store

/// Packs and unpacks readings of source 3.
func roundTrip<Reading: DayReading>(_ readings: [Reading]) throws -> [Reading] {
    var writer = PackedWriter()
    Reading.pack(readings[...], day: today, into: &writer)
    return try Reading.unpack(writer.bytes, day: today, source: 3)
}

/// Tries all prefixes and some changed bytes; reading them must throw or give something, not trap.
func expectNoTrap<Reading: DayReading>(_ readings: [Reading]) {
    var writer = PackedWriter()
    Reading.pack(readings[...], day: today, into: &writer)
    let bytes = writer.bytes
    for count in bytes.indices {
        #expect(throws: PackingProblem.self) {
            try Reading.unpack(Array(bytes[..<count]), day: today, source: 3)
        }
    }
    var generator = SeededGenerator(seed: 9)
    for _ in 0..<500 {
        var changed = bytes
        changed[Int.random(in: bytes.indices, using: &generator)] = generator.number()
        _ = try? Reading.unpack(changed, day: today, source: 3)
    }
    #expect(throws: PackingProblem.self) { try Reading.unpack(bytes + [0], day: today, source: 3) }
}

struct StepReadingPackingTests {
    @Test func `any readings come back to the bit`() throws {
        for seed in UInt64(0)..<50 {
            var generator = SeededGenerator(seed: seed)
            let readings = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
                generator.steps(source: 3)
            }
            #expect(try roundTrip(readings) == readings, "seed \(seed)")
        }
    }

    @Test func `minutes of a day come back with their lines`() throws {
        let readings = (0..<1440).map { minute($0, Int32($0 % 130), source: 3) }
        #expect(try roundTrip(readings) == readings)
    }

    @Test func `a minute after a minute takes one byte, two from 64 steps on`() {
        var writer = PackedWriter()
        let quiet = (0..<1440).map { minute($0, 63) }
        StepReading.pack(quiet[...], day: today, into: &writer)
        // Version, count of two bytes, and mask and line of the first two readings.
        #expect(writer.bytes.count == 1440 + 3 + 4)
        writer.removeAll()
        let busy = (0..<1440).map { minute($0, 64) }
        StepReading.pack(busy[...], day: today, into: &writer)
        #expect(writer.bytes.count == 2 * 1440 + 3 + 4)
    }

    @Test func `the layout of version 1 is what was written down`() {
        var writer = PackedWriter()
        let readings = [minute(0, 5, line: 1), minute(1, 70, line: 2), minute(3, 0, line: 3)]
        StepReading.pack(readings[...], day: today, into: &writer)
        #expect(writer.bytes == [1, 3, 10, 0x8C, 0x01, 1, 1, 0xC0, 0xA9, 0x07])
    }

    @Test func `damaged bytes do not trap`() {
        expectNoTrap((0..<40).map { minute($0 * 3 % 40, Int32($0) * 7) })
    }

    @Test func `a reading displaces a smaller one of its key unless it may be quarantined`() {
        #expect(minute(0, 100).covers(minute(0, 40)))
        #expect(minute(0, 40).covers(minute(0, 40)))
        #expect(!minute(0, 40).covers(minute(0, 100)))
        #expect(!minute(0, 9999).covers(minute(0, 40)))
        #expect(minute(0, 9999, length: 1440).covers(minute(0, 40, length: 1440)))
        #expect(!minute(5, 100, length: -1).covers(minute(5, 40, length: -1)))
    }

    @Test func `covering is reflexive and transitive`() {
        let all = [0, 1, 100, 179, 180, 181, 300, 9999].map { minute(0, $0) }
        for a in all {
            #expect(a.covers(a))
            for b in all where a.covers(b) {
                for c in all where b.covers(c) { #expect(a.covers(c)) }
            }
        }
    }
}
