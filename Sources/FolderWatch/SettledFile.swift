package import LinuxSystem

/// A file that is complete as far as can be seen from outside.
package struct SettledFile: Hashable, Sendable {
    /// Where it is.
    package let path: FilePath
    /// Its length in bytes when it was looked at.
    package let size: Int64
    /// The time of its last change, milliseconds since 1970, as the file system has it.
    package let modifiedMilliseconds: Int64
    /// For how many milliseconds it is known to be unchanged, at least 0: by what was seen, or by
    /// its time of change where the clock of this machine wrote it.
    package let unchangedMilliseconds: Int64
    /// The tag of the watched folder it lies in; of several, the innermost.
    package let tag: Int

    /// Makes a settled file.
    package init(
        path: FilePath,
        size: Int64,
        modifiedMilliseconds: Int64,
        unchangedMilliseconds: Int64,
        tag: Int
    ) {
        self.path = path
        self.size = size
        self.modifiedMilliseconds = modifiedMilliseconds
        self.unchangedMilliseconds = unchangedMilliseconds
        self.tag = tag
    }
}
