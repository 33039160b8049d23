import CSQLite
import Glibc

extension StoreProblem {
    /// Reads a result code and what the connection says about it.
    ///
    /// Must be called before the connection is used again, since it forgets.
    init(code: Int32, database: OpaquePointer?, path: String) {
        let message = sqlite3_errmsg(database).map { String(cString: $0) } ?? "no more is known"
        let errno = database.map { sqlite3_system_errno($0) } ?? 0
        let reason = errno == 0 ? "" : ", " + String(cString: strerror(errno))
        self.init(
            StoreProblem.kind(code: code, errno: errno),
            path: path,
            detail: "\(message)\(reason), SQLite \(code)"
        )
    }

    /// Sorts a result code; the low byte is the kind, the rest says more (sqlite.org/rescode.html).
    static func kind(code: Int32, errno: Int32) -> Kind {
        switch code & 0xFF {
        case SQLITE_FULL: .diskFull
        case SQLITE_IOERR: kindOfFailure(errno: errno)
        case SQLITE_BUSY, SQLITE_LOCKED: .busy
        case SQLITE_CORRUPT, SQLITE_NOTADB: .damaged
        case SQLITE_PERM, SQLITE_READONLY, SQLITE_AUTH: .permission
        case SQLITE_CANTOPEN: errno == ENOSPC || errno == EDQUOT ? .diskFull : .permission
        default: .failed
        }
    }

    /// A quota and a limit on file sizes are full disks to the one who writes.
    private static func kindOfFailure(errno: Int32) -> Kind {
        switch errno {
        case ENOSPC, EDQUOT, EFBIG: .diskFull
        case EACCES, EPERM, EROFS: .permission
        default: .failed
        }
    }
}
