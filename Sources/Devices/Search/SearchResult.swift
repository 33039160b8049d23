package import Model

/// What a search of a tree found.
package struct SearchResult: Hashable, Sendable {
    /// A file that may be an export.
    package struct File: Hashable, Sendable {
        /// The file in its tree.
        package let entry: TreeEntry
        /// What the ledger knows it by.
        package let key: DeviceFileKey

        /// Describes a file.
        package init(entry: TreeEntry, key: DeviceFileKey) {
            self.entry = entry
            self.key = key
        }
    }

    /// The files that are not known, those near the top first.
    package internal(set) var files: [File] = []
    /// How many files are known already.
    package internal(set) var knownFiles = 0
    /// What was left out and what to do, one sentence each, without a full stop.
    package internal(set) var notes: [String] = []
    /// How many files are activities of a kind that is not read yet; a note tells them too.
    package internal(set) var activityFiles = 0
    /// Whether all that should be looked at was: no limit was reached, no folder was damaged.
    package internal(set) var isComplete = true
}
