import LinuxSystem

/// The SHA-256 of a whole file and its length: what the ledger knows a content by.
struct Fingerprint: Equatable {
    /// 64 lower-case hexadecimal digits.
    let sha256: String
    /// The bytes that were hashed.
    let bytes: Int64

    /// Reads a content from its beginning up to its length, or to its end where that comes first.
    ///
    /// The length is that of the moment of opening: a file that grows as fast as it is read, as one does
    /// that is being copied, would otherwise never end.
    init(
        of content: any FileContent,
        cancellation: Cancellation = Cancellation()
    ) throws {
        let hash = SHA256()
        let length = content.size
        var offset: Int64 = 0
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 16)
        defer { buffer.deallocate() }
        while offset < length {
            try cancellation.check()
            let count = try content.read(at: offset, into: buffer, upTo: length)
            if count == 0 { break }
            hash.update(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            offset += Int64(count)
        }
        sha256 = hash.finish()
        bytes = offset
    }
}
