import Glibc
import LinuxSystem

/// Keeps every watched folder listened to or looked into, whatever happens to the folders.
///
/// Each folder is listened to first and looked into afterwards, so that nothing falls between the
/// two. It never looks at files; it tells their names. It lives on the watcher's queue.
final class FolderTracker {
    /// A name that may be that of a file to take.
    struct Found: Hashable {
        let path: FilePath
        /// Whether an event should have told of it by now, if it is new.
        let wasToBeHeardOf: Bool
    }

    /// Why folders are looked into.
    enum Occasion {
        /// Nobody knows what happened: at the beginning, or after events were lost.
        case anew
        /// To see whether events were missed.
        case check
        /// Since no event tells.
        case poll
    }

    let scope: WatchScope
    private let events: any FolderEvents
    private var troubles: FolderTroubles
    private var table = FolderTable()
    /// The watched folders that are not there, with the folder that is listened to instead.
    private var missing: [FilePath: FilePath] = [:]
    /// The watched folders that changed without an event.
    private var unannounced: Set<FilePath> = []
    private var fileSystems: [UInt64: FileSystemKind] = [:]

    /// Makes a tracker that watches nothing yet.
    ///
    /// - Parameters:
    ///   - scope: the folders.
    ///   - events: where events come from; it must have begun before folders are looked into.
    ///   - report: called once for each trouble, and again when it went and came back.
    init(scope: WatchScope, events: any FolderEvents, report: @escaping (FolderTrouble) -> Void) {
        self.scope = scope
        self.events = events
        troubles = FolderTroubles(report: report)
    }

    /// Whether any folder is looked into now and then.
    var hasPolled: Bool { table.hasPolled }

    /// The folders a mark stands for.
    func folders(of mark: FolderMark) -> [FilePath] { table.paths(of: mark) }

    /// What kind of file system a device is; local when no folder of it was met.
    func fileSystem(of device: UInt64) -> FileSystemKind { fileSystems[device] ?? .local }

    /// Tells a trouble, once.
    func tell(_ trouble: FolderTrouble) { troubles.tell(trouble) }

    /// Looks into every folder.
    func surveyAll(_ occasion: Occasion) -> [Found] {
        // Numbers of devices are used again when something else is mounted.
        fileSystems = [:]
        for path in table.paths where isGone(path) { drop(path) }
        return scope.folders.reversed().flatMap { survey(root: $0.path, occasion) }
    }

    /// Looks into the folders that no event tells of.
    func poll() -> [Found] {
        table.polled.flatMap { path in
            scope.isRoot(path) ? survey(root: path, .poll) : survey(path, .poll)
        }
    }

    /// Takes in that a folder that is listened to is gone from its path.
    func folderIsGone(_ event: FolderEvent) -> [Found] {
        for path in table.paths(of: event.mark) {
            // A folder that moved within another is told of there, too.
            let isOwn = scope.isRoot(path) || table[path]?.isAncestor == true
            if isOwn || event.change == .folderGone { drop(path) }
        }
        return surveyLost()
    }

    /// Takes in what happened to a name that is, or may be, that of a folder.
    func take(_ event: FolderEvent, at path: FilePath) -> [Found] {
        switch event.change {
        case .created, .movedIn:
            return arrival(of: path, isFolder: event.isFolder)
        case .movedOut, .removed:
            guard event.isFolder, table[path] != nil, !scope.isRoot(path) else { return [] }
            drop(path)
            return surveyLost()
        case .attributes:
            return troubles.isUnreadable(path) ? survey(path, .anew) : []
        default:
            return []
        }
    }

    /// Has a watched folder looked into from now on, since a file came of which no event told.
    func mistrustEvents(at path: FilePath) {
        guard let root = scope.folder(of: path)?.path else { return }
        unannounced.insert(root)
        for folder in table.paths(in: root) {
            table.update(folder) { $0.isPolled = !$0.isAncestor }
        }
        troubles.tell(.noEvents(root))
    }
}

// MARK: - Looking into folders

extension FolderTracker {
    private func survey(root: FilePath, _ occasion: Occasion) -> [Found] {
        do {
            let kind = try FileStatus.of(root, followLinks: true).kind
            guard kind == .folder else { return waitFor(root, .notAFolder(root)) }
        } catch {
            if error.isMissing { return waitFor(root, .missing(root)) }
            fail(root, error)
            return []
        }
        missing[root] = nil
        troubles.folderIsThere(root)
        releaseAncestors()
        return survey(root, occasion)
    }

    /// Looks into a folder and those in it; when polling, only into those in it that are new.
    private func survey(_ start: FilePath, _ occasion: Occasion) -> [Found] {
        var found: [Found] = []
        var pending = [start]
        while let folder = pending.popLast() {
            guard arm(folder), let entry = table[folder] else { continue }
            let wasToBeHeardOf = occasion == .check && entry.isListed && !entry.isPolled
            for inner in list(folder) {
                let path = folder.appending(inner.name)
                if inner.kind == .regular, CandidateName.isFile(inner.name) {
                    found.append(Found(path: path, wasToBeHeardOf: wasToBeHeardOf))
                }
                guard inner.kind == .folder, scope.folder(lookingInto: path) != nil else {
                    continue
                }
                if occasion != .poll || table[path] == nil { pending.append(path) }
            }
        }
        return found
    }

