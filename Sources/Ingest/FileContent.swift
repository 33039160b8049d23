package import Model

/// The content of one incoming file, opened for one intake.
///
/// A file of a folder, a file of a device, a member of an archive: what is read of it and when it
/// must be judged anew is the same. One intake owns it and calls it from one thread; calls block. A
/// content whose device is owned by a queue waits for that queue itself.
package protocol FileContent: AnyObject {
    /// The length in bytes at the moment of opening, at least 0; what is beyond it is never read.
    var size: Int64 { get }

    /// When it was last changed; nothing where nobody knows.
    var modified: Instant? { get }

    /// Reads from a place in it.
    ///
    /// - Returns: how many bytes were read; fewer than asked for happens anywhere, 0 only at the end.
    /// - Throws: `ContentFailure`, or what the system said of a file in a folder.
    func read(at offset: Int64, into buffer: UnsafeMutableRawBufferPointer) throws -> Int

    /// Whether it still is what it was when it was opened; asked once everything was read.
    ///
    /// A device may write its files while they are read, so this asks the device again.
    /// - Throws: as `read` does.
    func isUnchanged() throws -> Bool
}

extension FileContent {
    /// Reads up to a length and not beyond it.
    ///
    /// A content that claims to have read more than was asked for is held to what was.
    func read(
        at offset: Int64,
        into buffer: UnsafeMutableRawBufferPointer,
        upTo length: Int64
    ) throws -> Int {
        guard offset >= 0, offset < length else { return 0 }
        let wanted = min(buffer.count, Int(clamping: length - offset))
        let count = try read(
            at: offset,
            into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<wanted])
        )
        return min(max(0, count), wanted)
    }
}
