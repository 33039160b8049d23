import LinuxSystem

/// The SHA-256 of a whole file and its length: what the ledger knows a content by.
struct Fingerprint: Equatable {
    /// 64 lower-case hexadecimal digits.
    let sha256: String
    /// The bytes that were hashed.
    let bytes: Int64

    /// Reads the file from its beginning up to a length, or to its end where that comes first.
    ///
    /// The length is that of a moment before: a file that grows as fast as it is read, as one does
    /// that is being copied, would otherwise never end.
    init(
        of file: FileDescriptor,
        length: Int64,
        cancellation: Cancellation = Cancellation()
    ) throws {
        let hash = SHA256()
        var offset = 0
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 16)
        defer { buffer.deallocate() }
        while offset < length {
            try cancellation.check()
            let wanted = min(buffer.count, Int(clamping: length - Int64(offset)))
            let count = try file.read(
                at: offset,
                into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<wanted])
            )
            if count == 0 { break }
            hash.update(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            offset += count
        }
        sha256 = hash.finish()
        bytes = Int64(offset)
    }
}
