/// A row of bytes of known length that file systems are read from: a block node, a partition of one,
/// or bytes in memory for tests.
///
/// One queue at a time owns a source; calls block.
package protocol BlockSource: AnyObject {
    /// How many bytes there are, at least 0.
    var byteCount: Int64 { get }

    /// Reads from a place.
    ///
    /// - Returns: how many bytes were read; fewer than asked for happens, 0 only at the end (and
    ///   for a place that is none).
    /// - Throws: `gone` when the device went away.
    func read(
        at offset: Int64,
        into buffer: UnsafeMutableRawBufferPointer
    ) throws(DeviceError) -> Int

    /// Makes sure that the device is still there, by more than what is remembered of it.
    ///
    /// - Throws: `gone`.
    func checkPresence() throws(DeviceError)
}

extension BlockSource {
    /// Reads the first byte: enough where nothing between here and the device remembers bytes.
    package func checkPresence() throws(DeviceError) {
        _ = try readBytes(at: 0, count: 1)
    }

    /// Fills the whole of a buffer.
    ///
    /// - Throws: `damaged` when the bytes end first; whatever `read` throws.
    func fill(
        _ buffer: UnsafeMutableRawBufferPointer,
        at offset: Int64
    ) throws(DeviceError) {
        var done = 0
        while done < buffer.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[done...])
            let count = try read(at: offset &+ Int64(done), into: rest)
            guard count > 0 else {
                throw .damaged("byte \(offset &+ Int64(done)) lies behind the end of the device")
            }
            done += count
        }
    }

    /// Reads so many bytes, or fewer at the end.
    func readBytes(at offset: Int64, count: Int) throws(DeviceError) -> [UInt8] {
        guard offset >= 0, offset < byteCount, count > 0 else { return [] }
        let length = Int(min(Int64(count), byteCount - offset))
        var bytes = [UInt8](repeating: 0, count: length)
        var failure: DeviceError?
        bytes.withUnsafeMutableBytes { buffer in
            do throws(DeviceError) {
                try fill(buffer, at: offset)
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return bytes
    }
}
