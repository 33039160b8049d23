import Glibc
import LinuxSystem
import Model
import Testing

@testable import Ingest

struct DescriptorContentTests {
    @Test func `a file's content is its bytes, its length and its time`() throws {
        let bench = try IntakeBench()
        let path = bench.write("a", "abcdef")
        let content = try DescriptorContent(opening: path)
        let status = try FileStatus.of(path)
        #expect(content.size == 6)
        #expect(content.modified == Instant(milliseconds: status.modifiedMilliseconds))
        #expect(try read(content, at: 2, count: 3) == "cde")
        #expect(try read(content, at: 6, count: 3) == "")
        #expect(try content.isUnchanged())
    }

    @Test func `a file that grows has changed, and what is new is not read`() throws {
        let bench = try IntakeBench()
        let content = try DescriptorContent(opening: bench.write("a", "abc"))
        bench.write("a", "abcdef")
        #expect(try !content.isUnchanged())
        let bytes = ContentBytes(content, cancellation: Cancellation())
        var buffer = [UInt8](repeating: 0, count: 8)
        #expect(try buffer.withUnsafeMutableBytes { try bytes.read(at: 0, into: $0) } == 3)
        #expect(try buffer.withUnsafeMutableBytes { try bytes.read(at: 3, into: $0) } == 0)
        #expect(try buffer.withUnsafeMutableBytes { try bytes.read(at: -1, into: $0) } == 0)
    }

    @Test func `only a regular file is opened`() throws {
        let bench = try IntakeBench()
        #expect(throws: NotRegularFile.self) { try DescriptorContent(opening: bench.folder) }
        let missing = #expect(throws: SystemError.self) {
            try DescriptorContent(opening: bench.path("none"))
        }
        #expect(missing?.isMissing == true)
    }

    @Test func `a parse that is to stop reads nothing further`() throws {
        let bench = try IntakeBench()
        let cancellation = Cancellation()
        let content = try DescriptorContent(opening: bench.write("a", "abc"))
        let bytes = ContentBytes(content, cancellation: cancellation)
        cancellation.cancel()
        var buffer = [UInt8](repeating: 0, count: 8)
        #expect(throws: Cancellation.Stopped.self) {
            try buffer.withUnsafeMutableBytes { try bytes.read(at: 0, into: $0) }
        }
    }

    private func read(
        _ content: any FileContent,
        at offset: Int64,
        count: Int
    ) throws -> String {
        var buffer = [UInt8](repeating: 0, count: count)
        let read = try buffer.withUnsafeMutableBytes { try content.read(at: offset, into: $0) }
        return String(decoding: buffer[..<read], as: UTF8.self)
    }
}
