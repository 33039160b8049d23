import Formats
import LinuxSystem
import Model
import Store

extension FileIntake {
    /// Takes each export in an archive as a file of its own, then notes the archive.
    ///
    /// Each file is one transaction. After a crash between two of them the archive is taken again,
    /// and what it brought before is known.
    func takeArchive(
        _ kind: ArchiveKind,
        _ incoming: IncomingFile,
        _ content: any FileContent,
        _ fingerprint: Fingerprint,
        _ course: Course
    ) throws -> IntakeResult {
        let walk = ArchiveWalk(
            archive: incoming,
            allowance: UnpackAllowance(),
            cancellation: course.cancellation,
            judge: { try takeMember($0, $1, course) },
            refuse: { try noteDamaged($0, $1) }
        )
        let tally: ArchiveTally
        do {
            tally = try walk.run(kind, content)
        } catch is ArchiveWalk.Changed {
            return .unfinished(stillForMilliseconds: 2_000)
        }
        guard try content.isUnchanged(), fingerprint.bytes == content.size else {
            return .unfinished(stillForMilliseconds: 2_000)
        }
        if let fault = tally.fault, fault.isTruncated, isYoung(incoming) {
            return .unfinished(stillForMilliseconds: Self.patienceMilliseconds)
        }
        let seen = Self.seen(
            kind,
            incoming,
            fingerprint,
            tally,
            at: surroundings.now
        )
        try store.note(seen)
        return .recorded(IntakeRecord(file: seen, changedDays: tally.changedDays, isNew: true))
    }

    /// The archive as the ledger notes it: the sum of what is in it.
    static func seen(
        _ kind: ArchiveKind,
        _ incoming: IncomingFile,
        _ fingerprint: Fingerprint,
        _ tally: ArchiveTally,
        at now: Instant
    ) -> SeenFile {
        SeenFile(
            path: incoming.path.bytes,
            person: incoming.person,
            sha256: fingerprint.sha256,
            bytes: fingerprint.bytes,
            outcome: tally.outcome,
            dialect: kind.rawValue,
            readings: tally.readings,
            from: tally.from,
            to: tally.to,
            problems: tally.problems,
            seen: now
        )
    }

    /// Takes a file of an archive, unless it is no export.
    private func takeMember(
        _ member: IncomingFile,
        _ content: any FileContent,
        _ course: Course
    ) throws -> ArchiveWalk.Finding {
        course.progress.note()
        // The whole of it first: what does not bear its checksum is never parsed.
        let fingerprint = try Fingerprint(of: content, cancellation: course.cancellation)
        let known = try knownFile(fingerprint, at: member)
        if let known, known.outcome == .refused, known.dialect == nil {
            return .foreign(known.problems.first.first?.message ?? "")
        }
        if let known, try isDone(member, known),
            case .recorded(let record) = try noteKnown(member, known)
        {
            return .export(record)
        }
        switch try judge(member, content, fingerprint, known, course) {
        case .foreign(let report): return .foreign(report.problems.first.first?.message ?? "")
        case .result(.recorded(let record)): return .export(record)
        case .result: throw ArchiveWalk.Changed()
        }
    }

    /// Notes a file of an archive that cannot be unpacked.
    private func noteDamaged(
        _ member: IncomingFile,
        _ fault: ArchiveFault
    ) throws -> IntakeRecord {
        let seen = Self.damaged(member, fault, at: surroundings.now)
        try store.note(seen)
        return IntakeRecord(file: seen, changedDays: false, isNew: true)
    }

    /// A file of an archive that cannot be unpacked, as the ledger notes it.
    static func damaged(
        _ member: IncomingFile,
        _ fault: ArchiveFault,
        at now: Instant
    ) -> SeenFile {
        SeenFile(
            path: member.path.bytes,
            person: member.person,
            bytes: member.size,
            outcome: .refused,
            problems: ProblemList([fault.problem]),
            seen: now
        )
    }
}
