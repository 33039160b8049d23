// Any bytes as an archive: nothing traps, nothing unpacks without bound, what claims a checksum bears
// it, and no name leads out. Tests/Fuzz/run.sh builds and runs it.
import Formats
import Glibc

/// Called by libFuzzer once, before it reads the corpus, the folder that its first argument names:
/// puts a few archives there.
@_cdecl("LLVMFuzzerInitialize")
public func fuzzInitialize(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>>>
) -> CInt {
    guard count.pointee > 1 else { return 0 }
    let folder = String(cString: arguments.pointee[1])
    for (index, seed) in seeds().enumerated() {
        guard let file = fopen("\(folder)/seed-\(index)", "w") else { continue }
        fwrite(seed, 1, seed.count, file)
        fclose(file)
    }
    return 0
}

private func seeds() -> [[UInt8]] {
    let text = String(repeating: "2026-11-20T10:00:00Z,100\n", count: 40)
    var stored = PackedFile("b.csv", text)
    stored.method = 0
    var large = PackedFile("c.csv", "hello")
    large.size = 0xFFFF_FFFF
    large.extra = [1, 0, 8, 0, 5, 0, 0, 0, 0, 0, 0, 0]
    return [
        ArchiveWriter.zip([PackedFile("../a.csv", text), stored, large], comment: [1, 2, 3]),
        ArchiveWriter.zip([PackedFile("d.csv.gz", ArchiveWriter.gzip(text))], prefix: [0, 0]),
        ArchiveWriter.gzip(text) + ArchiveWriter.gzip("end"),
    ]
}

/// Called by libFuzzer with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let source = MemoryBytes(bytes)
    if let directory = try? ZipDirectory(source, size: Int64(count)) {
        precondition(directory.members.count <= directory.files)
        for member in directory.members {
            let shown = ArchiveName.shown(member.name)
            precondition(!shown.hasPrefix("/") && !shown.split(separator: "/").contains(".."))
            guard member.obstacle == nil,
                let content = try? member.open(in: source, UnpackAllowance())
            else { continue }
            let length = read(content)
            precondition(length.map { $0 == member.size } ?? true, "a length that is not true")
        }
    }
    if let file = try? GzipFile(source, size: Int64(count)) {
        _ = read(file.open(in: source, UnpackAllowance()))
    }
    return 0
}

/// Reads a content to its end; the length of one that is whole.
private func read(_ content: any MemberBytes) -> Int64? {
    var buffer = [UInt8](repeating: 0, count: 4096)
    var offset = 0
    while Int64(offset) < content.size {
        guard
            let count = try? buffer.withUnsafeMutableBytes({
                try content.read(at: offset, into: $0)
            })
        else { return nil }
        if count == 0 { break }
        offset += count
    }
    return Int64(offset)
}
