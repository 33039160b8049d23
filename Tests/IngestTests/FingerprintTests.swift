import Glibc
import LinuxSystem
import TestSupport
import Testing

@testable import Ingest

struct FingerprintTests {
    @Test func `an empty file has the hash of nothing`() throws {
        let bench = try IntakeBench()
        let fingerprint = try Fingerprint(of: open(bench.write("a", "")))
        #expect(fingerprint.bytes == 0)
        #expect(
            fingerprint.sha256
                == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        )
    }

    @Test func `the hash is that of all bytes, however many buffers they fill`() throws {
        let bench = try IntakeBench()
        var generator = SeededGenerator(seed: 1)
        let all = (0..<600_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
        for count in [1, 262_143, 262_144, 262_145, 600_000] {
            let bytes = Array(all[..<count])
            TestHome.write(bytes, to: bench.path("a").shown)
            let fingerprint = try Fingerprint(of: open(bench.path("a")))
            #expect(fingerprint.bytes == Int64(count))
            #expect(fingerprint.sha256 == SHA256.of(bytes))
        }
    }

    @Test func `what is appended beyond the length is not read`() throws {
        let bench = try IntakeBench()
        let content = try open(bench.write("a", "abc"))
        bench.write("a", "abcdef")
        let fingerprint = try Fingerprint(of: content)
        #expect(fingerprint.bytes == 3)
        #expect(fingerprint.sha256 == SHA256.of(Array("abc".utf8)))
    }

    @Test func `a file that was cut short ends where it ends`() throws {
        let bench = try IntakeBench()
        let content = try open(bench.write("a", "abcdef"))
        bench.write("a", "abc")
        #expect(try Fingerprint(of: content).bytes == 3)
    }

    private func open(_ path: FilePath) throws -> DescriptorContent {
        try DescriptorContent(opening: path)
    }
}
