import Ingest
import Model

/// Bytes that were read from a device already, as the pipeline reads them.
final class MemoryContent: FileContent {
    private let bytes: [UInt8]
    let modified: Instant?

    /// Takes the bytes, and when they were read.
    init(_ bytes: [UInt8], modified: Instant) {
        self.bytes = bytes
        self.modified = modified
    }

    var size: Int64 { Int64(bytes.count) }

    func read(at offset: Int64, into buffer: UnsafeMutableRawBufferPointer) -> Int {
        guard let start = Int(exactly: offset), start >= 0, start < bytes.count else { return 0 }
        let count = min(buffer.count, bytes.count - start)
        bytes.withUnsafeBytes { all in
            buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: all[start..<start + count]))
        }
        return count
    }

    func isUnchanged() -> Bool { true }
}
