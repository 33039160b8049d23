import Model
import TestSupport
import Testing

@testable import Store

/// What the store gives back depends on what the files said, not on how they came
/// (SESSIONS.md §10, I1 to I4).
struct ImportOrderTests {
    /// Everything that one file says.
    private struct Contents {
        var steps: [StepReading] = []
        var counters: [CounterReading] = []
        var declared: [DeclaredReading] = []
        var tracks: [[TrackPoint]] = []

        var draft: FileDraft {
            StoreTests.draft(
                steps: steps,
                counters: counters,
                tracks: tracks,
                declared: declared
            )
        }
    }

    private func contents(_ generator: inout SeededGenerator) -> Contents {
        var contents = Contents()
        for line in 0..<40 {
            let offset = Int.random(in: 0..<5000, using: &generator)
            contents.steps.append(
                minute(
                    offset,
                    Int32.random(in: 0..<250, using: &generator),
                    line: Int32(line),
                    length: generator.pick([0, 1, 1, 1, 15, 1440])
                )
            )
            contents.counters.append(
                sample(offset / 60 * 60, Int64.random(in: 0..<9, using: &generator))
            )
        }
        let start = Int.random(in: 0..<3000, using: &generator)
        contents.tracks = [(start..<start + 50).map { point($0) }]
        contents.declared = [
            DeclaredReading(
                start: minute(start, 0).start,
                end: minute(start + 9, 0).start,
                moving: .minutes(Int64.random(in: 1..<9, using: &generator)),
                steps: nil,
                line: 1,
                source: 0
            )
        ]
        return contents
    }

    /// What a derivation would make of observations: of each key the largest ordinary value and the
    /// values above it, without lines and files.
    private func meaning(_ found: Observations) -> Set<String> {
        var meaning: Set<String> = []
        let steps = Containment.distinct(found.steps.map(\.reading).sorted { $0.precedes($1) })
        for step in steps { meaning.insert("\(step.opening) \(step.closing) \(step.steps)") }
        let counters = Containment.distinct(
            found.counters.map(\.reading).sorted { $0.precedes($1) }
        )
        for counter in counters { meaning.insert("\(counter.opening) = \(counter.value)") }
        for walk in found.declared.map(\.reading) {
            meaning.insert("\(walk.opening) \(walk.closing) \(walk.moving.count) declared")
        }
        for point in found.tracks.flatMap(\.reading.points) {
            meaning.insert("\(point.time.milliseconds) at \(point.latitude) \(point.longitude)")
        }
        return meaning
    }

    private func everything(_ files: [(Int, Contents)]) throws -> Set<String> {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        for (number, contents) in files { _ = try store.record(file(number), contents.draft) }
        return meaning(
            try store.observations(
                person: "me",
                in: minutes(-100..<100_000),
                limits: limits
            )
        )
    }

    @Test func `any order and any number of times give the same`() throws {
        for seed in UInt64(60)..<68 {
            var generator = SeededGenerator(seed: seed)
            let files = (0..<4).map { ($0, contents(&generator)) }
            let once = try everything(files)
            let again = files + files.shuffled(using: &generator)
            #expect(try everything(again.shuffled(using: &generator)) == once, "seed \(seed)")
            // The same rows under other hashes, as an export of the same history tomorrow.
            let renamed = files.map { ($0.0 + 10, $0.1) }
            #expect(try everything(renamed + files) == once, "seed \(seed)")
        }
    }

    @Test func `a file cut at any row gives what the whole file gives`() throws {
        for seed in UInt64(70)..<78 {
            var generator = SeededGenerator(seed: seed)
            let whole = contents(&generator)
            let cut = Int.random(in: 0...40, using: &generator)
            let head = Contents(
                steps: Array(whole.steps[..<cut]),
                counters: Array(whole.counters[..<cut]),
                tracks: whole.tracks
            )
            let tail = Contents(
                steps: Array(whole.steps[cut...]),
                counters: Array(whole.counters[cut...]),
                declared: whole.declared
            )
            let expected = try everything([(0, whole)])
            #expect(try everything([(1, head), (2, tail)]) == expected, "seed \(seed)")
            #expect(try everything([(2, tail), (1, head)]) == expected, "seed \(seed)")
            #expect(try everything([(2, tail), (0, whole), (1, head)]) == expected, "seed \(seed)")
        }
    }

    @Test func `rows in another order are the same file to the bit`() throws {
        var generator = SeededGenerator(seed: 80)
        let contents = contents(&generator)
        var shuffled = contents
        shuffled.steps.shuffle(using: &generator)
        shuffled.counters.shuffle(using: &generator)
        let bodies = [contents, shuffled].map { $0.draft.sealed() }
        #expect(bodies[0].steps.map(\.body) == bodies[1].steps.map(\.body))
        #expect(bodies[0].counters.map(\.body) == bodies[1].counters.map(\.body))
        #expect(bodies[0].readings == bodies[1].readings)
    }

    @Test func `importing again marks nothing`() throws {
        var generator = SeededGenerator(seed: 81)
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        let contents = contents(&generator)
        #expect(try !store.record(file(1), contents.draft).marked.isEmpty)
        for number in [1, 2, 0, 2] {
            #expect(try store.record(file(number), contents.draft).marked == [])
        }
    }

    @Test func `what is marked holds every change of what is read back`() throws {
        for seed in UInt64(90)..<98 {
            var generator = SeededGenerator(seed: seed)
            let folder = StoreFolder()
            defer { folder.remove() }
            let store = try WalkStore(path: folder.database)
            for number in 0..<4 {
                let before = try byDay(store)
                let marked = try store.record(file(number), contents(&generator).draft).marked
                let after = try byDay(store)
                for offset in before.indices where before[offset] != after[offset] {
                    let day = today.advanced(by: offset)
                    #expect(marked.contains { $0.contains(day) }, "seed \(seed), day \(offset)")
                }
            }
        }
    }

    private func byDay(_ store: WalkStore) throws -> [Set<String>] {
        try (0..<6).map { day in
            var found = try store.observations(
                person: "me",
                in: minutes(day * 1440..<(day + 1) * 1440),
                limits: limits
            )
            // A track is read whole wherever it lies; only its points of the day are the day's.
            found.tracks = found.tracks.map { track in
                let points = track.reading.points.filter {
                    $0.time.utcDay == today.advanced(by: day)
                }
                return Observed(
                    TrackPiece(
                        source: 0,
                        segment: track.reading.segment,
                        piece: 0,
                        points: points
                    ),
                    file: track.file
                )
            }
            found.counters.removeAll { $0.reading.time.utcDay != today.advanced(by: day) }
            return meaning(found)
        }
    }
}
