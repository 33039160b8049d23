import Formats
import Model
import Testing

struct PreviewSinkTests {
    private func at(_ minute: Int64) -> Instant { Instant(milliseconds: minute * 60_000) }

    @Test func `the first readings are kept, all are counted`() {
        let sink = PreviewSink()
        let watch = sink.index(of: Source(name: "Watch", kind: .watch)) ?? 99
        let steps = (0..<25).map {
            StepReading(
                start: at($0),
                end: at($0 + 1),
                steps: Int32($0),
                line: Int32($0 + 2),
                source: watch
            )
        }
        sink.take(steps: steps.reversed())
        #expect(sink.readings == 25)
        #expect(sink.preview.count == Inspection.previewCapacity)
        #expect(sink.preview.first?.value == .steps(24))
        #expect(sink.preview.first?.line == 26)
        #expect(sink.from == at(0))
        #expect(sink.to == at(25))
    }

    @Test func `each kind of reading is shown as what it is`() {
        let sink = PreviewSink()
        let source = sink.index(of: Source(name: "a", kind: .unknown)) ?? 99
        sink.take(counters: [CounterReading(time: at(1), value: 7, line: 1, source: source)])
        sink.take(declared: [
            DeclaredReading(
                start: at(2),
                end: at(9),
                moving: .minutes(5),
                steps: 3,
                line: 2,
                source: source
            )
        ])
        let point = TrackPoint(
            time: at(3),
            latitude: 4,
            longitude: 5,
            elevation: nil,
            line: 3
        )
        let mark = TrackPoint(
            time: at(99),
            latitude: 0,
            longitude: 0,
            elevation: nil,
            flags: .breaksChunk,
            line: 4
        )
        sink.take(track: TrackPiece(source: source, segment: 0, piece: 0, points: [mark, point]))
        #expect(
            sink.preview.map(\.value)
                == [.counter(7), .declared(.minutes(5)), .position(latitude: 4, longitude: 5)]
        )
        #expect(sink.preview.map(\.line) == [1, 2, 3])
        #expect(sink.from == at(1))
        #expect(sink.to == at(9))
    }

    @Test func `a name is one source, and there are at most a thousand`() {
        let sink = PreviewSink()
        #expect(sink.index(of: Source(name: "a", kind: .watch)) == 0)
        #expect(sink.index(of: Source(name: "b", kind: .watch)) == 1)
        #expect(sink.index(of: Source(name: "a", kind: .watch)) == 0)
        for number in 2..<1000 { _ = sink.index(of: Source(name: "\(number)", kind: .watch)) }
        #expect(sink.index(of: Source(name: "one too many", kind: .watch)) == nil)
        #expect(sink.index(of: Source(name: "b", kind: .watch)) == 1)
        #expect(sink.sourceNames.count == 1000)
        #expect(sink.sourceNames.prefix(2) == ["a", "b"])
    }

    @Test func `an empty file has no times`() {
        let sink = PreviewSink()
        sink.take(steps: [])
        #expect(sink.readings == 0)
        #expect(sink.from == nil)
        #expect(sink.to == nil)
    }

    @Test func `entries of a diary are shown as they stand, a walk as a walk`() {
        let sink = PreviewSink()
        let source = sink.index(of: Source(name: "diary", kind: .declared)) ?? 99
        sink.take(diary: [
            DiaryEntry(time: at(3), content: .pain(4)), DiaryEntry(time: at(9), content: .walk(5)),
        ])
        sink.take(declared: [
            DeclaredReading(
                start: at(4),
                end: at(9),
                moving: .minutes(5),
                steps: nil,
                line: 3,
                source: source
            )
        ])
        #expect(sink.readings == 2)
        #expect(sink.preview.map(\.value) == [.diary(.pain(4)), .declared(.minutes(5))])
        #expect(sink.preview.map(\.source) == ["diary", "diary"])
        #expect(sink.to == at(9))
    }
}
