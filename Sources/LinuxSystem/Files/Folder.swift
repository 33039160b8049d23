import Glibc

/// Something that stands in a folder.
package struct FolderEntry: Hashable, Sendable {
    /// The bytes of its name.
    package let name: [UInt8]
    /// What it is; links are not followed.
    package let kind: FileKind

    /// Makes an entry.
    package init(name: [UInt8], kind: FileKind) {
        self.name = name
        self.kind = kind
    }
}

/// What is done with folders as such.
package enum Folder {
    /// Lists what stands in a folder, without `.` and `..`, in the order the system gives.
    ///
    /// What vanishes meanwhile is left out.
    ///
    /// - Parameters:
    ///   - path: which folder.
    ///   - followLinks: whether a link to a folder stands for the folder.
    /// - Returns: what stands in it at this moment.
    /// - Throws: what the system said.
    package static func entries(
        _ path: FilePath,
        followLinks: Bool = true
    ) throws(SystemError) -> [FolderEntry] {
        let flags = O_DIRECTORY | O_CLOEXEC | (followLinks ? 0 : O_NOFOLLOW)
        let descriptor = try retrying("list", path) { path.withCString { open($0, flags) } }
        // From here on the stream owns the descriptor.
        guard let stream = fdopendir(descriptor) else {
            let error = SystemError.last("list", path)
            close(descriptor)
            throw error
        }
        defer { closedir(stream) }
        var entries: [FolderEntry] = []
        while true {
            // Only errno tells the end from a failure (readdir(3)).
            errno = 0
            guard let entry = readdir(stream) else { break }
            let name = nameBytes(entry)
            // `.` and `..`; every other name has another byte or is longer.
            if name.count <= 2, name.allSatisfy({ $0 == UInt8(ascii: ".") }) { continue }
            guard let kind = kind(of: entry, name: name, in: path) else { continue }
            entries.append(FolderEntry(name: name, kind: kind))
        }
        let code = errno
        guard code == 0 else { throw SystemError(code: code, call: "list", path: path) }
        return entries
    }

    /// Makes a folder and those above it that are missing; one that is there is fine.
    ///
    /// - Parameters:
    ///   - path: where.
    ///   - mode: the permissions of the folders that are made, before the umask.
    /// - Throws: also when something else stands there.
    package static func make(_ path: FilePath, mode: UInt32 = 0o700) throws(SystemError) {
        do {
            try makeLast(path, mode)
        } catch  where error.code == ENOENT && path.parent != path {
            try make(path.parent, mode: mode)
            // Once: `/proc` says that there is no such folder when it is there.
            try makeLast(path, mode)
        }
    }

    /// Makes a folder in one that is there.
    private static func makeLast(_ path: FilePath, _ mode: UInt32) throws(SystemError) {
        do {
            _ = try retrying("make the folder", path) {
                path.withCString { mkdir($0, mode_t(mode)) }
            }
        } catch  where error.isAlreadyThere {
            guard try FileStatus.of(path, followLinks: true).kind == .folder else { throw error }
        }
    }

    /// Waits until names made, changed or removed in a folder are on the disk.
    ///
    /// File systems that cannot do it (`EINVAL`) are taken at their word.
    package static func synchronize(_ path: FilePath) throws(SystemError) {
        do {
            try FileDescriptor.open(path, [.folder]).synchronize()
        } catch  where error.code == EINVAL || error.code == ENOTSUP {
            return
        }
    }

    private static func nameBytes(_ entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
        // The record may be shorter or longer than the type says: only its bytes are looked at.
        guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return [] }
        let start = UnsafeRawPointer(entry).advanced(by: offset)
        let count = strlen(start.assumingMemoryBound(to: CChar.self))
        return Array(UnsafeRawBufferPointer(start: start, count: count))
    }

    private static func kind(
        of entry: UnsafeMutablePointer<dirent>,
        name: [UInt8],
        in folder: FilePath
    ) -> FileKind? {
        let kind = FileKind(entryType: entry.pointee.d_type)
        if kind != .unknown { return kind }
        // Some file systems do not tell; a name that vanished meanwhile is no entry.
        return try? FileStatus.of(folder.appending(name)).kind
    }
}
