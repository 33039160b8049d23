import Glibc

/// How a file is opened; reading alone is the empty set.
package struct OpenOptions: OptionSet, Sendable {
    /// The flags as open(2) takes them.
    package let rawValue: Int32

    /// Makes options of flags of open(2).
    package init(rawValue: Int32) {
        self.rawValue = rawValue
    }

    /// For reading alone; this is what no option means.
    package static let read: OpenOptions = []
    /// For writing alone.
    package static let write = OpenOptions(rawValue: O_WRONLY)
    /// For reading and writing.
    package static let readWrite = OpenOptions(rawValue: O_RDWR)
    /// Make the file when there is none.
    package static let create = OpenOptions(rawValue: O_CREAT)
    /// Fail when there is one; with `create`.
    package static let exclusive = OpenOptions(rawValue: O_EXCL)
    /// Begin with an empty file.
    package static let truncate = OpenOptions(rawValue: O_TRUNC)
    /// Write at the end, whoever else writes.
    package static let append = OpenOptions(rawValue: O_APPEND)
    /// Fail when the last component is a symbolic link.
    package static let noFollow = OpenOptions(rawValue: O_NOFOLLOW)
    /// Never wait for the other end of a pipe or for a device.
    package static let nonBlocking = OpenOptions(rawValue: O_NONBLOCK)
    /// Fail when it is no folder.
    package static let folder = OpenOptions(rawValue: O_DIRECTORY)
}
