import Dispatch
import Ingest
import LinuxSystem
import Model
import TestSupport
import Testing

struct IngestPipelineTests {
    @Test func `no more files are in work than the width allows`() {
        let stages = FakeStages(gated: true)
        let pipeline = stages.pipeline(width: 3)
        for number in 0..<20 { pipeline.take(incoming("\(number)")) }
        #expect(eventually { stages.seen.begun.count == 3 })
        settle(pipeline)
        #expect(stages.seen.begun.count == 3)
        stages.letThrough(1)
        #expect(eventually { stages.seen.begun.count == 4 })
        stages.letThrough(19)
        #expect(eventually { stages.seen.finished.count == 20 })
        #expect(stages.seen.mostInWork == 3)
    }

    @Test func `no more bytes are in work than the allowance, and a larger file runs alone`() {
        let stages = FakeStages(gated: true)
        let pipeline = stages.pipeline(width: 8)
        let sizes: [Int64] = [60 << 20, 60 << 20, 60 << 20, 500 << 20, 10, 10]
        for (number, size) in sizes.enumerated() {
            pipeline.take(incoming("\(number)", size: size))
        }
        #expect(eventually { stages.seen.begun.count == 2 })
        settle(pipeline)
        #expect(stages.seen.begun.count == 2)
        stages.letThrough(6)
        #expect(eventually { stages.seen.finished.count == 6 })
        #expect(stages.seen.mostBytesTogether <= 128 << 20)
    }

    @Test func `files begin in the order in which they came`() {
        let stages = FakeStages()
        let pipeline = stages.pipeline(width: 1)
        for number in 0..<50 { pipeline.take(incoming("\(number)")) }
        #expect(eventually { stages.seen.finished.count == 50 })
        #expect(stages.seen.begun.map(\.path.name) == (0..<50).map { "\($0)" })
    }

    @Test func `one path is never in work twice at once, and its latest version comes last`() {
        let stages = FakeStages()
        let pipeline = stages.pipeline(width: 4)
        var generator = SeededGenerator(seed: 5)
        var latest: [String: Int64] = [:]
        for size in 0..<2_000 {
            let name = "\(Int.random(in: 0..<5, using: &generator))"
            latest[name] = Int64(size)
            pipeline.take(incoming(name, size: Int64(size)))
        }
        waitUntilIdle(pipeline)
        let seen = stages.seen
        #expect(!seen.hadOnePathTwice)
        for (name, size) in latest {
            #expect(seen.begun.last { $0.path.name == name }?.size == size)
        }
    }

    @Test func `versions of a waiting file become one`() {
        let stages = FakeStages(gated: true)
        let pipeline = stages.pipeline(width: 1)
        pipeline.take(incoming("a"))
        for size in 1...9 { pipeline.take(incoming("b", size: Int64(size))) }
        settle(pipeline)
        stages.letThrough(10)
        waitUntilIdle(pipeline)
        #expect(stages.seen.begun.map(\.path.name) == ["a", "b"])
        #expect(stages.seen.begun.last?.size == 9)
    }

    @Test func `many files that end together are derived once`() {
        let stages = FakeStages(gated: true, changesDays: true)
        let pipeline = stages.pipeline(width: 2)
        for number in 0..<50 { pipeline.take(incoming("\(number)")) }
        settle(pipeline)
        stages.letThrough(50)
        waitUntilIdle(pipeline)
        #expect(stages.seen.derivations == 1)
        #expect(stages.seen.told == 1)
        #expect(stages.seen.derivedEvents == 1)
    }

    @Test func `files that came together are told together, however fast the first ends`() {
        let stages = FakeStages(changesDays: true)
        let pipeline = stages.pipeline(width: 1)
        for turn in 1...50 {
            pipeline.take((0..<10).map { incoming("\($0)") })
            waitUntilIdle(pipeline)
            #expect(stages.seen.finished.count == turn * 10)
            #expect(stages.seen.told == turn)
        }
    }

    @Test func `a long intake is derived now and then, not only at its end`() {
        let stages = FakeStages(gated: true, changesDays: true)
        let pipeline = stages.pipeline(width: 1)
        for number in 0..<600 { pipeline.take(incoming("\(number)")) }
        settle(pipeline)
        stages.letThrough(257)
        #expect(eventually { stages.seen.derivations == 1 })
        #expect(stages.seen.begun.count <= 258)
        stages.letThrough(343)
        waitUntilIdle(pipeline)
        let seen = stages.seen
        #expect((2...3).contains(seen.derivations))
        // Told is once, at the end, and of all that was derived on the way.
        #expect(seen.told == 1)
        #expect(
            seen.toldDates.map(\.lowerBound.daysSinceEpoch).sorted()
                == Array(1...Int32(seen.derivations))
        )
    }

    @Test func `files that change no day bring no derivation`() {
        let stages = FakeStages()
        let pipeline = stages.pipeline(width: 2)
        for number in 0..<9 { pipeline.take(incoming("\(number)")) }
        waitUntilIdle(pipeline)
        #expect(stages.seen.finished.count == 9)
        #expect(stages.seen.derivations == 0)
    }

    @Test func `files go on while a derivation runs, and one more follows it`() {
        let stages = FakeStages(deriveGated: true, changesDays: true)
        let pipeline = stages.pipeline(width: 2)
        pipeline.take(incoming("a"))
        #expect(eventually { stages.seen.derivations == 1 })
        pipeline.take(incoming("b"))
        #expect(eventually { stages.seen.finished.count == 2 })
        settle(pipeline)
        #expect(stages.seen.derivations == 1)
        stages.letDerive()
        #expect(eventually { stages.seen.derivations == 2 })
        stages.letDerive()
        waitUntilIdle(pipeline)
        #expect(stages.seen.derivedEvents == 2)
    }

    @Test func `a refresh derives and tells without any file`() {
        let stages = FakeStages(derivesWell: false)
        let pipeline = stages.pipeline(width: 1)
        pipeline.refresh()
        waitUntilIdle(pipeline)
        #expect(stages.seen.derivations == 1)
        #expect(stages.seen.told == 1)
        #expect(stages.seen.derivedEvents == 1)
    }

    @Test func `too many waiting files pause the source until few are left`() {
        let stages = FakeStages(gated: true)
        let pipeline = stages.pipeline(width: 1)
        for number in 0..<1_025 { pipeline.take(incoming("\(number)")) }
        settle(pipeline)
        #expect(stages.seen.pressures == [.pause])
        stages.letThrough(800)
        #expect(eventually { stages.seen.finished.count == 800 })
        settle(pipeline)
        #expect(stages.seen.pressures == [.pause])
        stages.letThrough(225)
        waitUntilIdle(pipeline)
        #expect(stages.seen.pressures == [.pause, .resume])
    }

    /// Waits until the pipeline has heard everything that was said so far.
    private func settle(_ pipeline: IngestPipeline) {
        let heard = DispatchSemaphore(value: 0)
        pipeline.ping { @Sendable in heard.signal() }
        heard.wait()
    }

    private func waitUntilIdle(_ pipeline: IngestPipeline) {
        let idle = DispatchSemaphore(value: 0)
        pipeline.whenIdle { @Sendable in idle.signal() }
        #expect(idle.wait(timeout: .now() + 120) == .success)
    }
}
