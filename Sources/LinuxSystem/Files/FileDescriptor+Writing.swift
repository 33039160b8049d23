import Glibc

extension FileDescriptor {
    /// Writes all of the bytes where the descriptor stands.
    ///
    /// - Throws: when only a part could be written, too; the part stays.
    package func writeAll(_ bytes: [UInt8]) throws(SystemError) {
        try bytes.span.bytes.withUnsafeBytes { buffer throws(SystemError) in
            try writeAll(buffer)
        }
    }

    /// Writes all of a buffer where the descriptor stands.
    package func writeAll(_ buffer: UnsafeRawBufferPointer) throws(SystemError) {
        var rest = buffer
        while !rest.isEmpty {
            let count = try retrying("write", path) { write(raw, rest.baseAddress, rest.count) }
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
    }

    /// Writes all of the bytes at the end, or nothing: what was written of them when the disk is
    /// full is cut off again. One writer at a time.
    package func append(_ bytes: [UInt8]) throws(SystemError) {
        let before = try status().size
        _ = try retrying("write", path) { lseek(raw, 0, SEEK_END) }
        do {
            try writeAll(bytes)
        } catch {
            // The first failure is the one to tell; when cutting fails too, it changes nothing.
            try? truncate(to: before)
            throw error
        }
    }

    /// Cuts or lengthens the file to a number of bytes.
    package func truncate(to size: Int64) throws(SystemError) {
        _ = try retrying("shorten", path) { ftruncate(raw, off_t(size)) }
    }

    /// Waits until the content is on the disk (fsync(2)).
    package func synchronize() throws(SystemError) {
        _ = try retrying("save", path) { fsync(raw) }
    }

    /// Sets the permissions, whatever the umask.
    package func setMode(_ mode: UInt32) throws(SystemError) {
        _ = try retrying("set the permissions of", path) { fchmod(raw, mode_t(mode)) }
    }
}
