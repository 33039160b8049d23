import Glibc
import LinuxSystem
import Testing

struct FileDescriptorLockingTests {
    @Test func `the lock is free again when the descriptor is gone`() throws {
        var name = Array("/tmp/amble-lock-XXXXXX".utf8CString)
        close(mkstemp(&name))
        let path = FilePath(bytes: name.dropLast().map { UInt8(bitPattern: $0) })
        defer { try? File.unlink(path) }
        let other = try FileDescriptor.open(path, [.readWrite])
        do {
            let file = try FileDescriptor.open(path, [.readWrite])
            try file.lock()
            #expect(flock(other.raw, LOCK_EX | LOCK_NB) == -1)
            withExtendedLifetime(file) {}
        }
        try other.lock()
    }
}
