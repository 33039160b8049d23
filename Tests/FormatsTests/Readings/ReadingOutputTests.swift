import Model
import Testing

@testable import Formats

struct ReadingOutputTests {
    private static let place = TextPlace(line: 3, column: 2, byte: 40)

    private func reading(_ start: Int64, _ end: Int64, _ steps: Int32) -> StepReading {
        StepReading(
            start: Instant(seconds: start),
            end: Instant(seconds: end),
            steps: steps,
            line: 3,
            source: 0
        )
    }

    private func output(_ sink: CSVSink) -> ReadingOutput {
        ReadingOutput(sink, plausibility: Plausibility(now: CSVTrial.now))
    }

    @Test func `readings come in batches, and the last ones at the end`() {
        let sink = CSVSink()
        let output = output(sink)
        for index in 0..<5000 {
            let start = 1_790_000_000 + Int64(index) * 60
            output.take(reading(start, start + 60, 5), at: Self.place)
        }
        #expect(sink.steps.count == 4096)
        output.finish()
        #expect(sink.steps.count == 5000)
        #expect(sink.largestBatch == 4096)
        #expect(output.report(dialect: "x", emptiness: "none").outcome == .taken)
    }

    @Test func `an implausible reading is kept, reported and does not count`() {
        let sink = CSVSink()
        let output = output(sink)
        output.take(reading(1_790_000_000, 1_790_000_060, 301), at: Self.place)
        output.finish()
        let report = output.report(dialect: "x", emptiness: "none")
        #expect(sink.steps.count == 1)
        #expect(report.outcome == .refused)
        #expect(report.isOnlyImplausible)
        #expect(
            report.problems.first.map(\.message)
                == [
                    "a record of 301 steps is more steps than anybody takes in that time; kept, but"
                        + " not counted"
                ]
        )
    }

    @Test func `times beyond all calendars are left out`() {
        let sink = CSVSink()
        let output = output(sink)
        output.take(reading(1_790_000_000, 300_000_000_000, 1), at: Self.place)
        output.finish()
        #expect(sink.steps.isEmpty)
        #expect(output.isPartly)
        #expect(!output.report(dialect: "x", emptiness: "none").isOnlyImplausible)
    }

    @Test func `a walk that does not end after it begins never reaches the sink`() {
        let sink = CSVSink()
        let output = output(sink)
        let moment = Instant(seconds: 1_790_000_000)
        let walk = DeclaredReading(
            start: moment,
            end: moment,
            moving: .zero,
            steps: nil,
            line: 1,
            source: 0
        )
        output.take(walk, at: Self.place)
        #expect(sink.declared.isEmpty)
        #expect(output.problems.count == 1)
    }

    @Test func `a walk comes behind the steps that stand before it`() {
        let sink = PreviewSink()
        let index = sink.index(of: Source(name: "a", kind: .watch)) ?? 0
        let output = ReadingOutput(sink, plausibility: Plausibility(now: CSVTrial.now))
        output.take(reading(1_790_000_000, 1_790_000_060, 7), at: Self.place)
        let walk = DeclaredReading(
            start: Instant(seconds: 1_790_000_000),
            end: Instant(seconds: 1_790_000_600),
            moving: .minutes(10),
            steps: nil,
            line: 4,
            source: index
        )
        output.take(walk, at: Self.place)
        output.finish()
        #expect(sink.preview.map(\.line) == [3, 4])
    }

    @Test func `nothing at all is said, and is no mistake`() {
        let output = output(CSVSink())
        output.finish()
        let report = output.report(dialect: "x", emptiness: "there is nothing in it")
        #expect(report.outcome == .taken)
        #expect(report.problems.first.map(\.message) == ["there is nothing in it"])
    }
}
