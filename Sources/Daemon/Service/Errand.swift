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
    /// - Throws: status 66 when a path does not exist.
    package func files(at paths: [FilePath]) throws(Failure) -> [FilePath] {
        var files: [FilePath] = []
        for named in paths {
            // A link that a person names is meant for what it points to.
            let path: FilePath
            let status: FileStatus
            do {
                path = try File.resolved(named)
                status = try FileStatus.of(path, followLinks: false)
            } catch {
                throw Failure(error)
            }
            if status.kind == .folder {
                let folder = WatchedFolder(path: path, isRecursive: true, tag: 0)
                files += FolderListing.files(in: folder).files.map(\.path)
            } else if status.kind == .regular {
                files.append(path)
            } else {
                throw Failure(NotRegularFile(path: named, kind: status.kind))
            }
        }
        return files
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
    private func perform(
        _ request: DaemonRequest,
        alone: (OneRun) throws -> ExitCode
    ) throws(Failure) -> Outcome {
        while true {
            do {
                let run = try OneRun(household: household, progress: progress)
                defer { run.close() }
                return Outcome(code: try alone(run), sentence: "", byDaemon: false)
            } catch let failure as Failure where failure.code == .tryAgain {
                if let outcome = try ask(request) { return outcome }
            } catch {
                throw Failure(error)
            }
        }
    }

    /// Asks the daemon and waits for its answer for as long as it lives.
    ///
    /// - Returns: nothing when the lock became free without an answer.
    private func ask(_ request: DaemonRequest) throws(Failure) -> Outcome? {
        let desk = RequestDesk(folder: household.requestsFolder)
        do {
            let name = "\(ThisProcess.number)-\(MonotonicClock.milliseconds())"
            let path = try desk.ask(request, as: name)
            while true {
                if let answer = desk.takeAnswer(to: path) {
                    return Outcome(code: answer.code, sentence: answer.sentence, byDaemon: true)
                }
                if (try? household.takeLock()) != nil {
                    try? File.unlink(path)
                    return nil
                }
                ThisProcess.pause(milliseconds: 20)
            }
        } catch {
            throw Failure(error)
        }
    }
}
