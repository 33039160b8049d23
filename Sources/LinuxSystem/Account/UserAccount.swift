import Glibc

/// The user the program runs as.
package enum UserAccount {
    /// The home folder: `HOME` when it is absolute, else what the user database says, else `/`.
    package static var home: FilePath {
        if let path = Environment.path("HOME"), path.isAbsolute { return path }
        return homeInDatabase(getuid()) ?? FilePath("/")
    }

    /// The user's number.
    package static var number: UInt32 { getuid() }

    /// Puts the home folder in place of a leading `~`; other users' homes (`~anna`) are left alone.
    package static func expandingHome(_ path: String) -> FilePath {
        if path == "~" { return home }
        guard path.hasPrefix("~/") else { return FilePath(path) }
        return home.appending(String(path.dropFirst(2)))
    }

    static func homeInDatabase(_ user: UInt32) -> FilePath? {
        var entry = passwd()
        var found: UnsafeMutablePointer<passwd>?
        // The entry points into this memory, so it must stay until the end.
        let memory = UnsafeMutableBufferPointer<CChar>.allocate(capacity: 16_384)
        defer { memory.deallocate() }
        guard let base = memory.baseAddress,
            getpwuid_r(user, &entry, base, memory.count, &found) == 0, found != nil,
            let folder = entry.pw_dir
        else { return nil }
        return FilePath(bytes: Array(UnsafeRawBufferPointer(start: folder, count: strlen(folder))))
    }
}
