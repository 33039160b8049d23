import Glibc
import Model

/// The files that make up a database: itself, its write-ahead log `-wal`, its index `-shm`.
enum DatabaseFiles {
    private static let suffixes = ["", "-wal", "-shm"]

    /// Whether there is a database file.
    static func exists(_ path: String) -> Bool {
        access(path, F_OK) == 0
    }

    /// Makes an empty database file that only its owner can read, unless there is one.
    ///
    /// SQLite gives the log and the index the permissions of the database, so that no umask is
    /// needed, which would be that of the whole process.
    static func create(_ path: String) throws(StoreProblem) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if descriptor >= 0 {
            close(descriptor)
        } else if errno != EEXIST {
            throw problem(path, code: errno)
        }
    }

    /// Whether a log with content is left: whoever wrote last did not close the database.
    static func hasLog(_ path: String) -> Bool {
        var status = stat()
        return stat(path + "-wal", &status) == 0 && status.st_size > 0
    }

    /// Renames the database and its files; the first free name of the second is taken.
    ///
    /// - Returns: the new path of the database.
    static func setAside(_ path: String, now: Instant) throws(StoreProblem) -> String {
        let base = path + ".damaged-" + stamp(now)
        var target = base
        var number = 2
        while exists(target) {
            target = "\(base)-\(number)"
            number += 1
        }
        // The log first: without its database it is nothing, but a new database beside an old log
        // would be given the old log's content.
        for suffix in suffixes.reversed() where exists(path + suffix) {
            guard rename(path + suffix, target + suffix) == 0
            else { throw problem(path + suffix, code: errno) }
        }
        return target
    }

    /// `20261121T070203Z`.
    private static func stamp(_ now: Instant) -> String {
        let time = WallTime(utc: now)
        let (year, month, day) = time.day.parts
        let seconds = Int(time.millisecondOfDay) / 1000
        let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { padded($0, to: 2) }
        return padded(year, to: 4) + padded(month, to: 2) + padded(day, to: 2) + "T"
            + clock.joined() + "Z"
    }

    private static func problem(_ path: String, code: Int32) -> StoreProblem {
        let kind: StoreProblem.Kind =
            switch code {
            case EACCES, EPERM, EROFS: .permission
            case ENOSPC, EDQUOT: .diskFull
            default: .failed
            }
        return StoreProblem(kind, path: path, detail: String(cString: strerror(code)))
    }
}
