import Glibc

/// What kind of thing stands in a folder.
package enum FileKind: Hashable, Sendable {
    case regular
    case folder
    case symbolicLink
    case pipe
    case socket
    case device
    case unknown
}

/// What the system knows about a file without reading it.
package struct FileStatus: Hashable, Sendable {
    /// The length in bytes.
    package let size: Int64
    /// The time of the last change of content, milliseconds since 1970; kept within the type's
    /// range, since a file system may hold any number.
    package let modifiedMilliseconds: Int64
    /// The nanoseconds within that millisecond, 0–999 999.
    package let modifiedNanoseconds: Int32
    /// The device it lies on.
    package let device: UInt64
    /// Its number on that device.
    package let inode: UInt64
    /// What it is.
    package let kind: FileKind
    /// The permission bits, 0–0o7777.
    package let mode: UInt32
    /// The user it belongs to.
    package let owner: UInt32

    /// Asks for the status of a path.
    ///
    /// - Parameters:
    ///   - path: what to look at.
    ///   - followLinks: whether a link stands for what it points to.
    package static func of(
        _ path: FilePath,
        followLinks: Bool = false
    ) throws(SystemError) -> FileStatus {
        var raw = stat()
        _ = try retrying("look at", path) {
            path.withCString { followLinks ? stat($0, &raw) : lstat($0, &raw) }
        }
        return FileStatus(raw)
    }

    static func of(descriptor: Int32, path: FilePath?) throws(SystemError) -> FileStatus {
        var raw = stat()
        _ = try retrying("look at", path) { fstat(descriptor, &raw) }
        return FileStatus(raw)
    }

    private init(_ raw: stat) {
        size = Int64(raw.st_size)
        modifiedMilliseconds = FileStatus.milliseconds(raw.st_mtim)
        modifiedNanoseconds = Int32(truncatingIfNeeded: raw.st_mtim.tv_nsec % 1_000_000)
        device = UInt64(raw.st_dev)
        inode = UInt64(raw.st_ino)
        kind = FileKind(mode: raw.st_mode)
        mode = raw.st_mode & 0o7777
        owner = raw.st_uid
    }

    private static func milliseconds(_ time: timespec) -> Int64 {
        let (whole, overflow) = Int64(time.tv_sec).multipliedReportingOverflow(by: 1000)
        if overflow { return time.tv_sec < 0 ? .min : .max }
        let (sum, tooLarge) = whole.addingReportingOverflow(Int64(time.tv_nsec / 1_000_000))
        return tooLarge ? .max : sum
    }
}

extension FileKind {
    init(mode: mode_t) {
        switch mode & S_IFMT {
        case S_IFREG: self = .regular
        case S_IFDIR: self = .folder
        case S_IFLNK: self = .symbolicLink
        case S_IFIFO: self = .pipe
        case S_IFSOCK: self = .socket
        case S_IFCHR, S_IFBLK: self = .device
        default: self = .unknown
        }
    }

    init(entryType: UInt8) {
        switch Int(entryType) {
        case Int(DT_REG): self = .regular
        case Int(DT_DIR): self = .folder
        case Int(DT_LNK): self = .symbolicLink
        case Int(DT_FIFO): self = .pipe
        case Int(DT_SOCK): self = .socket
        case Int(DT_CHR), Int(DT_BLK): self = .device
        default: self = .unknown
        }
    }

    /// The word a person reads: `a folder`.
    package var words: String {
        switch self {
        case .regular: "a regular file"
        case .folder: "a folder"
        case .symbolicLink: "a symbolic link"
        case .pipe: "a pipe"
        case .socket: "a socket"
        case .device: "a device"
        case .unknown: "of an unknown kind"
        }
    }
}
