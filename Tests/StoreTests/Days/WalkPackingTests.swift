import Model
import TestSupport
import Testing

@testable import Store

struct WalkPackingTests {
    private func roundTrip(_ walk: Walk) throws -> Walk {
        var writer = PackedWriter()
        walk.pack(into: &writer, date: today)
        var reader = PackedReader(writer.bytes)
        let back = try Walk(from: &reader, date: today)
        try reader.finish()
        return back
    }

    @Test func `any walk comes back with every field`() throws {
        for seed in UInt64(0)..<300 {
            var generator = SeededGenerator(seed: seed)
            let walk = generator.walk()
            #expect(try roundTrip(walk) == walk, "seed \(seed)")
        }
    }

    @Test func `what is not known stays unknown and is not zero`() throws {
        let bare = Walk(start: morning, end: morning.advanced(by: 60_000), active: .minutes(1))
        var zero = bare
        zero.pause = .zero
        zero.steps = Steps(0)
        zero.climb = Metres(millimetres: 0)
        zero.isHilly = false
        #expect(try roundTrip(bare) == bare)
        #expect(try roundTrip(zero) == zero)
        #expect(try roundTrip(bare).isHilly == nil)
        #expect(try roundTrip(zero).isHilly == false)
    }

    @Test func `a walk of a quarter of an hour takes some thirty bytes`() {
        var writer = PackedWriter()
        let walk = Walk(
            start: morning.advanced(by: 25_323_530),
            end: morning.advanced(by: 26_637_352),
            active: Milliseconds(1_253_000),
            pause: Milliseconds(60_822),
            steps: Steps(2210),
            doubledCadence: 212,
            sources: ["watch"]
        )
        walk.pack(into: &writer, date: today)
        #expect(writer.bytes.count < 40)
    }

    @Test func `kinds and qualities that nobody wrote are damage`() {
        for position in [0, 1] {
            var writer = PackedWriter()
            for _ in 0..<4 { writer.signed(0) }
            for _ in 0..<7 { writer.optional(nil) }
            writer.byte(position == 0 ? 9 : 0)
            writer.byte(position == 1 ? 9 : 0)
            writer.byte(0)
            writer.unsigned(0)
            let bytes = writer.bytes
            #expect(throws: PackingProblem.self) {
                var reader = PackedReader(bytes)
                _ = try Walk(from: &reader, date: today)
            }
        }
    }
}
