package import LinuxSystem

/// A folder whose files are wanted.
package struct WatchedFolder: Hashable, Sendable {
    /// Where it is; it may be a link to a folder, and need not be there yet.
    package let path: FilePath
    /// Whether the folders in it count too.
    package let isRecursive: Bool
    /// What its files are delivered with, for the caller's own use.
    package let tag: Int
    /// Folders inside it that are left alone, such as those that taken files are moved to.
    package let excluded: Set<FilePath>

    /// Makes a folder to watch.
    package init(path: FilePath, isRecursive: Bool, tag: Int, excluded: Set<FilePath> = []) {
        self.path = path
        self.isRecursive = isRecursive
        self.tag = tag
        self.excluded = excluded
    }
}
