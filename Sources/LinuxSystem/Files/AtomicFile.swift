import Glibc

/// Files that are replaced as a whole: a reader sees the old content or the new, never a part.
package enum AtomicFile {
    /// Writes the content under a temporary name, saves it, and gives it its name.
    ///
    /// When it returns, content and name are on the disk. When it throws, the old file is as it
    /// was and the temporary one is gone.
    ///
    /// - Parameters:
    ///   - bytes: the whole content.
    ///   - path: where; the folder must be there.
    ///   - mode: the permissions, whatever the umask.
    package static func write(
        _ bytes: [UInt8],
        to path: FilePath,
        mode: UInt32 = 0o600
    ) throws(SystemError) {
        let temporary = temporaryPath(beside: path)
        do {
            let file = try FileDescriptor.open(
                temporary,
                [.write, .create, .exclusive, .noFollow],
                mode: 0o600
            )
            try file.writeAll(bytes)
            try file.setMode(mode)
            try file.synchronize()
            try File.rename(temporary, to: path)
        } catch {
            try? File.unlink(temporary)
            throw SystemError(code: error.code, call: error.call, path: path)
        }
        try Folder.synchronize(path.parent)
    }

    /// A hidden name that ends as temporary names do, so that no watcher takes it for data.
    private static func temporaryPath(beside path: FilePath) -> FilePath {
        let mark = String(UInt32.random(in: .min ... .max), radix: 16)
        return path.parent.appending(
            Array(".".utf8) + path.nameBytes + Array(".\(getpid())-\(mark).tmp".utf8)
        )
    }
}
