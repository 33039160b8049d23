import Ingest
import LinuxSystem
package import Model

/// Writes an entry into the diary of the inbox and sees it taken (COMMANDS.md §3, "One way in").
///
/// The entry is a line in a file before anything else happens, so that nothing is lost whoever works
/// on the state folder, and whenever. Blocks.
package struct EntryErrand: Sendable {
    /// What came of it.
    package enum Outcome: Hashable, Sendable {
        /// The entry stands in the person's diary; pages show it.
        case taken
        /// The line is written, and whoever holds the lock has not read it yet.
        case waiting
    }

    /// How long a command waits for a running daemon (COMMANDS.md §3).
    package static let patienceMilliseconds: Int64 = 3_000
    /// How far ahead an entry may lie: 26 hours, as a diary is read (PLAN.md §3).
    private static let aheadMilliseconds: Int64 = 26 * 3_600_000

    private let household: Household
    private let inbox: FilePath
    private let patience: Int64

    /// Whose diary is written.
    package let person: String

    /// Prepares an errand.
    ///
    /// - Parameters:
    ///   - household: where things lie.
    ///   - person: whose diary is meant; nothing means that of the inbox.
    ///   - patience: how many milliseconds a running daemon is waited for.
    /// - Throws: status 64 when no watched folder belongs to the person.
    package init(
        household: Household,
        person: String?,
        patience: Int64 = patienceMilliseconds
    ) throws(Failure) {
        let owner = household.owner(of: household.inbox.appending(DiaryAppender.fileName))
        let person = person ?? owner
        self.household = household
        self.patience = patience
        self.person = person
        if person == owner {
            inbox = household.inbox
        } else if let folder = household.folders.first(where: { $0.person == person }) {
            inbox = folder.path
        } else {
            throw Failure(
                .usage,
                "no watched folder belongs to \(quoted(person)); name one in a [[folder]] of the "
                    + "configuration with person = \(quoted(person))"
            )
        }
    }

    /// Appends an entry, then takes it or waits until a running daemon has.
    ///
    /// - Parameters:
    ///   - entry: what is entered; its time is cut to whole seconds.
    ///   - note: the person's own words.
    /// - Returns: whether it stands in the diary by now.
    /// - Throws: status 64 for a time more than 26 hours ahead; otherwise what kept the line from
    ///   being written, or from being taken.
    package func enter(_ entry: DiaryEntry, note: String = "") throws(Failure) -> Outcome {
        let entry = entry.cutToSeconds
        guard entry.time <= household.now.advanced(by: Self.aheadMilliseconds) else {
            throw Failure(
                .usage,
                "the time lies more than 26 hours ahead; enter it when it is nearer"
            )
        }
        do {
            try household.makeFolders()
            let diary = DiaryAppender(inbox: inbox, home: household.zones)
            try diary.append(entry, note: note, after: said(beside: diary.path))
            return try take(entry, in: diary.path)
        } catch {
            throw Failure(error)
        }
    }

    /// What the diary said while its file is gone or empty; nothing while the file speaks itself.
    ///
    /// A new file that said the new line only would take all else back (PLAN.md §3).
    private func said(beside diary: FilePath) throws(Failure) -> [DiaryEntry] {
        if let status = try? FileStatus.of(diary), status.size > 0 { return [] }
        return try WalkBook(household: household, person: person).diary()
    }

    /// Works alone once the lock is free, and looks meanwhile whether its holder took the entry.
    private func take(_ entry: DiaryEntry, in diary: FilePath) throws -> Outcome {
        let deadline = MonotonicClock.milliseconds() + patience
        while true {
            if try takeAlone(diary) {
                if try stands(entry) { return .taken }
                throw Failure(
                    .wrongData,
                    "the entry was written to \(diary.shown) and could not be read back; "
                        + "`amble files --refused` says why"
                )
            }
            if try stands(entry) { return .taken }
            guard MonotonicClock.milliseconds() < deadline else { return .waiting }
            ThisProcess.pause(milliseconds: 20)
        }
    }

    /// Runs the pipeline over the diary; returns whether the lock was free.
    private func takeAlone(_ diary: FilePath) throws -> Bool {
        do throws(Failure) {
            let run = try OneRun(household: household)
            defer { run.close() }
            _ = run.take([household.incoming(named: diary, person: person)], countsKnown: false)
            return true
        } catch {
            guard error.code == .tryAgain else { throw error }
            return false
        }
    }

    private func stands(_ entry: DiaryEntry) throws(Failure) -> Bool {
        try WalkBook(household: household, person: person).diary().contains(entry)
    }
}

extension Household {
    /// Whose file a path in a watched folder is.
    fileprivate func owner(of path: FilePath) -> String {
        owner(of: path, unless: "me")
    }
}

extension DiaryEntry {
    /// The entry as a line of a diary has it.
    package var cutToSeconds: DiaryEntry {
        let seconds = time.milliseconds.flooredDivision(by: 1000)
        return DiaryEntry(time: Instant(seconds: seconds), content: content)
    }
}
