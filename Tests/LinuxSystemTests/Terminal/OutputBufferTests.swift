import TestSupport
import Glibc
@testable import LinuxSystem
import Testing

struct OutputBufferTests {
    @Test func `text is written when asked for, in order`() throws {
        try withTemporaryFolder { folder in
            let path = folder.appending("out")
            let file = try FileDescriptor.open(path, [.write, .create])
            let buffer = OutputBuffer(descriptor: file.raw)
            buffer.write("one ")
            buffer.write("two")
            #expect(try FileStatus.of(path).size == 0)
            try buffer.flush()
            try buffer.flush()
            #expect(try text(of: path) == "one two")
        }
    }

    @Test func `a lot of text does not gather for ever`() throws {
        try withTemporaryFolder { folder in
            let path = folder.appending("out")
            let file = try FileDescriptor.open(path, [.write, .create])
            let buffer = OutputBuffer(descriptor: file.raw)
            for _ in 0..<100 { buffer.write(String(repeating: "x", count: 1000)) }
            #expect(try FileStatus.of(path).size > 0)
            try buffer.flush()
            #expect(try FileStatus.of(path).size == 100_000)
        }
    }

    @Test func `a full disk is told once, at the next flush`() throws {
        let full = try FileDescriptor.open(FilePath("/dev/full"), [.write])
        let buffer = OutputBuffer(descriptor: full.raw)
        buffer.write("lost")
        let error = #expect(throws: SystemError.self) { try buffer.flush() }
        #expect(error?.isNoSpace == true)
        try buffer.flush()
    }
}
