import Model
import TestSupport

@testable import Formats

/// One file read on trial by the front door: what the report says and what the sink was given.
struct ReadingTrial {
    let report: FormatReport
    let sink: CSVSink

    init(
        _ text: String,
        name: String = "export",
        zone: String = "Europe/Oslo",
        label: String? = nil,
        source: ((_ bytes: [UInt8]) -> any ByteSource)? = nil
    ) throws {
        let bytes = Array(text.utf8)
        let context = FileContext(
            fileName: name,
            modified: CSVTrial.now,
            now: CSVTrial.now,
            home: HomeZones(.named(zone)),
            sourceLabel: label
        )
        sink = CSVSink()
        report = try FormatReader.read(
            source?(bytes) ?? MemoryBytes(bytes),
            context: context,
            into: sink
        )
    }

    /// The messages of the problems, each behind `line:column`.
    var problems: [String] {
        report.problems.first.map { "\($0.place.line):\($0.place.column) \($0.message)" }
    }

    /// The step counts as `start/end steps source line`.
    var steps: [String] {
        sink.steps.map {
            "\(CSVTrial.text($0.start))/\(CSVTrial.text($0.end)) \($0.steps) "
                + "\(sink.sources[Int($0.source)].name) \($0.line)"
        }
    }

    /// The declared walks as `start/end milliseconds steps source`.
    var walks: [String] {
        sink.declared.map {
            "\(CSVTrial.text($0.start))/\(CSVTrial.text($0.end)) \($0.moving.count) "
                + "\($0.steps.map { "\($0)" } ?? "-") \(sink.sources[Int($0.source)].name)"
        }
    }

    /// The looks at counters as `time value source`.
    var counters: [String] {
        sink.counters.map {
            "\(CSVTrial.text($0.time)) \($0.value) \(sink.sources[Int($0.source)].name)"
        }
    }
}
