import Model
import TestSupport
import Testing

@testable import Formats

struct GzipTests {
    private let text = Array(String(repeating: "2026-11-20T10:00:00Z,100\n", count: 9_000).utf8)

    @Test func `what was packed comes out, of several streams and before padding too`() throws {
        #expect(try ArchiveTrial.gunzip(ArchiveWriter.gzip(text)) == text)
        let two = ArchiveWriter.gzip(text) + ArchiveWriter.gzip("end\n")
        #expect(try ArchiveTrial.gunzip(two) == text + Array("end\n".utf8))
        let padded = ArchiveWriter.gzip(text) + [UInt8](repeating: 0, count: 70_000)
        #expect(try ArchiveTrial.gunzip(padded) == text)
    }

    @Test func `its size is known once it was read`() throws {
        let packed = ArchiveWriter.gzip(text)
        let source = MemoryBytes(packed)
        let file = try GzipFile(source, size: Int64(packed.count))
        let bytes = file.open(in: source, UnpackAllowance())
        #expect(bytes.size > Int64(text.count))
        _ = try ArchiveTrial.all(of: bytes)
        #expect(bytes.size == Int64(text.count))
    }

    @Test func `its name and time are read`() throws {
        var packed = ArchiveWriter.gzip("x")
        packed[3] = 8
        packed.replaceSubrange(4..<8, with: ArchiveWriter.long(1_795_168_800))
        packed.insert(contentsOf: Array("été.csv".utf8) + [0], at: 10)
        let file = try GzipFile(MemoryBytes(packed), size: Int64(packed.count))
        #expect(file.name == "été.csv")
        #expect(file.modified == Instant(seconds: 1_795_168_800))
        #expect(try ArchiveTrial.gunzip(packed) == Array("x".utf8))
    }

    @Test func `one that is cut breaks off, wherever`() {
        let packed = ArchiveWriter.gzip(text)
        for count in [12, packed.count / 2, packed.count - 8, packed.count - 1] {
            #expect(fault(Array(packed[..<count]))?.isTruncated == true, "\(count)")
        }
    }

    @Test func `a wrong checksum and anything behind the end are damage`() {
        var packed = ArchiveWriter.gzip(text)
        packed[packed.count - 8] ^= 1
        #expect(fault(packed)?.isTruncated == false)
        #expect(fault(ArchiveWriter.gzip(text) + [7])?.sentence.contains("follows") == true)
    }

    private func fault(_ bytes: [UInt8]) -> ArchiveFault? {
        do {
            _ = try ArchiveTrial.gunzip(bytes)
            return nil
        } catch {
            return error as? ArchiveFault
        }
    }
}
