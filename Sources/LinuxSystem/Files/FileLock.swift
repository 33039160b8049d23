import Glibc

/// A lock that one process at a time can hold (flock(2)).
///
/// Whoever holds the object holds the lock; when the process ends in any way, the kernel frees it.
///
/// The file holds the holder's process number as text, for people and for messages. It is never
/// removed: two processes could then lock two different files of the same name.
package final class FileLock: Sendable {
    /// What came of asking for the lock.
    package enum Outcome: Sendable {
        /// It is ours while the object lives.
        case acquired(FileLock)
        /// Somebody else has it; the process number when it could be read.
        case held(by: Int32?)
    }

    private let file: FileDescriptor

    private init(_ file: FileDescriptor) {
        self.file = file
    }

    deinit {
        // An empty file says that nobody holds it; when that fails, the lock is free all the same.
        try? file.truncate(to: 0)
        // A program that is just being started holds a copy of the descriptor for a moment, and
        // with it the lock, unless the lock itself is given back.
        _ = flock(file.raw, LOCK_UN)
    }

    /// Asks for the lock, without waiting.
    ///
    /// - Throws: when the file cannot be made or written, or the file system knows no locks.
    package static func acquire(_ path: FilePath) throws(SystemError) -> Outcome {
        let file = try FileDescriptor.open(path, [.readWrite, .create, .noFollow])
        do {
            _ = try retrying("lock", path) { flock(file.raw, LOCK_EX | LOCK_NB) }
        } catch  where error.code == EWOULDBLOCK {
            return .held(by: holder(file))
        }
        try file.truncate(to: 0)
        try file.writeAll(Array("\(getpid())\n".utf8))
        return .acquired(FileLock(file))
    }

    /// Whether somebody may hold the lock of a file, as far as the file tells, without asking for it.
    ///
    /// Nobody does where there is no file, where it is empty, or where it has the number of a process
    /// that is no more: a holder that was killed leaves it behind. A file that may not be read, or
    /// says something else, is believed.
    package static func mayBeHeld(_ path: FilePath) -> Bool {
        do throws(SystemError) {
            let bytes = try FileDescriptor.open(path, [.read, .noFollow]).readAll(limit: 64)
            guard let process = number(bytes), process > 0 else { return !bytes.isEmpty }
            return kill(process, 0) == 0 || errno == EPERM
        } catch {
            return !error.isMissing
        }
    }

    private static func holder(_ file: FileDescriptor) -> Int32? {
        (try? file.readAll(limit: 64)).flatMap(number)
    }

    private static func number(_ bytes: [UInt8]) -> Int32? {
        Int32(String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
    }
}
