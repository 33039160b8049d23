import Model
import TestSupport
import Testing

@testable import Sessions

/// The invariants of sessions (SESSIONS.md §10, S1–S9) over made-up minutes.
struct SessionInvariantTests {
    /// Minutes of walking, pottering and silence.
    private static func minutes(_ generator: inout SeededGenerator, _ count: Int = 400) -> [Int32?]
    {
        var steps: [Int32?] = []
        while steps.count < count {
            let length = Int.random(in: 1...14, using: &generator)
            let kind = Int.random(in: 0...4, using: &generator)
            let cadence = Int32.random(in: 60...150, using: &generator)
            for _ in 0..<length {
                switch kind {
                case 0: steps.append(0)
                case 1: steps.append(nil)
                case 2: steps.append(Int32.random(in: 0...70, using: &generator))
                default: steps.append(cadence + Int32.random(in: -15...15, using: &generator))
                }
            }
        }
        return Array(steps.prefix(count))
    }

    private static func walks(_ steps: [Int32?], from time: String = "03:00") -> [Walk] {
        Scene.watch(steps, from: time).walks
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func `walks are apart, dense and long enough`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let steps = Self.minutes(&generator)
        let scene = Scene.watch(steps, from: "03:00")
        let walks = scene.walks
        #expect(!walks.isEmpty)
        for (walk, next) in zip(walks, walks.dropFirst()) { #expect(walk.end <= next.start) }
        for walk in walks {
            let span = walk.start.milliseconds(to: walk.end)
            #expect(walk.active.count >= 240_000 && walk.active.count <= span)
            #expect(2 * walk.active.count >= span || walk.pause?.count ?? 0 <= span / 2)
            #expect(walk.pause == Milliseconds(span - walk.active.count))
            #expect(walk.running <= walk.active)
            let first = Int(walk.start.minute - at("03:00").minute)
            #expect(steps[first] ?? 0 > 0)
        }
        let walking = walks.reduce(0) { $0 + $1.active.count - $1.running.count }
        #expect(scene.day.sessionWalking == Milliseconds(walking))
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func `time backwards gives the walks mirrored`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let steps = Self.minutes(&generator)
        let forward = Self.walks(steps)
        let backward = Self.walks(steps.reversed())
        #expect(forward.map(\.active) == backward.reversed().map(\.active))
        #expect(forward.map(\.steps) == backward.reversed().map(\.steps))
        #expect(forward.map(\.doubledCadence) == backward.reversed().map(\.doubledCadence))
        let sum =
            at("03:00").milliseconds + at("03:00").milliseconds + Int64(steps.count) * 60_000
        #expect(
            forward.map(\.start.milliseconds)
                == backward.reversed().map { sum - $0.end.milliseconds }
        )
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func `a later time gives the same walks later`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let steps = Self.minutes(&generator)
        let shift = Int64(Int.random(in: 1...700, using: &generator)) * 60_000
        var later = Scene()
        let watch = later.source("watch")
        later.add(steps, from: at("03:00").advanced(by: shift), source: watch)
        let moved = Self.walks(steps).map { walk in
            var copy = walk
            copy.start = walk.start.advanced(by: shift)
            copy.end = walk.end.advanced(by: shift)
            return copy
        }
        #expect(later.walks == moved)
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func `quiet minutes between or before change nothing else`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let first = Self.minutes(&generator, 150)
        let second = Self.minutes(&generator, 150)
        let quiet = times(Int.random(in: 7...40, using: &generator), 0)
        let apart = Self.walks(first) + Self.walks(second)
        let joined = Self.walks(quiet + first + quiet + second)
        func shape(_ walk: Walk) -> [Int64] {
            [
                walk.active.count, walk.running.count, walk.steps?.count ?? -1,
                walk.start.milliseconds(to: walk.end), walk.start.milliseconds % 60_000,
            ]
        }
        #expect(joined.map(shape) == apart.map(shape))
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func `recorded nothing and nothing recorded give the same walks`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let steps = Self.minutes(&generator)
        let zeros = Self.walks(steps.map { $0 ?? 0 })
        let holes = Self.walks(steps.map { $0 == 0 ? nil : $0 })
        func times(_ walk: Walk) -> [Int64] {
            [walk.start.milliseconds, walk.end.milliseconds, walk.active.count]
        }
        #expect(zeros.map(times) == holes.map(times))
        #expect(zeros.map(\.steps) == holes.map(\.steps))
    }

    @Test(arguments: 70...130)
    func `a steady walk is one walk of its length, at any phase`(cadence: Int) {
        for phase in stride(from: 0, through: 59, by: 7) {
            for length in [300, 301, 330, 420, 905] {
                let steps = Self.steady(cadence: cadence, phase: phase, length: length)
                let walks = Self.walks(steps)
                #expect(walks.count == 1)
                let error = (walks.first?.active.count ?? 0) - Int64(length) * 1000
                #expect(abs(error) <= 20_000)
            }
        }
    }

    /// The steps of a walk of so many seconds that begins so many seconds into a minute.
    private static func steady(cadence: Int, phase: Int, length: Int) -> [Int32?] {
        let minutes = (phase + length + 59) / 60
        return (0..<minutes).map { minute in
            let from = max(phase, 60 * minute) - phase
            let to = min(phase + length, 60 * (minute + 1)) - phase
            return Int32(cadence * to / 60 - cadence * from / 60)
        }
    }

    @Test func `a walk is open until its sources know more than six minutes after it`() {
        #expect(Scene.watch(times(10, 100), from: "10:00").walks.first?.isOpen == true)
        let open = Scene.watch(times(10, 100) + times(7, 0), from: "10:00")
        #expect(open.walks.first?.isOpen == true)
        let closed = Scene.watch(times(10, 100) + times(8, 0), from: "10:00")
        #expect(closed.walks.first?.isOpen == false)
        // An end within a minute counts as that minute, and no matter what ends there.
        for (end, isOpen) in [("10:17:00", true), ("10:17:00.001", false), ("10:17:30", false)] {
            var scene = Scene.watch(times(10, 100), from: "10:00")
            scene.add(0, at("10:10"), at(end), source: 0)
            #expect(scene.walks.first?.isOpen == isOpen)
            var marked = Scene.watch(times(10, 100), from: "10:00")
            marked.add(0, at(end), at(end), source: 0)
            #expect(marked.walks.first?.isOpen == isOpen)
        }
        var known = open
        known.observations.lastKnown = [at("18:00")]
        #expect(known.walks.first?.isOpen == false)
    }
}
