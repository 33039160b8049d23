import Dispatch
import Ingest
import LinuxSystem
import TestSupport
import Testing

/// How a pipeline says that it is idle, alive, or at its end.
struct IngestPipelineEndTests {
    @Test func `an idle pipeline says so at once`() {
        let stages = FakeStages()
        stages.pipeline(width: 1).whenIdle { @Sendable in stages.noteIdle() }
        #expect(eventually { stages.seen.idle == 1 })
    }

    @Test func `idle means derived and told as well`() {
        let stages = FakeStages(gated: true, deriveGated: true, changesDays: true)
        let pipeline = stages.pipeline(width: 1)
        pipeline.take(incoming("a"))
        pipeline.whenIdle { @Sendable in stages.noteIdle() }
        stages.letThrough(1)
        #expect(eventually { stages.seen.derivations == 1 })
        #expect(stages.seen.idle == 0)
        stages.letDerive()
        #expect(eventually { stages.seen.idle == 1 })
        #expect(stages.seen.told == 1)
    }

    @Test func `a pipeline whose files are stuck is still alive`() {
        let stages = FakeStages(gated: true)
        let pipeline = stages.pipeline(width: 1)
        pipeline.take(incoming("a"))
        pipeline.ping { @Sendable in stages.noteIdle() }
        #expect(eventually { stages.seen.idle == 1 })
        stages.letThrough(1)
        #expect(eventually { stages.seen.finished.count == 1 })
    }

    @Test func `stopping an idle pipeline calls back at once`() {
        let stages = FakeStages()
        stages.pipeline(width: 1).stop { @Sendable in stages.noteIdle() }
        #expect(eventually { stages.seen.idle == 1 })
    }

    @Test func `a stop ends the file in work and drops what waits`() {
        let stages = FakeStages(gated: true)
        let pipeline = stages.pipeline(width: 1)
        for name in ["a", "b", "c"] { pipeline.take(incoming(name)) }
        #expect(eventually { stages.seen.begun.count == 1 })
        pipeline.stop { @Sendable in stages.noteIdle() }
        pipeline.take(incoming("d"))
        #expect(stages.seen.idle == 0)
        stages.letThrough(4)
        #expect(eventually { stages.seen.idle == 1 })
        #expect(stages.seen.begun.map(\.path.name) == ["a"])
        #expect(stages.seen.finished.count == 1)
    }

    @Test func `a stop is not held up by days that the file in work changes`() {
        let stages = FakeStages(gated: true, changesDays: true)
        let pipeline = stages.pipeline(width: 1)
        pipeline.take(incoming("a"))
        #expect(eventually { stages.seen.begun.count == 1 })
        pipeline.stop { @Sendable in stages.noteIdle() }
        stages.letThrough(1)
        #expect(eventually { stages.seen.idle == 1 })
        // The marks are in the store; the next start derives them.
        #expect(stages.seen.derivations == 0)
    }

    @Test func `a stop is not held up by a refresh that comes after it`() {
        let stages = FakeStages(gated: true)
        let pipeline = stages.pipeline(width: 1)
        pipeline.take(incoming("a"))
        pipeline.stop { @Sendable in stages.noteIdle() }
        pipeline.refresh()
        stages.letThrough(1)
        #expect(eventually { stages.seen.idle == 1 })
        #expect(stages.seen.derivations == 0)
    }

    @Test func `a stop waits for the derivation in work and begins no other`() {
        let stages = FakeStages(deriveGated: true)
        let pipeline = stages.pipeline(width: 1)
        pipeline.refresh()
        #expect(eventually { stages.seen.derivations == 1 })
        pipeline.refresh()
        pipeline.stop { @Sendable in stages.noteIdle() }
        #expect(stages.seen.idle == 0)
        stages.letDerive()
        #expect(eventually { stages.seen.idle == 1 })
        #expect(stages.seen.derivations == 1)
        #expect(stages.seen.told == 1)
    }
}
