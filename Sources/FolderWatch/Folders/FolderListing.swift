import LinuxSystem

/// All files that are there now, without waiting for anything (`ambled --once`).
package enum FolderListing {
    /// Lists one folder by the same rules as the watcher, ordered by the bytes of the paths.
    package static func files(
        in folder: WatchedFolder
    ) -> (files: [SettledFile], troubles: [FolderTrouble]) {
        files(in: [folder])
    }

    /// Lists several folders; a file in two of them comes once, as the watcher would deliver it.
    package static func files(
        in folders: [WatchedFolder]
    ) -> (files: [SettledFile], troubles: [FolderTrouble]) {
        var walk = Walk(scope: WatchScope(folders), now: WallClock.system.milliseconds())
        for folder in walk.scope.folders.reversed() { walk.take(root: folder.path) }
        return (walk.files.sorted { $0.path < $1.path }, walk.troubles)
    }
}

private struct Walk {
    let scope: WatchScope
    let now: Int64
    var files: [SettledFile] = []
    var troubles: [FolderTrouble] = []
    private var visited: Set<FilePath> = []

    init(scope: WatchScope, now: Int64) {
        self.scope = scope
        self.now = now
    }

    mutating func take(root: FilePath) {
        do {
            let kind = try FileStatus.of(root, followLinks: true).kind
            guard kind == .folder else { return troubles.append(.notAFolder(root)) }
        } catch {
            return troubles.append(error.isMissing ? .missing(root) : .unreadable(error))
        }
        var pending = [root]
        while let folder = pending.popLast() {
            guard visited.insert(folder).inserted else { continue }
            pending += take(folder: folder)
        }
    }

    /// Takes the files of a folder, and returns the folders in it.
    private mutating func take(folder: FilePath) -> [FilePath] {
        do {
            var inner: [FilePath] = []
            for entry in try Folder.entries(folder, followLinks: scope.isRoot(folder)) {
                let path = folder.appending(entry.name)
                if entry.kind == .regular { take(file: path) }
                if entry.kind == .folder, scope.folder(lookingInto: path) != nil {
                    inner.append(path)
                }
            }
            return inner
        } catch {
            // What vanished since it was seen is not missed.
            if !error.isMissing { troubles.append(.unreadable(error)) }
            return []
        }
    }

    private mutating func take(file path: FilePath) {
        guard let folder = scope.folder(of: path) else { return }
        do {
            let status = try FileStatus.of(path)
            guard status.kind == .regular else { return }
            let version = FileVersion(status, on: .local)
            files.append(
                SettledFile(
                    path: path,
                    size: status.size,
                    modifiedMilliseconds: status.modifiedMilliseconds,
                    unchangedMilliseconds: version.age(at: now) ?? 0,
                    tag: folder.tag
                )
            )
        } catch {
            if !error.isMissing { troubles.append(.cannotLook(error)) }
        }
    }
}
