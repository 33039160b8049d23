import LinuxSystem

/// The folders that are listened to or looked into, by path and by mark: plain bookkeeping.
struct FolderTable: Sendable {
    /// What is known of a folder.
    struct Entry: Hashable, Sendable {
        /// The device and number that tell it from another folder of the same path.
        var identity: [UInt64]
        /// How it is listened to; nothing when the system would not.
        var mark: FolderMark?
        /// Whether it is looked into now and then, since events cannot be relied on.
        var isPolled = false
        /// Whether it was looked into since it is listened to.
        var isListed = false
        /// Whether it is only listened to because a watched folder below it is missing.
        var isAncestor = false
    }

    private var entries: [FilePath: Entry] = [:]
    private var pathsOfMarks: [FolderMark: Set<FilePath>] = [:]

    /// The folders that are looked into now and then, ordered by path.
    var polled: [FilePath] { entries.filter { $0.value.isPolled }.keys.sorted() }

    /// Whether any folder is looked into now and then.
    var hasPolled: Bool { entries.values.contains { $0.isPolled } }

    /// All folders, ordered by path.
    var paths: [FilePath] { entries.keys.sorted() }

    /// A folder and all that lie in it, in no order.
    func paths(in folder: FilePath) -> [FilePath] {
        entries.keys.filter { $0 == folder || $0.isInside(folder) }
    }

    /// What is known of a folder.
    subscript(path: FilePath) -> Entry? { entries[path] }

    /// The folders a mark stands for: several when one folder has several paths.
    func paths(of mark: FolderMark) -> [FilePath] {
        pathsOfMarks[mark]?.sorted() ?? []
    }

    /// Sets what is known of a folder.
    ///
    /// - Returns: the mark it had before, when nothing needs that any more.
    mutating func set(_ path: FilePath, _ entry: Entry) -> FolderMark? {
        let old = entries.updateValue(entry, forKey: path)?.mark
        if let mark = entry.mark { pathsOfMarks[mark, default: []].insert(path) }
        guard let old, old != entry.mark else { return nil }
        return release(old, path)
    }

    /// Changes what is known of a folder, but not its mark; nothing happens when it is not known.
    mutating func update(_ path: FilePath, _ change: (inout Entry) -> Void) {
        guard var entry = entries[path] else { return }
        let mark = entry.mark
        change(&entry)
        entry.mark = mark
        entries[path] = entry
    }

    /// Forgets a folder.
    ///
    /// - Returns: its mark, when nothing needs that any more.
    mutating func remove(_ path: FilePath) -> FolderMark? {
        guard let mark = entries.removeValue(forKey: path)?.mark else { return nil }
        return release(mark, path)
    }

    private mutating func release(_ mark: FolderMark, _ path: FilePath) -> FolderMark? {
        pathsOfMarks[mark]?.remove(path)
        guard pathsOfMarks[mark]?.isEmpty ?? true else { return nil }
        pathsOfMarks[mark] = nil
        return mark
    }
}
