/// The content of one file in an archive, unpacked while it is read and never written anywhere.
///
/// Reading on is cheap, going back begins anew from the file's beginning. What is read to its end is
/// held against its checksum; reading then throws, so whoever reads all of it first may believe it.
package protocol MemberBytes: ByteSource {
    /// The length in bytes; where only the end tells it, the most that it can be until then.
    var size: Int64 { get }
}

/// Where the packed bytes of a file lie in its archive.
struct PackedRange: Hashable {
    let start: Int
    let count: Int

    /// The byte behind the last; a hostile length does not lead beyond what can be counted.
    var end: Int {
        let (sum, isOver) = start.addingReportingOverflow(count)
        return isOver ? .max : sum
    }
}

/// A file in a zip that is not packed.
final class StoredBytes: MemberBytes {
    private let source: any ByteSource
    private let range: PackedRange
    private let expected: UInt32
    private var running = Checksum()
    private var checkedBytes = 0

    init(_ source: any ByteSource, _ range: PackedRange, checksum: UInt32) {
        self.source = source
        self.range = range
        expected = checksum
    }

    var size: Int64 { Int64(range.count) }

    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        guard offset >= 0, offset < range.count else { return 0 }
        let wanted = min(buffer.count, range.count - offset)
        let part = UnsafeMutableRawBufferPointer(rebasing: buffer[..<wanted])
        let count = try source.read(at: range.start + offset, into: part)
        guard count > 0 else { throw ArchiveFault.truncated(at: range.start + offset) }
        try check(UnsafeRawBufferPointer(rebasing: part[..<count]), at: offset)
        return count
    }

    /// Adds what follows on what was summed up before; the rest was summed up already.
    private func check(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(ArchiveFault) {
        guard offset <= checkedBytes, offset + bytes.count > checkedBytes else { return }
        let fresh = UnsafeRawBufferPointer(rebasing: bytes[(checkedBytes - offset)...])
        running.add(fresh)
        checkedBytes += fresh.count
        if checkedBytes == range.count, running.value != expected {
            throw ArchiveFault.damaged("the checksum of a file in it is wrong", at: range.start)
        }
    }
}
