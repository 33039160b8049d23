import Model
import TestSupport
import Testing

@testable import Store

struct FileDraftTests {
    @Test func `the same name is one source whatever else is said of it`() {
        let draft = FileDraft()
        #expect(draft.index(of: watch) == 0)
        #expect(draft.index(of: Source(name: "phone", kind: .phone)) == 1)
        #expect(draft.index(of: Source(name: "watch", kind: .unknown, omitsZeros: true)) == 0)
        #expect(draft.sources.map(\.name) == ["watch", "phone"])
        #expect(draft.sources[0] == watch)
    }

    @Test func `a file may name a thousand sources and no more`() {
        let draft = FileDraft()
        for number in 0..<FileDraft.maximumSources {
            #expect(draft.index(of: Source(name: "\(number)", kind: .unknown)) != nil)
        }
        #expect(draft.index(of: watch) == nil)
        #expect(draft.index(of: Source(name: "999", kind: .unknown)) == 999)
    }

    @Test func `readings of all kinds are counted, repeated ones once`() {
        let walk = DeclaredReading(
            start: morning,
            end: morning.advanced(by: 60_000),
            moving: .minutes(1),
            steps: nil,
            line: 1,
            source: 0
        )
        let draft = draft(
            steps: [minute(0, 5), minute(0, 9), minute(1, 0)],
            counters: [sample(0, 1), sample(0, 1), sample(9, 4)],
            tracks: [[point(0), point(1)], [point(1)]],
            declared: [walk, walk]
        )
        #expect(draft.readings == 2 + 2 + 2 + 1)
    }

    @Test func `from is the least start and to the greatest end`() {
        let draft = draft(
            steps: [minute(30, 5), minute(10, 9, length: 100)],
            counters: [sample(5, 1)],
            tracks: [[point(60 * 100)]]
        )
        #expect(draft.from == sample(5, 1).time)
        #expect(draft.to == minute(10, 9, length: 100).end)
    }

    @Test func `an empty file has neither readings nor times`() {
        let draft = FileDraft()
        #expect(draft.readings == 0)
        #expect(draft.from == nil)
        #expect(draft.to == nil)
    }

    @Test func `entries of a diary count once, a walk from its beginning on`() {
        let draft = diaryDraft([
            entry(60, .walk(30)), entry(90, .pain(4)), entry(90, .pain(4)), entry(60, .walk(30)),
        ])
        #expect(draft.sealed().entries == [entry(60, .walk(30)), entry(90, .pain(4))])
        #expect(draft.readings == 2)
        #expect(draft.from == entry(30, .pain(0)).time)
        #expect(draft.to == entry(90, .pain(0)).time)
    }

    @Test func `ten years of minutes stay within sixteen megabytes`() {
        let draft = FileDraft()
        _ = draft.index(of: watch)
        var generator = SeededGenerator(seed: 5)
        // A tenth of them, so that the test stays short.
        for batch in 0..<128 {
            draft.take(
                steps: (0..<4096).map {
                    minute(batch * 4096 + $0, Int32.random(in: 0..<130, using: &generator))
                }
            )
        }
        let bytes = draft.sealed().steps.reduce(0) { $0 + $1.body.count }
        #expect(draft.readings == 128 * 4096)
        #expect(bytes < 1_600_000)
    }

    @Test func `a sealed draft takes nothing more`() async {
        await #expect(processExitsWith: .failure) {
            let draft = FileDraft()
            _ = draft.readings
            draft.take(steps: [])
        }
    }
}
