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

    /// Why everything is looked into.
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
    private let report: (FolderTrouble) -> Void
    private var table = FolderTable()
    /// The watched folders that are not there, with the folder that is listened to instead.
    private var missing: [FilePath: FilePath] = [:]
    private var unreadable: Set<FilePath> = []
    private var reported: Set<FolderTrouble> = []
    private var isLimitReported = false
    private var unannounced: Set<FilePath> = []
    private var kinds: [UInt64: FileSystemKind] = [:]

    /// Makes a tracker that watches nothing yet.
    ///
    /// - Parameters:
    ///   - scope: the folders.
    ///   - events: where events come from; it must have begun.
    ///   - report: called once for each trouble, and again when it went and came back.
    init(
        scope: WatchScope,
        events: any FolderEvents,
        report: @escaping (FolderTrouble) -> Void
    ) {
        self.scope = scope
        self.events = events
        self.report = report
    }

    /// Whether any folder is looked into now and then.
    var hasPolled: Bool { table.hasPolled }

    /// The folders a mark stands for.
    func folders(of mark: FolderMark) -> [FilePath] { table.paths(of: mark) }

    /// What kind of file system a device is; local when it was never met.
    func fileSystem(of device: UInt64) -> FileSystemKind { kinds[device] ?? .local }

    /// Looks into every folder.
    func surveyAll(_ occasion: Occasion) -> [Found] {
        if occasion == .check {
            for path in table.paths where isGone(path) { drop(path) }
        }
        return scope.folders.reversed().flatMap { survey(root: $0.path, occasion) }
    }

    /// Looks into the folders that no event tells of, and for watched folders that are missing.
    func poll() -> [Found] {
        table.polled.flatMap { path in
            scope.isRoot(path) ? survey(root: path, .poll) : survey(path, .poll)
        }
    }

    /// Takes in that a folder that is listened to is gone from its path.
    func folderIsGone(_ event: FolderEvent) -> [Found] {
        var found: [Found] = []
        for path in table.paths(of: event.mark) {
            // A folder that moved within another is told of there, too.
            let isOwn = scope.isRoot(path) || table[path]?.isAncestor == true
            guard isOwn || event.change == .folderGone else { continue }
            drop(path)
            if scope.isRoot(path) { found += survey(root: path, .anew) }
        }
        return found + surveyMissing()
    }

    /// Takes in what happened to a name that is, or may be, that of a folder.
    func take(_ event: FolderEvent, at path: FilePath) -> [Found] {
        switch event.change {
        case .created, .movedIn:
            let roots = missing.keys.filter { $0 == path || $0.isInside(path) }.sorted()
            let found = roots.flatMap { survey(root: $0, .anew) }
            guard event.isFolder, roots.isEmpty, scope.folder(lookingInto: path) != nil else {
                return found
            }
            drop(path)
            return found + survey(path, .anew)
        case .movedOut, .removed:
            guard event.isFolder, table[path] != nil, !scope.isRoot(path) else { return [] }
            drop(path)
            return surveyMissing()
        case .attributes:
            return unreadable.contains(path) ? survey(path, .anew) : []
        default:
            return []
        }
    }

    /// Takes in that a file came of which no event told: from now on its watched folder is looked
    /// into.
    func mistrustEvents(at path: FilePath) {
        guard let root = scope.folder(of: path)?.path else { return }
        unannounced.insert(root)
        for folder in table.paths where folder == root || folder.isInside(root) {
            table.update(folder) { $0.isPolled = !$0.isAncestor }
        }
        tell(.noEvents(root))
    }
}

// MARK: - Looking into folders

extension FolderTracker {
    private func survey(root: FilePath, _ occasion: Occasion) -> [Found] {
        do {
            let kind = try FileStatus.of(root, followLinks: true).kind
            guard kind == .folder else { return waitFor(root, .notAFolder(root)) }
        } catch {
            guard !error.isMissing else { return waitFor(root, .missing(root)) }
            tell(.unreadable(error))
            keep(root, FolderTable.Entry(identity: [], isPolled: true))
            return []
        }
        missing[root] = nil
        reported.subtract([.missing(root), .notAFolder(root)])
        releaseAncestors()
        return survey(root, occasion)
    }

