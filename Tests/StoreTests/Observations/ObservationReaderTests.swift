import Model
import TestSupport
import Testing

@testable import Store

struct ObservationReaderTests {
    /// Readings of very different lengths over some days, backwards ones among them.
    private func readings(_ generator: inout SeededGenerator) -> [StepReading] {
        (0..<200).map { line in
            let lengths = [0, 1, 15, 60, 1440, 3 * 1440, 20 * 1440, -30, -5 * 1440]
            return minute(
                Int.random(in: -10 * 1440..<10 * 1440, using: &generator),
                Int32.random(in: 0..<100, using: &generator),
                line: Int32(line),
                length: lengths[Int.random(in: lengths.indices, using: &generator)]
            )
        }
    }

    private func touches(_ reading: StepReading, _ span: Range<Instant>) -> Bool {
        reading.first < span.upperBound
            && (reading.first >= span.lowerBound || reading.last > span.lowerBound)
    }

    @Test func `a stretch of time gets every reading that touches it, and no other`() throws {
        for seed in UInt64(40)..<46 {
            var generator = SeededGenerator(seed: seed)
            let folder = StoreFolder()
            defer { folder.remove() }
            let store = try WalkStore(path: folder.database)
            let all = readings(&generator)
            _ = try store.record(file(1), draft(steps: Array(all[..<120])))
            _ = try store.record(file(2), draft(steps: Array(all[80...])))
            for _ in 0..<20 {
                let start = Int.random(in: -12 * 1440..<12 * 1440, using: &generator)
                let span = minutes(start..<start + Int.random(in: 1..<3000, using: &generator))
                let found = try store.observations(person: "me", in: span, limits: limits)
                #expect(found.steps.allSatisfy { touches($0.reading, span) })
                for reading in all where touches(reading, span) {
                    #expect(
                        found.steps.contains {
                            $0.reading.hasKey(of: reading) && $0.reading.covers(reading)
                        },
                        "seed \(seed)"
                    )
                }
            }
        }
    }

    @Test func `ends are exclusive, instants belong to the minute that they stand in`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        let steps = [minute(0, 1), minute(1, 2), minute(2, 3), minute(1, 4, length: 0)]
        _ = try store.record(file(1), draft(steps: steps))
        let found = try store.observations(person: "me", in: minutes(1..<2), limits: limits)
        #expect(Set(found.steps.map(\.reading.steps)) == [2, 4])
        let none = try store.observations(person: "me", in: minutes(1..<1), limits: limits)
        #expect(none.steps.isEmpty && none.sources.isEmpty)
    }

    @Test func `sources and files are those of the readings, by index`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        let phone = Source(
            name: "phone",
            kind: .phone,
            omitsZeros: true,
            resetsDaily: true,
            counterModulus: 65_536
        )
        _ = try store.record(file(1, path: "/walks/ä/one.csv"), draft(steps: [minute(0, 1)]))
        _ = try store.record(
            file(2, path: "two.csv"),
            draft(steps: [minute(1, 2)], source: phone)
        )
        let found = try store.observations(person: "me", in: minutes(0..<9), limits: limits)
        for (steps, source, name, number) in [(1, watch, "one.csv", 1), (2, phone, "two.csv", 2)] {
            let one = try #require(found.steps.first { Int($0.reading.steps) == steps })
            #expect(found.sources[Int(one.reading.source)] == source)
            let reference = FileReference(name: name, sha256: sha(number))
            #expect(found.files[Int(one.file)] == reference)
        }
        #expect(found.lastKnown == found.sources.map { minute($0 == watch ? 0 : 1, 0).end })
    }

    @Test func `a counter gets the three samples before and after the stretch`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        // One sample every 10 h in one file, every 20 h again in another.
        let samples = (0..<40).map { sample($0 * 600, Int64($0) * 100) }
        _ = try store.record(file(1), draft(counters: samples))
        _ = try store.record(
            file(2),
            draft(
                counters: samples.enumerated().filter { $0.offset % 2 == 0 }.map(\.element) + [
                    sample(1, 7)
                ]
            )
        )
        let span = minutes(20 * 600..<22 * 600)
        let found = try store.observations(person: "me", in: span, limits: limits)
        #expect(Set(found.counters.map(\.reading.value)) == Set((17...24).map { $0 * 100 }))
        let silent = try store.observations(
            person: "me",
            in: minutes(20 * 600 + 1..<20 * 600 + 2),
            limits: limits
        )
        #expect(Set(silent.counters.map(\.reading.value)) == Set((18...23).map { $0 * 100 }))
        let before = try store.observations(person: "me", in: minutes(-9..<0), limits: limits)
        #expect(Set(before.counters.map(\.reading.value)) == [0, 7, 100])
    }

    @Test func `declared walks come back`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        let walk = DeclaredReading(
            start: minute(10, 0).start,
            end: minute(40, 0).start,
            moving: .minutes(25),
            steps: 3000,
            line: 4,
            source: 0
        )
        _ = try store.record(file(1), draft(declared: [walk]))
        let found = try store.observations(person: "me", in: minutes(39..<40), limits: limits)
        #expect(found.declared == [Observed(walk, file: 0)])
        #expect(found.lastKnown == [walk.end])
    }

    @Test func `one row that cannot be read back is damage`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        _ = try store.record(file(1), draft(steps: [minute(0, 1)]))
        try store.onQueue { (connection) throws(StoreProblem) in
            try connection.run("UPDATE packed SET body = x'0105'")
        }
        let problem = #expect(throws: StoreProblem.self) {
            try store.observations(person: "me", in: minutes(0..<1), limits: limits)
        }
        #expect(problem?.isDamaged == true)
    }

    @Test func `somebody who is not known has nothing`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        _ = try store.record(file(1), draft(steps: [minute(0, 1)]))
        let found = try store.observations(person: "anna", in: minutes(0..<9), limits: limits)
        #expect(found.steps.isEmpty)
    }
}
