import FolderWatch
import Ingest
package import LinuxSystem
package import Model
import Scoring
import Sessions

extension Household {
    /// The watched folders as the watcher wants them, tagged with their place in `folders`.
    ///
    /// What `after = "move"` tidies away is not watched, and neither is the state folder.
    var watchedFolders: [WatchedFolder] {
        folders.enumerated().map { index, folder in
            var excluded: Set<FilePath> = [stateFolder]
            if folder.after == .move {
                excluded.insert(folder.path.appending(AfterTaking.taken))
                excluded.insert(folder.path.appending(AfterTaking.refused))
            }
            if excluded.contains(folder.path) { excluded.remove(folder.path) }
            return WatchedFolder(
                path: folder.path,
                isRecursive: folder.isRecursive,
                tag: index,
                excluded: excluded
            )
        }
    }

    /// A settled file with what is said about the folder it lies in.
    ///
    /// - Returns: nothing for a file that another, more closely watched folder has as its own.
    func incoming(_ file: SettledFile, isFinal: Bool) -> IncomingFile? {
        guard let folder = folder(of: file.path) else { return nil }
        return IncomingFile(
            path: file.path,
            person: folder.person,
            sourceLabel: folder.source,
            size: file.size,
            unchangedMilliseconds: file.unchangedMilliseconds,
            isFinal: isFinal
        )
    }

    /// The moment that the clock shows.
    package var now: Instant { Instant(milliseconds: clock.milliseconds()) }

    /// A file that a command named; what is said about the folder it lies in holds for it too.
    ///
    /// - Parameters:
    ///   - path: where it lies.
    ///   - person: whose file it is; `me` leaves that to the folder.
    /// - Returns: the file, to be taken as it is.
    func incoming(named path: FilePath, person: String) -> IncomingFile {
        IncomingFile(
            path: path,
            person: owner(of: path, unless: person),
            sourceLabel: folder(of: path)?.source,
            size: (try? FileStatus.of(path, followLinks: false))?.size ?? 0,
            unchangedMilliseconds: FileIntake.patienceMilliseconds,
            isFinal: true
        )
    }

    /// Whose file a path is: the named person's, or of the folder it lies in when nobody but `me`
    /// was named.
    package func owner(of path: FilePath, unless person: String) -> String {
        person == "me" ? folder(of: path)?.person ?? person : person
    }

    /// What days are compared with: the finding and the plan.
    var scoreboard: Scoreboard {
        Scoreboard(goalMinutes: goalMinutes, home: zones, plan: plan, pace: configuration.plan.pace)
    }

    /// The parameters of the derivation, with the ranks that the configuration sets.
    var sessionSettings: SessionSettings {
        var settings = SessionSettings()
        settings.ranks = ranks
        return settings
    }

    /// Takes the lock of the state folder.
    ///
    /// - Throws: status 75 when somebody else holds it, saying who.
    func takeLock() throws(Failure) -> FileLock {
        do {
            switch try FileLock.acquire(lockPath) {
            case .acquired(let lock): return lock
            case .held(let holder):
                let who = holder.map { "process \($0)" } ?? "another process"
                throw Failure(
                    .tryAgain,
                    "\(who) works in \(stateFolder.shown) already; stop it or use another --state"
                )
            }
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure(error)
        }
    }
}
