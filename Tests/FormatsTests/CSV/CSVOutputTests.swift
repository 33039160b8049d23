import Model
import Testing

@testable import Formats

@Suite struct CSVOutputTests {
    private let header = CSVHeader(["time", "steps"])

    /// Runs a body with a row `2026,7` and an output into a sink of its own.
    private func trial(
        _ body: (CSVOutput, CSVRow, CSVOutput.Columns) -> Void
    ) throws -> (CSVOutput, CSVSink) {
        let sink = CSVSink()
        let context = FileContext(
            fileName: "x.csv",
            modified: CSVTrial.now,
            now: CSVTrial.now,
            home: HomeZones(.utc)
        )
        let sources = CSVSources(sink, context: context, style: .init(defaultName: "d"))
        let output = CSVOutput(sink, context: context, sources: sources)
        var tokenizer = CSVTokenizer(delimiter: UInt8(ascii: ","))
        _ = try Array("2026,7\n".utf8).withUnsafeBufferPointer {
            try tokenizer.feed($0) { row in
                body(output, row, CSVOutput.Columns(header: header, time: 0, count: 1))
                return true
            }
        }
        return (output, sink)
    }

    private func reading(_ milliseconds: Int64, _ steps: Int32 = 7) -> StepReading {
        let time = Instant(milliseconds: milliseconds)
        return StepReading(start: time, end: time, steps: steps, line: 1, source: 0)
    }

    private let noon: Int64 = 1_790_000_000_000

    @Test func `nothing reaches the sink before the end but full batches`() throws {
        let (output, sink) = try trial { output, row, columns in
            for _ in 0..<5000 { output.take(reading(noon), of: row, columns) }
        }
        #expect(sink.steps.count == 4096)
        output.finish()
        output.finish()
        #expect(sink.steps.count == 5000)
        #expect(output.readings == 5000)
        #expect(output.plausibleReadings == 5000)
    }

    @Test func `counters travel the same way`() throws {
        let (output, sink) = try trial { output, row, columns in
            let time = Instant(milliseconds: noon)
            for _ in 0..<4097 {
                output.take(
                    CounterReading(time: time, value: 1, line: 1, source: 0),
                    of: row,
                    columns
                )
            }
        }
        #expect(sink.counters.count == 4096)
        output.finish()
        #expect(sink.counters.count == 4097)
    }

    @Test func `implausible readings count and are named at the cell that is to blame`() throws {
        let (output, _) = try trial { output, row, columns in
            output.take(reading(noon, 301), of: row, columns)
            output.take(reading(0), of: row, columns)
        }
        output.finish()
        #expect(output.readings == 2)
        #expect(output.plausibleReadings == 0)
        #expect(output.problems.first.map(\.place.column) == [1, 6])
        #expect(output.problems.first.allSatisfy { $0.message.contains("kept, but not counted") })
    }

    @Test func `large counts in a coarse rhythm are no problem, and larger ones than a day's are`()
        throws
    {
        let (output, _) = try trial { output, row, columns in
            for place in 0..<8 {
                output.take(reading(noon + Int64(place) * 900_000, 1500), of: row, columns)
            }
            output.take(reading(noon + 7_200_000, 432_000), of: row, columns)
            output.take(reading(noon + 8_100_000, 432_001), of: row, columns)
        }
        #expect(output.plausibleReadings == 0)
        output.finish()
        output.finish()
        #expect(output.readings == 10)
        #expect(output.plausibleReadings == 9)
        #expect(output.problems.count == 1)
    }

    @Test func `in a rhythm of minutes they are, and more than a hundred are counted`() throws {
        let (output, _) = try trial { output, row, columns in
            for place in 0..<150 {
                output.take(reading(noon + Int64(place) * 60_000, 400), of: row, columns)
                output.report(row, 0, header, "is odd")
            }
        }
        output.finish()
        #expect(output.problems.count == 300)
        #expect(output.problems.first.count == 100)
        #expect(output.plausibleReadings == 0)
    }

    @Test func `times outside the years 1 to 9999 are no readings`() throws {
        let (output, _) = try trial { output, row, columns in
            for time in [-62_135_596_800_001, 253_402_300_800_000, Int64.min, .max] {
                output.take(reading(time), of: row, columns)
            }
        }
        #expect(output.readings == 0)
        #expect(output.problems.count == 4)
        #expect(
            output.problems.first.first?.message
                == "\"2026\" lies outside the years 1 to 9999 (column \"time\")"
        )
    }

    @Test func `a message survives a column that the header lacks`() throws {
        let (output, _) = try trial { output, row, _ in output.report(row, 7, header, "is odd") }
        #expect(output.problems.first.first?.message == "\"\" is odd (column \"\")")
    }
}
