import TestSupport
import Glibc
import LinuxSystem
import Testing

struct AtomicFileTests {
    @Test func `the content is replaced as a whole, for the owner alone`() throws {
        try withTemporaryFolder { folder in
            let path = folder.appending("state")
            try AtomicFile.write(Array("first, and longer".utf8), to: path)
            try AtomicFile.write(Array("second".utf8), to: path)
            #expect(try text(of: path) == "second")
            #expect(try FileStatus.of(path).mode == 0o600)
            #expect(try Folder.entries(folder).count == 1)
        }
    }

    @Test func `a reader of the old file keeps the old content`() throws {
        try withTemporaryFolder { folder in
            let path = folder.appending("state")
            try makeFile(path, "old")
            let reader = try FileDescriptor.openRegular(path)
            try AtomicFile.write(Array("new".utf8), to: path, mode: 0o644)
            #expect(try String(decoding: reader.readAll(), as: UTF8.self) == "old")
            #expect(try FileStatus.of(path).mode == 0o644)
        }
    }

    @Test func `a failure leaves the old file and no temporary one`() throws {
        try withTemporaryFolder { folder in
            let path = folder.appending("state")
            try Folder.make(path.appending("inside"))
            let error = #expect(throws: SystemError.self) {
                try AtomicFile.write([1], to: path)
            }
            #expect(error?.path == path && error?.call == "rename")
            #expect(try Folder.entries(folder).map(\.name) == [Array("state".utf8)])
        }
    }
}
