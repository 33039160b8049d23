import FolderWatch
import Ingest
package import LinuxSystem

/// Takes files now (`amble import`) or makes all days anew (`amble rebuild`): by itself when no
/// daemon runs, else by asking the daemon, so that there is one writer.
package struct Errand: Sendable {
    /// What came of it.
    package struct Outcome: Sendable {
        /// The exit status.
        package let code: ExitCode
        /// What went wrong, when it is not about a single file.
        package let sentence: String
        /// Whether a running daemon did the work.
        package let byDaemon: Bool
    }

    private let household: Household
    private let person: String
    private let progress: @Sendable (OneRun.Progress) -> Void

    /// Prepares an errand.
    package init(
        household: Household,
        person: String,
        progress: @escaping @Sendable (OneRun.Progress) -> Void = { _ in }
    ) {
        self.household = household
        self.person = person
        self.progress = progress
    }

    /// All regular files that paths mean: folders stand for what is in them.
    ///
    /// - Throws: status 66 when a path does not exist, or is neither a file nor a folder.
    package func files(at paths: [FilePath]) throws(Failure) -> [FilePath] {
        var files: [FilePath] = []
        for named in paths {
            // A link that a person names is meant for what it points to.
            let path = try resolved(named)
            if try kind(of: path) == .folder {
                let folder = WatchedFolder(path: path, isRecursive: true, tag: 0)
                files += FolderListing.files(in: folder).files.map(\.path)
                continue
            }
            let kind = try kind(of: path)
            guard kind == .regular else { throw Failure(NotRegularFile(path: named, kind: kind)) }
            files.append(path)
        }
        return files
    }

    private func resolved(_ path: FilePath) throws(Failure) -> FilePath {
        do {
            return try File.resolved(path)
        } catch {
            throw Failure(error)
        }
    }

    private func kind(of path: FilePath) throws(Failure) -> FileKind {
        do {
            return try FileStatus.of(path).kind
        } catch {
            throw Failure(error)
        }
    }

    /// Takes files.
    package func take(_ files: [FilePath]) throws(Failure) -> Outcome {
        try perform(DaemonRequest(.importFiles, person: person, paths: files)) { run in
            run.take(
                files.map { path in
                    IncomingFile(
                        path: path,
                        person: person,
                        size: (try? FileStatus.of(path, followLinks: false))?.size ?? 0,
                        unchangedMilliseconds: 0,
                        isFinal: true
                    )
                },
                countsKnown: true
            )
        }
    }

    /// Makes everything derived anew.
    package func rebuild() throws(Failure) -> Outcome {
        try perform(DaemonRequest(.rebuild, person: person)) { run in try run.rebuild() }
    }

    /// Works alone when the lock is free, else asks whoever holds it; again when that one ended.
    /// Works alone when the lock is free, else asks whoever holds it; again when that one ended.
    private func perform(
        _ request: DaemonRequest,
        alone: (OneRun) throws -> ExitCode
    ) throws(Failure) -> Outcome {
        do {
            while true {
                if let run = try oneRun() {
                    defer { run.close() }
                    return Outcome(code: try alone(run), sentence: "", byDaemon: false)
                }
                if let outcome = try ask(request) { return outcome }
            }
        } catch {
            throw Failure(error)
        }
    }

    /// A run of one's own; nothing while somebody else holds the lock.
    private func oneRun() throws(Failure) -> OneRun? {
        do {
            return try OneRun(household: household, progress: progress)
        } catch {
            guard error.code == .tryAgain else { throw error }
            return nil
        }
    }

    /// Asks whoever holds the lock and waits for the answer for as long as it is held.
    ///
    /// - Returns: nothing when the lock is free again without an answer: the daemon ended, or it
    ///   was another command that held it.
    private func ask(_ request: DaemonRequest) throws -> Outcome? {
        let desk = RequestDesk(folder: household.requestsFolder)
        let name = "\(ThisProcess.number)-\(MonotonicClock.milliseconds())"
        let path = try desk.ask(request, as: name)
        while true {
            // In this order, since an answer is there before its request is gone.
            let isOpen = desk.isOpen(path)
            if let answer = desk.takeAnswer(to: path) {
                return Outcome(code: answer.code, sentence: answer.sentence, byDaemon: true)
            }
            // Somebody cleared the desk; whoever holds the lock now is asked anew.
            guard isOpen else { return nil }
            if (try? household.takeLock()) != nil {
                desk.withdraw(path)
                return nil
            }
            ThisProcess.pause(milliseconds: 20)
        }
    }
}
