/// Bytes in memory as a device, for tests and fuzzing.
package final class MemoryBlocks: BlockSource {
    private let bytes: [UInt8]

    /// Makes a device of its bytes.
    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    package var byteCount: Int64 { Int64(bytes.count) }

    package func read(
        at offset: Int64,
        into buffer: UnsafeMutableRawBufferPointer
    ) throws(DeviceError) -> Int {
        guard offset >= 0, offset < byteCount else { return 0 }
        let start = Int(offset)
        let count = min(buffer.count, bytes.count - start)
        buffer.copyBytes(from: bytes[start..<start + count])
        return count
    }
}
