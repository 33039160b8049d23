import LinuxSystem

/// The SHA-256 of a whole file and its length: what the ledger knows a content by.
struct Fingerprint: Equatable {
    /// 64 lower-case hexadecimal digits.
    let sha256: String
    /// The bytes that were hashed.
    let bytes: Int64

    /// Reads the file from its beginning to its end.
    init(of file: FileDescriptor, cancellation: Cancellation) throws {
        let hash = SHA256()
        var offset = 0
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 16)
        defer { buffer.deallocate() }
        while true {
            try cancellation.check()
            let count = try file.read(at: offset, into: buffer)
            if count == 0 { break }
            hash.update(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            offset += count
        }
        sha256 = hash.finish()
        bytes = Int64(offset)
    }
}
