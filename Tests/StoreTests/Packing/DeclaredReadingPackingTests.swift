import Model
import TestSupport
import Testing

@testable import Store

struct DeclaredReadingPackingTests {
    private func walk(_ moving: Int64, steps: Int32?, line: Int32 = 1) -> DeclaredReading {
        DeclaredReading(
            start: morning,
            end: morning.advanced(by: 1_200_000),
            moving: Milliseconds(moving),
            steps: steps,
            line: line,
            source: 3
        )
    }

    @Test func `any walks come back to the bit`() throws {
        for seed in UInt64(0)..<50 {
            var generator = SeededGenerator(seed: seed)
            let readings = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
                generator.declared(source: 3)
            }
            #expect(try roundTrip(readings) == readings, "seed \(seed)")
        }
    }

    @Test func `unknown steps are not zero steps`() throws {
        let walks = [walk(1, steps: nil), walk(1, steps: 0)]
        #expect(try roundTrip(walks) == walks)
        #expect(!walks[0].covers(walks[1]))
    }

    @Test func `different statements of one time are both kept`() {
        let walks = [walk(900, steps: 5), walk(800, steps: 9), walk(900, steps: 5, line: 7)]
        let ordered = walks.sorted { $0.precedes($1) }
        #expect(Containment.distinct(ordered) == [walks[0], walks[1]])
        #expect(Containment.keys(ordered) == 1)
    }

    @Test func `damaged bytes do not trap`() {
        expectNoTrap((0..<20).map { walk(Int64($0), steps: $0 % 2 == 0 ? nil : Int32($0)) })
    }
}
