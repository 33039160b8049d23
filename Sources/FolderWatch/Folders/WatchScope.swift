import LinuxSystem

/// Which paths belong to the watched folders: a pure question of names.
struct WatchScope: Sendable {
    /// The watched folders, innermost first.
    let folders: [WatchedFolder]

    /// Makes a scope; of folders with the same path the first counts.
    init(_ folders: [WatchedFolder]) {
        var seen: Set<FilePath> = []
        self.folders =
            folders
            .filter { seen.insert($0.path).inserted }
            .sorted { $0.path.bytes.count > $1.path.bytes.count }
    }

    /// Whether it is one of the watched folders itself.
    func isRoot(_ path: FilePath) -> Bool {
        folders.contains { $0.path == path }
    }

    /// The watched folder that a file of this path belongs to; of several, the innermost.
    func folder(of file: FilePath) -> WatchedFolder? {
        guard CandidateName.isFile(file.nameBytes) else { return nil }
        return folder(lookingInto: file.parent)
    }

    /// The watched folder on whose behalf a folder is looked into, or nothing when it is not.
    func folder(lookingInto path: FilePath) -> WatchedFolder? {
        folders.first { reaches(path, from: $0) }
    }

    private func reaches(_ path: FilePath, from folder: WatchedFolder) -> Bool {
        if path == folder.path { return true }
        guard folder.isRecursive, path.isInside(folder.path) else { return false }
        var step = path
        while step != folder.path {
            guard CandidateName.isFolder(step.nameBytes), !folder.excluded.contains(step),
                step != step.parent
            else { return false }
            step = step.parent
        }
        return true
    }
}
