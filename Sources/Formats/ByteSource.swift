/// Where the bytes of a file come from; the seam that keeps files out of the parsers.
///
/// A source can be read again from any place, since what a column means is decided from all of it
/// before its first value is used. One parse owns its source.
package protocol ByteSource: AnyObject {
    /// Reads from a place in the file into a buffer.
    ///
    /// - Returns: how many bytes were read; fewer than asked for happens anywhere, 0 only at the end.
    /// - Throws: what the system said; the parse ends, nothing of the file is applied.
    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws -> Int
}

/// Bytes in memory, for tests, fuzzing and small things.
package final class MemoryBytes: ByteSource {
    private let bytes: [UInt8]

    /// Makes a source of these bytes.
    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    package func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        guard offset >= 0, offset < bytes.count else { return 0 }
        let count = min(buffer.count, bytes.count - offset)
        bytes.withUnsafeBytes { all in
            buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: all[offset..<offset + count]))
        }
        return count
    }
}
