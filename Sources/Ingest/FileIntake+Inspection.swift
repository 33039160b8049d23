import Formats
package import LinuxSystem
package import Model
import Store

extension FileIntake {
    /// Says what a file is without taking it.
    ///
    /// - Parameters:
    ///   - path: where it lies.
    ///   - person: whose file it would be.
    ///   - surroundings: zones and clock.
    /// - Returns: what the file is, how it is read, its first readings and every problem.
    /// - Throws: what the system said when it cannot be read.
    package static func inspect(
        _ path: FilePath,
        person: String,
        surroundings: Surroundings
    ) throws -> Inspection {
        let content = try DescriptorContent(opening: path)
        let fingerprint = try Fingerprint(of: content)
        let incoming = IncomingFile(
            path: path,
            person: person,
            size: content.size,
            unchangedMilliseconds: 0,
            isFinal: true
        )
        let sink = PreviewSink()
        // The draft counts readings as the ledger would: repeated ones once.
        let draft = FileDraft()
        let report = try FormatReader.read(
            ContentBytes(content, cancellation: Cancellation()),
            context: surroundings.context(of: incoming, content),
            into: TeeSink(sink, draft)
        )
        var seen = SeenFile(
            path: path.bytes,
            person: person,
            sha256: fingerprint.sha256,
            bytes: fingerprint.bytes,
            outcome: report.outcome,
            seen: surroundings.now
        )
        seen.dialect = report.dialect
        seen.readings = draft.readings
        (seen.from, seen.to) = (sink.from, sink.to)
        seen.problems = report.problems
        return Inspection(report: report, file: seen, preview: sink.preview)
    }
}
