package import LinuxSystem

/// A file that is to be taken: where it lies, whose it is, and how sure it is that it is whole.
package struct IncomingFile: Hashable, Sendable {
    /// Where it lies.
    package let path: FilePath
    /// Whose walks it holds.
    package let person: String
    /// The name of the source where the file names none.
    package let sourceLabel: String?
    /// Its length in bytes when it was last seen; what admission reckons with.
    package let size: Int64
    /// For how long it is known not to have changed.
    package let unchangedMilliseconds: Int64
    /// Whether a file that breaks off is taken as it is instead of looked at again later.
    package let isFinal: Bool

    /// Describes a file.
    package init(
        path: FilePath,
        person: String,
        sourceLabel: String? = nil,
        size: Int64,
        unchangedMilliseconds: Int64,
        isFinal: Bool = false
    ) {
        self.path = path
        self.person = person
        self.sourceLabel = sourceLabel
        self.size = size
        self.unchangedMilliseconds = unchangedMilliseconds
        self.isFinal = isFinal
    }

    /// What makes two notices speak of the same file.
    struct Key: Hashable {
        let path: FilePath
        let person: String
    }

    /// The file's identity among those that wait.
    var key: Key { Key(path: path, person: person) }
}
