/// A row of bytes of known length that file systems are read from: a block node, a partition of one,
/// or bytes in memory for tests.
///
/// One queue at a time owns a source; calls block.
package protocol BlockSource: AnyObject {
    /// How many bytes there are.
    var byteCount: Int64 { get }

    /// Reads from a place.
    ///
    /// - Returns: how many bytes were read; fewer than asked for happens, 0 only at the end.
    /// - Throws: `gone` when the device went away.
    func read(
        at offset: Int64,
        into buffer: UnsafeMutableRawBufferPointer
    ) throws(DeviceError) -> Int
}