    /// Looks into a folder and those in it; when polling, only into those in it that are new.
    private func survey(_ start: FilePath, _ occasion: Occasion) -> [Found] {
        var found: [Found] = []
        var pending = [start]
        while let folder = pending.popLast() {
            guard arm(folder) else { continue }
            let wasToBeHeardOf =
                occasion == .check && table[folder]?.isListed == true
                && table[folder]?.isPolled == false
            for entry in list(folder) {
                let path = folder.appending(entry.name)
                if entry.kind == .regular, scope.folder(of: path) != nil {
                    found.append(Found(path: path, wasToBeHeardOf: wasToBeHeardOf))
                }
                if entry.kind == .folder, scope.folder(lookingInto: path) != nil,
                    occasion != .poll || table[path] == nil
                {
                    pending.append(path)
                }
            }
        }
        return found
    }

    private func list(_ folder: FilePath) -> [FolderEntry] {
        do {
            let entries = try Folder.entries(folder, followLinks: scope.isRoot(folder))
            table.update(folder) { $0.isListed = true }
            unreadable.remove(folder)
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
            let identity = [status.device, status.inode]
            if let known = table[folder], known.mark != nil, known.identity == identity {
                table.update(folder) { $0.isAncestor = false }
                return true
            }
            let kind = try kind(of: folder, device: status.device)
            let mark = listen(to: folder)
            let isPolled = mark == nil || kind != .local || isUnannounced(folder)
            keep(folder, FolderTable.Entry(identity: identity, mark: mark, isPolled: isPolled))
            return true
        } catch {
            fail(folder, error)
            return false
        }
    }

    private func kind(
        of folder: FilePath,
        device: UInt64
    ) throws(SystemError) -> FileSystemKind {
        if let kind = kinds[device] { return kind }
        let kind = try FileSystemKind.of(folder)
        kinds[device] = kind
        return kind
    }

    private func listen(to folder: FilePath) -> FolderMark? {
        do {
            return try events.watch(folder, followLinks: scope.isRoot(folder))
        } catch {
            let isLimit = [ENOSPC, ENOMEM].contains(error.code)
            if isLimit, !isLimitReported {
                isLimitReported = true
                tell(.watchLimit(folder))
            }
            return nil
        }
    }

    private func isUnannounced(_ folder: FilePath) -> Bool {
        unannounced.contains { folder == $0 || folder.isInside($0) }
    }

    private func fail(_ folder: FilePath, _ error: SystemError) {
        // What vanished since it was seen is not missed.
        if error.isMissing || error.code == ELOOP { return drop(folder) }
        unreadable.insert(folder)
        tell(.unreadable(error))
        // Nobody listens above a watched folder: only looking tells that it can be read again.
        if scope.isRoot(folder) { table.update(folder) { $0.isPolled = true } }
    }

    /// Reports a trouble, once.
    func tell(_ trouble: FolderTrouble) {
        if reported.insert(trouble).inserted { report(trouble) }
    }
}

// MARK: - Folders that go and come

extension FolderTracker {
    /// Listens to the nearest folder above a watched folder that is not there.
    private func waitFor(_ root: FilePath, _ trouble: FolderTrouble) -> [Found] {
        drop(root)
        tell(trouble)
        var above = root.parent
        while isGone(above), above != above.parent { above = above.parent }
        missing[root] = above
        releaseAncestors()
        if table[above]?.mark != nil { return [] }
        guard let mark = try? events.watch(above, followLinks: true) else {
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
        if step == root { return (try? FileStatus.of(root, followLinks: true))?.kind != .folder }
        return isGone(step)
    }

    private func surveyMissing() -> [Found] {
        missing.filter { table[$0.value]?.mark == nil }.keys.sorted()
            .flatMap { survey(root: $0, .anew) }
    }

    private func releaseAncestors() {
        let needed = Set(missing.values)
        for path in table.paths where table[path]?.isAncestor == true && !needed.contains(path) {
            forget(path)
        }
    }

    private func isGone(_ path: FilePath) -> Bool {
        (try? FileStatus.of(path, followLinks: true))?.kind != .folder
    }

    /// Forgets a folder and those in it.
    private func drop(_ folder: FilePath) {
        for path in table.paths where path == folder || path.isInside(folder) { forget(path) }
        unreadable = unreadable.filter { $0 != folder && !$0.isInside(folder) }
    }

    private func forget(_ path: FilePath) {
        if let mark = table.remove(path) { events.forget(mark) }
    }

    private func keep(_ path: FilePath, _ entry: FolderTable.Entry) {
        if let mark = table.set(path, entry) { events.forget(mark) }
    }
}
