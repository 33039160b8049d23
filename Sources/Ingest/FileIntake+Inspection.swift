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
    /// - Returns: what the file is, how it is read, its first readings and every problem; of an
    ///   archive what is in it.
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
        let bytes = ContentBytes(content, cancellation: Cancellation())
        if let kind = try ArchiveKind.of(bytes) {
            return try inspect(kind, incoming, content, fingerprint, surroundings)
        }
        return try inspect(incoming, content, fingerprint, surroundings)
    }

    /// Looks at one file that is no archive.
    private static func inspect(
        _ incoming: IncomingFile,
        _ content: any FileContent,
        _ fingerprint: Fingerprint,
        _ surroundings: Surroundings
    ) throws -> Inspection {
        let sink = PreviewSink()
        // The draft counts readings as the ledger would: repeated ones once.
        let draft = FileDraft()
        let report = try FormatReader.read(
            ContentBytes(content, cancellation: Cancellation()),
            context: surroundings.context(of: incoming, content),
            into: TeeSink(sink, draft)
        )
        var seen = SeenFile(
            path: incoming.path.bytes,
            person: incoming.person,
            sha256: fingerprint.sha256,
            bytes: fingerprint.bytes,
            outcome: report.outcome,
            seen: surroundings.now
        )
        seen.dialect = report.dialect
        seen.readings = draft.readings
        (seen.from, seen.to) = (sink.from, sink.to)
        seen.problems = report.problems
        return Inspection(
            report: report,
            file: seen,
            preview: sink.preview,
            title: report.dialect.flatMap(FormatReader.title)
        )
    }

    /// Looks at an archive and at each export in it.
    private static func inspect(
        _ kind: ArchiveKind,
        _ archive: IncomingFile,
        _ content: any FileContent,
        _ fingerprint: Fingerprint,
        _ surroundings: Surroundings
    ) throws -> Inspection {
        let found = Gathering()
        let walk = ArchiveWalk(
            archive: archive,
            allowance: UnpackAllowance(),
            cancellation: Cancellation(),
            judge: { file, content in
                let member = try inspect(file, content, Fingerprint(of: content), surroundings)
                if member.report.isForeign {
                    return .foreign(member.file.problems.first.first?.message ?? "")
                }
                found.note(member)
                return .export(IntakeRecord(file: member.file, changedDays: false, isNew: true))
            },
            refuse: { file, fault in
                let seen = damaged(file, fault, at: surroundings.now)
                found.files.append(seen)
                return IntakeRecord(file: seen, changedDays: false, isNew: true)
            }
        )
        let tally = try walk.run(kind, content)
        let file = seen(kind, archive, fingerprint, tally, at: surroundings.now)
        var report = FormatReport(
            dialect: kind.rawValue,
            outcome: file.outcome,
            problems: file.problems,
            encoding: ""
        )
        report.endsEarly = tally.fault?.isTruncated == true
        return Inspection(
            report: report,
            file: file,
            preview: found.preview,
            members: found.files,
            title: FormatReader.title(ofDialect: kind.rawValue)
        )
    }

    /// What an inspection gathers in an archive: every export, and the first readings of the first.
    private final class Gathering {
        var files: [SeenFile] = []
        var preview: [PreviewReading] = []

        func note(_ member: Inspection) {
            if preview.isEmpty { preview = member.preview }
            files.append(member.file)
        }
    }
}
