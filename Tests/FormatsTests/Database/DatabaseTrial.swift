import Model
import TestSupport

@testable import Formats

/// One database read on trial by the front door: what the report says and what the sink was given.
struct DatabaseTrial {
    let report: FormatReport
    let sink: CSVSink

    /// Makes a database with these statements and reads it.
    init(_ statements: [String], zone: String = "Europe/Oslo") throws {
        try self.init(bytes: MadeDatabase(statements).bytes, zone: zone)
    }

    init(bytes: [UInt8], zone: String = "Europe/Oslo") throws {
        let context = FileContext(
            fileName: "export",
            modified: CSVTrial.now,
            now: CSVTrial.now,
            home: HomeZones(.named(zone))
        )
        sink = CSVSink()
        report = try FormatReader.read(MemoryBytes(bytes), context: context, into: sink)
    }

    /// The messages of the problems, each behind its line.
    var problems: [String] {
        report.problems.first.map { "\($0.place.line) \($0.message)" }
    }

    /// The step counts as `start/end steps source line`.
    var steps: [String] {
        sink.steps.map {
            "\(CSVTrial.text($0.start))/\(CSVTrial.text($0.end)) \($0.steps) "
                + "\(sink.sources[Int($0.source)].name) \($0.line)"
        }
    }

    /// The declared walks as `start/end milliseconds source`.
    var walks: [String] {
        sink.declared.map {
            "\(CSVTrial.text($0.start))/\(CSVTrial.text($0.end)) \($0.moving.count) "
                + "\(sink.sources[Int($0.source)].name)"
        }
    }

    /// The sources as `name kind`.
    var sources: [String] { sink.sources.map { "\($0.name): \($0.kind)" } }
}