    private func list(_ folder: FilePath) -> [FolderEntry] {
        do {
            let entries = try Folder.entries(folder, followLinks: scope.isRoot(folder))
            table.update(folder) { $0.isListed = true }
            troubles.folderWasRead(folder)
            return entries
        } catch {
            fail(folder, error)
            return []
        }
    }

    /// Has a folder listened to, unless it is already.
    ///
    /// - Returns: whether the folder is there.
    private func arm(_ folder: FilePath) -> Bool {
        do {
            let status = try FileStatus.of(folder, followLinks: scope.isRoot(folder))
            guard status.kind == .folder else {
                drop(folder)
                return false
            }
            let kind = try fileSystem(of: folder, device: status.device)
            let identity = [status.device, status.inode]
            if let known = table[folder], known.mark != nil, !known.isAncestor,
                known.identity == identity
            {
                return true
            }
            let mark = listen(to: folder)
            let isPolled = mark == nil || kind != .local || isUnannounced(folder)
            keep(folder, FolderTable.Entry(identity: identity, mark: mark, isPolled: isPolled))
            return true
        } catch {
            fail(folder, error)
            return false
        }
    }

    private func fileSystem(
        of folder: FilePath,
        device: UInt64
    ) throws(SystemError) -> FileSystemKind {
        if let kind = fileSystems[device] { return kind }
        let kind = try FileSystemKind.of(folder)
        fileSystems[device] = kind
        return kind
    }

    private func listen(to folder: FilePath) -> FolderMark? {
        do {
            return try events.watch(folder, for: .everything, followLinks: scope.isRoot(folder))
        } catch {
            if [ENOSPC, ENOMEM].contains(error.code) { troubles.tellLimit(at: folder) }
            return nil
        }
    }

    private func isUnannounced(_ folder: FilePath) -> Bool {
        unannounced.contains { folder == $0 || folder.isInside($0) }
    }

    private func fail(_ folder: FilePath, _ error: SystemError) {
        // What vanished since it was seen is not missed; a link in its place says ELOOP.
        if error.isMissing || error.code == ELOOP && !scope.isRoot(folder) {
            drop(folder)
        } else {
            troubles.tellUnreadable(folder, error)
        }
        guard scope.isRoot(folder) else { return }
        // Nobody listens above a watched folder: only looking tells when it can be read again.
        if table[folder] == nil { keep(folder, FolderTable.Entry(identity: [])) }
        table.update(folder) { $0.isPolled = true }
    }
}

// MARK: - Folders that go and come

extension FolderTracker {
    private func arrival(of path: FilePath, isFolder: Bool) -> [Found] {
        let roots = missing.keys.filter { $0 == path || $0.isInside(path) }.sorted()
        var found: [Found] = []
        if isFolder, !scope.isRoot(path), scope.folder(lookingInto: path) != nil {
            drop(path)
            found = survey(path, .anew)
        }
        for root in roots { found += survey(root: root, .anew) }
        return found
    }

    /// Listens to the nearest folder above a watched folder that is not there.
    private func waitFor(_ root: FilePath, _ trouble: FolderTrouble) -> [Found] {
        drop(root)
        troubles.tell(trouble)
        var above = root.parent
        while isGone(above), above != above.parent { above = above.parent }
        missing[root] = above
        releaseAncestors()
        if table[above]?.mark != nil { return [] }
        guard let mark = try? events.watch(above, for: .arrivals, followLinks: true) else {
            keep(root, FolderTable.Entry(identity: [], isPolled: true))
            return []
        }
        keep(above, FolderTable.Entry(identity: [], mark: mark, isAncestor: true))
        // It may have come between looking and listening.
        return isStillMissing(root, below: above) ? [] : survey(root: root, .anew)
    }

    private func isStillMissing(_ root: FilePath, below above: FilePath) -> Bool {
        var step = root
        while step.parent != above, step != step.parent { step = step.parent }
        return isGone(step)
    }

    /// Looks for the watched folders that went together with a folder above them.
    private func surveyLost() -> [Found] {
        let lost = scope.folders.map(\.path).filter { root in
            guard table[root] == nil else { return false }
            guard let above = missing[root] else { return true }
            return table[above]?.mark == nil
        }
        return lost.flatMap { survey(root: $0, .anew) }
    }

    private func releaseAncestors() {
        let needed = Set(missing.values)
        for path in table.paths where table[path]?.isAncestor == true && !needed.contains(path) {
            forget(path)
        }
    }

    private func isGone(_ path: FilePath) -> Bool {
        do {
            return try FileStatus.of(path, followLinks: true).kind != .folder
        } catch {
            return error.isMissing
        }
    }

    /// Forgets a folder and those in it.
    private func drop(_ folder: FilePath) {
        troubles.forget(folder)
        // None in it is known when it is not itself: a tree of new folders costs no search.
        guard table[folder] != nil else { return }
        for path in table.paths(in: folder) { forget(path) }
    }

    private func forget(_ path: FilePath) {
        if let mark = table.remove(path) { events.forget(mark) }
    }

    private func keep(_ path: FilePath, _ entry: FolderTable.Entry) {
        if let mark = table.set(path, entry) { events.forget(mark) }
    }
}
