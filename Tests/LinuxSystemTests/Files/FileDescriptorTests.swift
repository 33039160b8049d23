import TestSupport
import Glibc
import LinuxSystem
import Testing

struct FileDescriptorTests {
    @Test func `a file is read at a place and to its end`() throws {
        try withTemporaryFolder { folder in
            let path = folder.appending("a")
            try makeFile(path, "0123456789")
            let file = try FileDescriptor.openRegular(path)
            let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 4, alignment: 1)
            defer { memory.deallocate() }
            #expect(try file.read(at: 8, into: memory) == 2)
            #expect(memory[0] == UInt8(ascii: "8"))
            #expect(try file.read(at: 10, into: memory) == 0)
            #expect(try file.read(into: memory) == 4)
            #expect(try String(decoding: file.readAll(), as: UTF8.self) == "456789")
            #expect(try file.status().size == 10)
        }
    }

    @Test func `more than the limit is refused, not cut`() throws {
        try withTemporaryFolder { folder in
            let path = folder.appending("a")
            try makeFile(path, "0123456789")
            #expect(try File.read(path, limit: 10).count == 10)
            let error = #expect(throws: SystemError.self) { try File.read(path, limit: 9) }
            #expect(error?.code == EFBIG)
        }
    }

    @Test func `only regular files are opened as such`() throws {
        try withTemporaryFolder { folder in
            let target = folder.appending("target")
            try makeFile(target)
            let link = folder.appending("link")
            makeLink(link, to: "target")
            let pipe = folder.appending("pipe")
            _ = pipe.withCString { mkfifo($0, 0o600) }
            let socket = folder.appending("socket")
            let receiver = try Receiver(socket)
            defer { withExtendedLifetime(receiver) {} }
            let others: [(FilePath, FileKind)] = [
                (link, .symbolicLink), (pipe, .pipe), (socket, .socket), (folder, .folder),
                (FilePath("/dev/null"), .device),
            ]
            for (path, kind) in others {
                #expect(throws: NotRegularFile(path: path, kind: kind)) {
                    try FileDescriptor.openRegular(path)
                }
            }
        }
    }

    @Test func `why something is not opened is one sentence`() {
        let error = NotRegularFile(path: FilePath("/x/y"), kind: .folder)
        #expect(error.description == "/x/y is a folder, not a regular file")
    }

    @Test func `what cannot be opened says so`() {
        let error = #expect(throws: SystemError.self) {
            try FileDescriptor.openRegular(FilePath("/nowhere/a.csv"))
        }
        #expect(error?.description == "cannot open /nowhere/a.csv: No such file or directory")
    }

    @Test func `letting go closes, and started programs inherit nothing`() throws {
        var file: FileDescriptor? = try FileDescriptor.open(FilePath("/dev/null"), .read)
        let raw = try #require(file?.raw)
        #expect(fcntl(raw, F_GETFD) & FD_CLOEXEC != 0)
        let path = FilePath("/proc/self/fd/\(raw)")
        #expect(try File.linkTarget(path) == FilePath("/dev/null"))
        file = nil
        // Another test may have taken the number meanwhile, but not for this file.
        #expect((try? File.linkTarget(path)) != FilePath("/dev/null"))
    }
}
