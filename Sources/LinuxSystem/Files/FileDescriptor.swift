import Glibc

/// An open file; whoever holds the object owns the descriptor, and the last to let go closes it.
///
/// Reading at a place may happen from several threads; reading on and writing belong to one.
package final class FileDescriptor: Sendable {
    /// The number, for system calls of other modules; it holds while the object lives.
    package let raw: Int32
    /// The path it was opened by, for messages.
    package let path: FilePath?

    /// Takes over a descriptor that somebody else opened.
    package init(owning raw: Int32, path: FilePath? = nil) {
        self.raw = raw
        self.path = path
    }

    deinit {
        // The result is of no use: the descriptor is gone even when close says EINTR (close(2)).
        _ = Glibc.close(raw)
    }

    /// Opens a path; descriptors never leak into started programs (`O_CLOEXEC`).
    ///
    /// - Parameters:
    ///   - path: what to open.
    ///   - options: how.
    ///   - mode: the permissions of a file that is made, before the umask.
    package static func open(
        _ path: FilePath,
        _ options: OpenOptions,
        mode: UInt32 = 0o600
    ) throws(SystemError) -> FileDescriptor {
        let flags = options.rawValue | O_CLOEXEC
        let raw = try retrying("open", path) {
            path.withCString { Glibc.open($0, flags, mode_t(mode)) }
        }
        return FileDescriptor(owning: raw, path: path)
    }

    /// Opens a regular file for reading, and nothing else: no link is followed, and no pipe can
    /// make the call wait (DESIGN.md §3).
    ///
    /// - Throws: `NotRegularFile` when it is something else, `SystemError` when it cannot be opened.
    package static func openRegular(_ path: FilePath) throws -> FileDescriptor {
        let file: FileDescriptor
        do {
            file = try open(path, [.noFollow, .nonBlocking])
        } catch {
            // A link says ELOOP, a socket ENXIO; a loop further up stays what it is.
            guard error.code == ELOOP || error.code == ENXIO else { throw error }
            let kind = try FileStatus.of(path).kind
            if kind == .regular { throw error }
            throw NotRegularFile(path: path, kind: kind)
        }
        let kind = try file.status().kind
        guard kind == .regular else { throw NotRegularFile(path: path, kind: kind) }
        return file
    }

    /// What the system knows about the open file.
    package func status() throws(SystemError) -> FileStatus {
        try FileStatus.of(descriptor: raw, path: path)
    }

    /// Reads from a place in the file.
    ///
    /// - Returns: how many bytes were read; fewer than asked for happens anywhere, 0 at the end.
    package func read(
        at offset: Int,
        into buffer: UnsafeMutableRawBufferPointer
    ) throws(SystemError) -> Int {
        try retrying("read", path) { pread(raw, buffer.baseAddress, buffer.count, off_t(offset)) }
    }

    /// Reads on from where the last reading ended.
    ///
    /// - Returns: how many bytes were read; 0 at the end.
    package func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
        try retrying("read", path) { Glibc.read(raw, buffer.baseAddress, buffer.count) }
    }

    /// Reads the rest of the file.
    ///
    /// - Parameter limit: the most bytes taken.
    /// - Throws: also when there is more than the limit (`EFBIG`), so that nothing is cut silently.
    package func readAll(limit: Int = 16 << 20) throws(SystemError) -> [UInt8] {
        var all: [UInt8] = []
        let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 65_536, alignment: 16)
        defer { chunk.deallocate() }
        while true {
            let count = try read(into: chunk)
            if count == 0 { return all }
            guard all.count + count <= limit else {
                throw SystemError(code: EFBIG, call: "read", path: path)
            }
            all += UnsafeRawBufferPointer(rebasing: chunk[..<count])
        }
    }
}

/// Something that is no regular file where one was asked for.
package struct NotRegularFile: Error, Hashable, Sendable, CustomStringConvertible {
    /// Where it stands.
    package let path: FilePath
    /// What it is.
    package let kind: FileKind

    /// One sentence: `/x/y is a folder, not a regular file`.
    package var description: String { "\(path.shown) is \(kind.words), not a regular file" }
}
