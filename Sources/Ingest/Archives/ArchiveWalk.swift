import Formats
import LinuxSystem
import Model

/// Goes through an archive, and the archives in it, file by file; nothing is unpacked to disk.
///
/// What is done with an export is somebody else's: an intake takes it, an inspection looks at it.
struct ArchiveWalk {
    /// What was found out about a file in an archive.
    enum Finding {
        /// It is an export, taken or refused.
        case export(IntakeRecord)
        /// It is no export; why.
        case foreign(String)
    }

    /// The archive changed while it was read.
    struct Changed: Error {}

    /// How deep archives may lie in each other: a zip of packed tracks, as Strava writes, and no
    /// more.
    private static let deepest = 2

    /// The archive in the folder, whose person and source its files bear.
    let archive: IncomingFile
    let allowance: UnpackAllowance
    let cancellation: Cancellation
    /// Judges a file that may be an export.
    let judge: (IncomingFile, any FileContent) throws -> Finding
    /// Notes a file that cannot be unpacked.
    let refuse: (IncomingFile, ArchiveFault) throws -> IntakeRecord

    /// An archive in hand.
    private struct Level {
        let content: any FileContent
        let path: FilePath
        let depth: Int
    }

    /// Goes through an archive; what is wrong with it as a whole stands in the tally.
    ///
    /// - Throws: `Changed`, or what the content throws.
    func run(_ kind: ArchiveKind, _ content: any FileContent) throws -> ArchiveTally {
        var tally = ArchiveTally()
        do {
            let level = Level(content: content, path: archive.path, depth: 1)
            try walk(kind, level, &tally)
        } catch let fault as ArchiveFault {
            tally.fault = fault
        }
        return tally
    }

    private func walk(_ kind: ArchiveKind, _ level: Level, _ tally: inout ArchiveTally) throws {
        switch kind {
        case .zip: try walkZip(level, &tally)
        case .gzip: try walkGzip(level, &tally)
        }
    }

    private func walkZip(_ level: Level, _ tally: inout ArchiveTally) throws {
        let source = bytes(of: level.content)
        let directory = try ZipDirectory(source, size: level.content.size)
        tally.files += directory.files
        for member in directory.members {
            try cancellation.check()
            let path = self.path(of: member.name, in: level)
            switch member.obstacle {
            case .locked: tally.locked += 1
            case .method(let name): tally.unread[name, default: 0] += 1
            case nil:
                do {
                    let content = MemberContent(
                        try member.open(in: source, allowance),
                        modified: plausible(member.modified),
                        in: level.content
                    )
                    try look(at: content, path, level, &tally)
                } catch let fault as ArchiveFault {
                    tally.count(try refuse(file(at: path, size: member.size), fault))
                }
            }
        }
    }

    private func walkGzip(_ level: Level, _ tally: inout ArchiveTally) throws {
        let source = bytes(of: level.content)
        let packed = try GzipFile(source, size: level.content.size)
        let content = MemberContent(
            packed.open(in: source, allowance),
            modified: plausible(packed.modified),
            in: level.content
        )
        if level.depth == 1 { tally.files += 1 }
        let name = packed.name ?? ArchiveName.unpacked(level.path.name)
        try look(at: content, path(of: name, in: level), level, &tally)
    }

    /// Looks whether a file is an archive itself, else has it judged.
    private func look(
        at content: MemberContent,
        _ path: FilePath,
        _ level: Level,
        _ tally: inout ArchiveTally
    ) throws {
        guard let kind = try ArchiveKind.of(bytes(of: content)) else {
            switch try judge(file(at: path, size: content.size), content) {
            case .export(let record): tally.count(record)
            case .foreign(let sentence): tally.passOver(path.name, because: sentence)
            }
            return
        }
        guard level.depth < Self.deepest else {
            tally.passOver(path.name, because: "it lies in an archive of archives; unpack those")
            return
        }
        try walk(kind, Level(content: content, path: path, depth: level.depth + 1), &tally)
        // An inner zip counts with its files, and not as one of its own.
        if kind == .zip { tally.files -= 1 }
    }

    // MARK: - Files in it

    private func bytes(of content: any FileContent) -> ContentBytes {
        ContentBytes(content, cancellation: cancellation)
    }

    private func path(of name: String, in level: Level) -> FilePath {
        let shown = ArchiveName.shown(name)
        return level.path.appending(shown.isEmpty ? "?" : shown)
    }

    private func file(at path: FilePath, size: Int64) -> IncomingFile {
        IncomingFile(
            path: path,
            opener: archive.opener,
            person: archive.person,
            sourceLabel: archive.sourceLabel,
            size: size,
            unchangedMilliseconds: archive.unchangedMilliseconds,
            isFinal: true
        )
    }

    /// A time that an archiver may have written; before 1990 a clock was not set.
    private func plausible(_ modified: Instant?) -> Instant? {
        modified.flatMap { $0 > Instant(seconds: 631_152_000) ? $0 : nil }
    }
}
