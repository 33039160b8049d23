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

    @Test func `it is told as held without being asked for, unless its holder is dead`() throws {
        try withTemporaryFolder { folder in
            let path = folder.appending("ambled.lock")
            #expect(!FileLock.mayBeHeld(path))
            let outcome = try FileLock.acquire(path)
            #expect(FileLock.mayBeHeld(path))
            withExtendedLifetime(outcome) {}
            for (text, isHeld) in [("", false), ("\(Int32.max)\n", false), ("what?\n", true)] {
                try makeFile(path, text)
                #expect(FileLock.mayBeHeld(path) == isHeld, "\(text)")
            }
        }
    }

    @Test func `a file of somebody else that may not be read is believed`() throws {
        try withTemporaryFolder { folder in
            #expect(!FileLock.mayBeHeld(folder.appending("nothing").appending("ambled.lock")))
            // A link is not followed, as little as a file without permission is read.
            let link = folder.appending("ambled.lock")
            #expect(link.withCString { symlink("/dev/null", $0) } == 0)
            #expect(FileLock.mayBeHeld(link))
        }
    }

    @Test func `a lock in a folder that is not there is an error`() {
        #expect(throws: SystemError.self) { try FileLock.acquire(FilePath("/nowhere/lock")) }
    }
}
