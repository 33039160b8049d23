import Formats
package import LinuxSystem
package import Model
package import Store

/// Takes one file: fingerprint → recognise and parse → store, each stage a function below.
///
/// A value without state of its own: several files may be taken at the same time on several queues;
/// the store has its own queue and one writer.
package struct FileIntake: Sendable {
    /// What is known beside the file itself.
    package struct Surroundings: Sendable {
        /// The zones in which wall times without a zone are read.
        package var home: HomeZones
        /// Zones of sources that keep their own, by the source's name.
        package var sourceZones: [String: ZoneRules]
        /// The clock.
        package var clock: WallClock

        /// Joins the surroundings.
        package init(home: HomeZones, sourceZones: [String: ZoneRules], clock: WallClock) {
            self.home = home
            self.sourceZones = sourceZones
            self.clock = clock
        }

        /// The moment that the clock shows.
        package var now: Instant { Instant(milliseconds: clock.milliseconds()) }

        /// What a parser is told about a file beside its bytes.
        func context(of incoming: IncomingFile, _ content: any FileContent) -> FileContext {
            let now = now
            return FileContext(
                fileName: incoming.path.name,
                modified: content.modified ?? now,
                now: now,
                home: home,
                sourceZones: sourceZones,
                sourceLabel: incoming.sourceLabel
            )
        }
    }

    /// For how long a file that breaks off must have been still before it is taken as it is.
    package static let patienceMilliseconds: Int64 = 30_000

    let store: WalkStore
    let surroundings: Surroundings

    /// Makes an intake into a store.
    package init(store: WalkStore, surroundings: Surroundings) {
        self.store = store
        self.surroundings = surroundings
    }

    /// Takes a file, or says why not.
    ///
    /// Blocks while it reads and writes.
    package func take(
        _ incoming: IncomingFile,
        cancellation: Cancellation = Cancellation(),
        progress: IntakeProgress = IntakeProgress()
    ) -> IntakeResult {
        let course = Course(cancellation: cancellation, progress: progress)
        do {
            return try take(incoming, incoming.open(), course)
        } catch is Cancellation.Stopped {
            return .unfinished(stillForMilliseconds: 0)
        } catch is NotRegularFile {
            return .gone
        } catch let failure as ContentFailure {
            switch failure {
            case .gone: return .gone
            case .unreadable(let reason): return waits(incoming, because: reason)
            }
        } catch let error as SystemError {
            if error.isMissing { return .gone }
            return waits(incoming, because: error.description)
        } catch {
            return waits(incoming, because: String(describing: error))
        }
    }

    /// What accompanies one intake.
    struct Course {
        let cancellation: Cancellation
        let progress: IntakeProgress
    }

    private func take(
        _ incoming: IncomingFile,
        _ content: any FileContent,
        _ course: Course
    ) throws -> IntakeResult {
        let fingerprint = try Fingerprint(of: content, cancellation: course.cancellation)
        let known = try knownFile(fingerprint, at: incoming)
        let bytes = ContentBytes(content, cancellation: course.cancellation)
        let kind = try ArchiveKind.of(bytes)
        // An archive that was refused before archives were read bears no dialect.
        let isOutgrown = kind != nil && known?.outcome == .refused && known?.dialect == nil
        if let known, !isOutgrown, try isDone(incoming, known) {
            return try noteKnown(incoming, known)
        }
        if let kind {
            return try takeArchive(kind, incoming, content, fingerprint, course)
        }
        switch try judge(incoming, content, fingerprint, known, course) {
        case .result(let result): return result
        case .foreign(let report): return try record(incoming, fingerprint, report, FileDraft())
        }
    }

    /// What is known of a content, wherever it lay.
    ///
    /// A content that was refused as a whole under another name may have been refused for its name,
    /// and been given back the right one: of that nothing is known, until it was looked at here too.
    func knownFile(_ fingerprint: Fingerprint, at incoming: IncomingFile) throws -> SeenFile? {
        let known = try store.knownFile(sha256: fingerprint.sha256, person: incoming.person)
        guard let known, known.outcome == .refused, known.dialect != nil,
            known.path != incoming.path.bytes,
            known.problems.first.allSatisfy({ $0.place == .wholeFile })
        else { return known }
        let wasHere = try store.wasSeen(
            fingerprint.sha256,
            at: incoming.path.bytes,
            person: incoming.person
        )
        return wasHere ? known : nil
    }

    /// What a look at a content led to.
    enum Judgement {
        /// It was put into the store, or is still being written.
        case result(IntakeResult)
        /// It is no known export; nothing is noted yet.
        case foreign(FormatReport)
    }

    /// Reads a content that is not done and puts what it says into the store, unless it is no known
    /// export.
    func judge(
        _ incoming: IncomingFile,
        _ content: any FileContent,
        _ fingerprint: Fingerprint,
        _ known: SeenFile?,
        _ course: Course
    ) throws -> Judgement {
        let draft = FileDraft()
        let report = try FormatReader.read(
            ContentBytes(content, cancellation: course.cancellation),
            context: surroundings.context(of: incoming, content),
            into: draft
        )
        guard try content.isUnchanged(), fingerprint.bytes == content.size else {
            return .result(.unfinished(stillForMilliseconds: 2_000))
        }
        if report.endsEarly, isYoung(incoming) {
            return .result(.unfinished(stillForMilliseconds: Self.patienceMilliseconds))
        }
        let noted = Self.noting(openLineOf: report)
        if noted.isForeign { return .foreign(noted) }
        let result = try record(incoming, fingerprint, noted, draft)
        if let known { return .result(Self.asCopy(result, of: known, at: incoming)) }
        return .result(result)
    }

    /// Whether a file that breaks off may still be being written.
    func isYoung(_ incoming: IncomingFile) -> Bool {
        !incoming.isFinal && incoming.unchangedMilliseconds < Self.patienceMilliseconds
    }

    /// Says at its line that the file breaks off, so that nobody takes half a number for a whole one
    /// without being told.
    private static func noting(openLineOf report: FormatReport) -> FormatReport {
        guard let place = report.openLine else { return report }
        var report = report
        report.problems.append(
            Problem(
                at: place,
                "the last line has no line end; if it was cut off, export the file again"
            )
        )
        return report
    }

    /// Puts the readings, the problems and the ledger's entry into the store, in one transaction.
    private func record(
        _ incoming: IncomingFile,
        _ fingerprint: Fingerprint,
        _ report: FormatReport,
        _ draft: FileDraft
    ) throws -> IntakeResult {
        let isRefused = report.outcome == .refused
        let seen = SeenFile(
            path: incoming.path.bytes,
            person: incoming.person,
            sha256: fingerprint.sha256,
            bytes: fingerprint.bytes,
            outcome: report.outcome,
            dialect: report.dialect,
            readings: isRefused ? 0 : draft.readings,
            from: isRefused ? nil : draft.from,
            to: isRefused ? nil : draft.to,
            problems: report.problems,
            seen: surroundings.now
        )
        if isRefused, !report.isOnlyImplausible {
            try store.note(seen)
            return .recorded(IntakeRecord(file: seen, changedDays: false, isNew: true))
        }
        let result =
            report.dialect == DiaryLayout.dialect
            ? try store.record(diary: seen, draft, readAgain: report.readAgain)
            : try store.record(seen, draft)
        let hasChanges = !result.marked.isEmpty || result.changedDiary
        let marked = result.marked.first.flatMap { first in
            result.marked.last.map { last in
                first.lowerBound...max(first.lowerBound, last.upperBound)
            }
        }
        return .recorded(
            IntakeRecord(file: seen, changedDays: hasChanges, isNew: true, marked: marked)
        )
    }

    /// A content that was taken before is done; only the path is new, or seen again.
    func noteKnown(_ incoming: IncomingFile, _ known: SeenFile) throws -> IntakeResult {
        var seen = known
        let isSamePath = known.path == incoming.path.bytes
        seen.path = incoming.path.bytes
        seen.seen = surroundings.now
        if !isSamePath, known.outcome != .refused { seen.outcome = .known }
        try store.note(seen)
        return .recorded(IntakeRecord(file: seen, changedDays: false, isNew: false))
    }

    /// The file cannot be taken now; the ledger says so, if it can be written itself.
    private func waits(_ incoming: IncomingFile, because reason: String) -> IntakeResult {
        let seen = SeenFile(
            path: incoming.path.bytes,
            person: incoming.person,
            bytes: incoming.size,
            outcome: .waiting,
            problems: ProblemList([Problem(at: .wholeFile, "\(reason); it is tried again")]),
            seen: surroundings.now
        )
        // On a full disk the ledger cannot take the note either; the file waits all the same.
        try? store.note(seen)
        return .recorded(IntakeRecord(file: seen, changedDays: false, isNew: true))
    }
}

extension FormatReport {
    /// Whether the content is no known export at all.
    var isForeign: Bool {
        outcome == .refused && dialect == nil && !isOnlyImplausible
    }
}
