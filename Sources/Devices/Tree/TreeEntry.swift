package import Model

/// A folder or file in a tree, as its listing shows it.
package struct TreeEntry: Hashable, Sendable {
    /// What an entry is.
    package enum Kind: Hashable, Sendable {
        case folder
        case file
    }

    /// When an entry was last changed, as far as the device says.
    package enum Time: Hashable, Sendable {
        /// What a clock on the wall showed: FAT, and MTP without a zone.
        case wall(WallTime)
        /// A moment.
        case instant(Instant)
    }

    /// The names from the root to the entry, that of the root left out; empty for the root.
    ///
    /// Letters that are no valid text are U+FFFD; `handle` tells entries apart all the same.
    package let path: [String]
    /// What it is.
    package let kind: Kind
    /// The length in bytes, at least 0; 0 for a folder.
    package let size: Int64
    /// When it was last changed; nothing where the device does not say.
    package let modified: Time?
    /// What the tree itself knows the entry by: a first cluster, an object's handle, a number.
    package let handle: UInt64

    /// Makes an entry.
    package init(
        path: [String],
        kind: Kind,
        size: Int64 = 0,
        modified: Time? = nil,
        handle: UInt64
    ) {
        self.path = path
        self.kind = kind
        self.size = size
        self.modified = modified
        self.handle = handle
    }

    /// The last name; empty for the root.
    package var name: String { path.last ?? "" }
}
