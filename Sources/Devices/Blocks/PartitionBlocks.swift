/// A window on another source: one partition of a disk.
package final class PartitionBlocks: BlockSource {
    /// Where it begins in the source, in bytes.
    package let start: Int64
    package let byteCount: Int64
    private let source: any BlockSource

    /// Makes a window; what would reach behind the end of the source is left out.
    package init(of source: any BlockSource, start: Int64, byteCount: Int64) {
        self.source = source
        self.start = min(max(start, 0), source.byteCount)
        self.byteCount = min(max(byteCount, 0), source.byteCount - self.start)
    }

    package func read(
        at offset: Int64,
        into buffer: UnsafeMutableRawBufferPointer
    ) throws(DeviceError) -> Int {
        guard offset >= 0, offset < byteCount else { return 0 }
        let count = Int(min(Int64(buffer.count), byteCount - offset))
        let window = UnsafeMutableRawBufferPointer(rebasing: buffer[..<count])
        return try source.read(at: start + offset, into: window)
    }

    package func checkPresence() throws(DeviceError) {
        try source.checkPresence()
    }
}
