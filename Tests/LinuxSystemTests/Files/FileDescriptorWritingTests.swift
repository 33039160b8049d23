import TestSupport
import Glibc
import LinuxSystem
import Testing

struct FileDescriptorWritingTests {
    @Test func `bytes are appended at the end, wherever the file stands`() throws {
        try withTemporaryFolder { folder in
            let path = folder.appending("log")
            try makeFile(path, "one\n")
            let file = try FileDescriptor.open(path, [.readWrite])
            try file.append(Array("two\n".utf8))
            try file.append([])
            try file.append(Array("three\n".utf8))
            #expect(try text(of: path) == "one\ntwo\nthree\n")
        }
    }

    @Test func `a full disk is told as such`() throws {
        let full = try FileDescriptor.open(FilePath("/dev/full"), [.write])
        let error = #expect(throws: SystemError.self) { try full.append([1, 2, 3]) }
        #expect(error?.isNoSpace == true)
    }

    @Test func `a file is cut and lengthened`() throws {
        try withTemporaryFolder { folder in
            let path = folder.appending("a")
            try makeFile(path, "12345")
            let file = try FileDescriptor.open(path, [.write])
            try file.truncate(to: 2)
            #expect(try text(of: path) == "12")
            try file.truncate(to: 3)
            #expect(try File.read(path) == [49, 50, 0])
            try file.synchronize()
        }
    }

    @Test func `permissions are set whatever the umask`() throws {
        try withTemporaryFolder { folder in
            let path = folder.appending("a")
            try makeFile(path)
            try FileDescriptor.open(path, [.write]).setMode(0o666)
            #expect(try FileStatus.of(path).mode == 0o666)
        }
    }

    @Test func `writing to a descriptor for reading fails with its path`() throws {
        try withTemporaryFolder { folder in
            let path = folder.appending("a")
            try makeFile(path)
            let file = try FileDescriptor.open(path, .read)
            #expect(throws: SystemError(code: EBADF, call: "write", path: path)) {
                try file.writeAll([1])
            }
        }
    }
}
