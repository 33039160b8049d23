import LinuxSystem

/// What tells one state of a file from another without reading it.
///
/// Permissions and owner are part of it: a file that could not be read is worth another try when
/// they change.
struct FileVersion: Hashable, Sendable {
    /// Its number on the device; 0 where the file system makes numbers up as it goes.
    let inode: UInt64
    /// Its length in bytes.
    let size: Int64
    /// The time of its last change, milliseconds since 1970.
    let modifiedMilliseconds: Int64
    /// The nanoseconds within that millisecond.
    let modifiedNanoseconds: Int32
    /// The permission bits.
    let mode: UInt32
    /// The user it belongs to.
    let owner: UInt32

    /// Makes a version.
    init(
        inode: UInt64,
        size: Int64,
        modifiedMilliseconds: Int64,
        modifiedNanoseconds: Int32 = 0,
        mode: UInt32 = 0o600,
        owner: UInt32 = 0
    ) {
        self.inode = inode
        self.size = size
        self.modifiedMilliseconds = modifiedMilliseconds
        self.modifiedNanoseconds = modifiedNanoseconds
        self.mode = mode
        self.owner = owner
    }

    /// Takes the version out of a status.
    ///
    /// Only file systems of this machine have inodes that last; served ones number files anew after
    /// a while, which would make every file look replaced.
    init(_ status: FileStatus, on fileSystem: FileSystemKind) {
        self.init(
            inode: fileSystem == .local ? status.inode : 0,
            size: status.size,
            modifiedMilliseconds: status.modifiedMilliseconds,
            modifiedNanoseconds: status.modifiedNanoseconds,
            mode: status.mode,
            owner: status.owner
        )
    }

    /// Whether the content may differ from that of another version.
    func mayDiffer(from other: FileVersion) -> Bool {
        inode != other.inode || size != other.size
            || modifiedMilliseconds != other.modifiedMilliseconds
            || modifiedNanoseconds != other.modifiedNanoseconds
    }

    /// For how long it is unchanged by the clock that wrote its time; nothing when that lies in the
    /// future, which a clock that was set back does.
    func age(at wallMilliseconds: Int64) -> Int64? {
        let (age, overflow) = wallMilliseconds.subtractingReportingOverflow(modifiedMilliseconds)
        return overflow || age < 0 ? nil : age
    }
}
