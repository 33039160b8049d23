import Glibc

/// What is done with names of files.
package enum File {
    /// Whether something stands at a path; a link counts, whatever it points to.
    package static func exists(_ path: FilePath) -> Bool {
        (try? FileStatus.of(path)) != nil
    }

    /// Gives a file another name, in one step; a file of that name is replaced.
    package static func rename(_ path: FilePath, to target: FilePath) throws(SystemError) {
        _ = try retrying("rename", path) {
            path.withCString { from in target.withCString { Glibc.rename(from, $0) } }
        }
    }

    /// Gives a file another name, and fails with `EEXIST` when that name is taken.
    ///
    /// An empty file claims the name first, since no single call does both on every file system;
    /// another program never loses a file by it.
    package static func renameExclusively(
        _ path: FilePath,
        to target: FilePath
    ) throws(SystemError) {
        _ = try FileDescriptor.open(target, [.write, .create, .exclusive, .noFollow])
        do {
            try rename(path, to: target)
        } catch {
            try? unlink(target)
            throw error
        }
    }

    /// Removes a name; the file lives on where it is open or has other names.
    package static func unlink(_ path: FilePath) throws(SystemError) {
        _ = try retrying("remove", path) { path.withCString { Glibc.unlink($0) } }
    }

    /// Reads where a symbolic link points to, as it is written.
    package static func linkTarget(_ path: FilePath) throws(SystemError) -> FilePath {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = try retrying("read the link", path) {
            path.withCString { readlink($0, &buffer, buffer.count) }
        }
        return FilePath(bytes: buffer[..<count].map { UInt8(bitPattern: $0) })
    }

    /// The path from the root with every link followed, of something that is there.
    ///
    /// - Throws: when a part of it is missing or cannot be looked at.
    package static func resolved(_ path: FilePath) throws(SystemError) -> FilePath {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        guard path.withCString({ realpath($0, &buffer) }) != nil else {
            throw SystemError.last("find", path)
        }
        return FilePath(bytes: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) })
    }

    /// Reads the whole of a file; links are followed.
    ///
    /// - Throws: also when it is longer than the limit (`EFBIG`).
    package static func read(
        _ path: FilePath,
        limit: Int = 16 << 20
    ) throws(SystemError) -> [UInt8] {
        try FileDescriptor.open(path, [.nonBlocking]).readAll(limit: limit)
    }
}
