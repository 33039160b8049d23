import TestSupport
import Glibc
import LinuxSystem
import Testing

struct FileLockTests {
    @Test func `one holds the lock, and a second hears who`() throws {
        try withTemporaryFolder { folder in
            let path = folder.appending("ambled.lock")
            guard case .acquired(let lock) = try FileLock.acquire(path) else {
                Issue.record("a free lock was not given")
                return
            }
            guard case .held(let holder) = try FileLock.acquire(path) else {
                Issue.record("a held lock was given twice")
                return
            }
            #expect(holder == getpid())
            #expect(try text(of: path) == "\(getpid())\n")
            withExtendedLifetime(lock) {}
        }
    }

    @Test func `letting go frees the lock and leaves an empty file`() throws {
        try withTemporaryFolder { folder in
            let path = folder.appending("ambled.lock")
            var first: FileLock.Outcome? = try FileLock.acquire(path)
            #expect(first != nil)
            first = nil
            #expect(try FileStatus.of(path).size == 0)
            guard case .acquired = try FileLock.acquire(path) else {
                Issue.record("a freed lock was not given")
                return
            }
        }
    }

    @Test func `a holder that cannot be read is nobody by name`() throws {
        try withTemporaryFolder { folder in
            let path = folder.appending("ambled.lock")
            try makeFile(path, "what?\n")
            let file = try FileDescriptor.open(path, [.readWrite])
            #expect(flock(file.raw, LOCK_EX) == 0)
            guard case .held(by: nil) = try FileLock.acquire(path) else {
                Issue.record("a held lock was given, or a name was made up")
                return
            }
        }
    }

    @Test func `who holds it is told without asking for it, unless the holder is dead`() throws {
        try withTemporaryFolder { folder in
            let path = folder.appending("ambled.lock")
            #expect(FileLock.livingHolder(of: path) == nil)
            let outcome = try FileLock.acquire(path)
            #expect(FileLock.livingHolder(of: path) == getpid())
            withExtendedLifetime(outcome) {}
            for text in ["", "0\n", "-1\n", "what?\n", "\(Int32.max)\n"] {
                try makeFile(path, text)
                #expect(FileLock.livingHolder(of: path) == nil, "\(text)")
            }
        }
    }

    @Test func `a lock in a folder that is not there is an error`() {
        #expect(throws: SystemError.self) { try FileLock.acquire(FilePath("/nowhere/lock")) }
    }
}
