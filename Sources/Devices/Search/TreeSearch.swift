import LinuxSystem
package import Model

/// Looks through the tree of a device for files that may be exports.
///
/// Breadth first, so that a limit leaves out what lies deepest. Nothing is opened; that a device
/// holds nothing means nothing for what was read before. One search is one value on the queue that
/// owns the tree.
package struct TreeSearch {
    /// What the top of a tree is.
    package enum Shape: Hashable, Sendable {
        /// The root is the volume itself: FAT, a mounted file system.
        case volume
        /// The folders in the root are storages, such as `Primary` of an MTP device.
        case storages
    }

    /// A folder that waits to be looked at.
    private struct Folder {
        let entry: TreeEntry
        let descends: Bool
    }

    private let tree: any ReadOnlyTree
    private let limits: SearchLimits
    private let key: (TreeEntry) -> DeviceFileKey
    private let isKnown: (DeviceFileKey) -> Bool
    private let shouldStop: () -> Bool
    private var result = SearchResult()
    private var omissions = Omissions()
    private var looked = 0
    private var waiting: [Folder] = []

    /// Searches a tree.
    ///
    /// A tree with a `GARMIN` folder, in whatever case, is that of a tracker: only the folders that
    /// hold walks are looked into. Any other is searched as its rule says.
    ///
    /// - Parameters:
    ///   - tree: what is searched.
    ///   - shape: what its top is.
    ///   - rule: where exports are looked for when it is no tracker's.
    ///   - limits: how much is looked at.
    ///   - serial: what the device is known by.
    ///   - volume: what tells the volumes of the device apart, or empty.
    ///   - isKnown: whether a file need not be read again; it counts against no limit but that of
    ///     entries.
    ///   - shouldStop: asked before every folder.
    /// - Returns: the files, and what was left out.
    /// - Throws: `gone` when the device went away, `stopped` when asked to stop; whatever else keeps
    ///   the top from being listed, and what concerns the whole device: `busy`, `timedOut`. A damaged
    ///   folder further down is a note.
    package static func run(
        _ tree: any ReadOnlyTree,
        shape: Shape,
        rule: SearchRule,
        limits: SearchLimits = SearchLimits(),
        serial: String,
        volume: String = "",
        isKnown: @escaping (DeviceFileKey) -> Bool = { _ in false },
        shouldStop: @escaping () -> Bool = { false }
    ) throws(DeviceError) -> SearchResult {
        var search = TreeSearch(
            tree: tree,
            limits: limits,
            key: { $0.key(serial: serial, volume: volume) },
            isKnown: isKnown,
            shouldStop: shouldStop
        )
        return try search.run(shape, rule)
    }

    private init(
        tree: any ReadOnlyTree,
        limits: SearchLimits,
        key: @escaping (TreeEntry) -> DeviceFileKey,
        isKnown: @escaping (DeviceFileKey) -> Bool,
        shouldStop: @escaping () -> Bool
    ) {
        self.tree = tree
        self.limits = limits
        self.key = key
        self.isKnown = isKnown
        self.shouldStop = shouldStop
    }

    private mutating func run(
        _ shape: Shape,
        _ rule: SearchRule
    ) throws(DeviceError) -> SearchResult {
        let tops = try tops(shape)
        let isTracker = tops.contains { $0.isTracker }
        for top in tops { try begin(isTracker ? .tracker : rule, at: top) }
        try lookIntoFolders()
        try tree.checkPresence()
        result.notes += omissions.notes(limits, activityFiles: result.activityFiles)
        result.isComplete = omissions.isEmpty
        return result
    }

    private mutating func lookIntoFolders() throws(DeviceError) {
        var next = 0
        while next < waiting.count {
            let folder = waiting[next]
            next += 1
            // The front is dropped now and then, so that memory follows what waits.
            if next > 512 {
                waiting.removeFirst(next)
                next = 0
            }
            guard let listing = try listing(of: folder.entry) else { continue }
            guard look(at: listing, descends: folder.descends) else { return }
        }
    }

    // MARK: - Where the search begins

    /// The top of a volume or storage, and what lies in it.
    private struct Top {
        let entry: TreeEntry
        let listing: [TreeEntry]

        var isTracker: Bool {
            listing.contains {
                $0.kind == .folder && $0.name.lowercased() == SearchRule.trackerMark
            }
        }
    }

    /// What keeps the root from being listed is the end; a storage that cannot be is only noted.
    private mutating func tops(_ shape: Shape) throws(DeviceError) -> [Top] {
        try checkStop()
        let root = try tree.entries(of: tree.root)
        if root.isEmpty { try tree.checkPresence() }
        if shape == .volume { return [Top(entry: tree.root, listing: root)] }
        // So does a phone that is locked or only charges; it says no more when it is unlocked.
        omissions.hasNoStorage = root.isEmpty
        var tops: [Top] = []
        for storage in root where storage.kind == .folder {
            if let listing = try listing(of: storage) {
                tops.append(Top(entry: storage, listing: listing))
            }
        }
        return tops
    }

    private mutating func begin(_ rule: SearchRule, at top: Top) throws(DeviceError) {
        // It was listed already, and listings are what a slow device takes its time for.
        if let start = rule.starts.first(where: { $0.path.isEmpty }) {
            _ = look(at: top.listing, descends: start.descends)
        }
        try begin(rule.starts, in: top.listing)
    }

    /// Queues the folders that the paths lead to; each folder on the way is listed once.
    ///
    /// A name that stands there twice, in different case, leads to both.
    private mutating func begin(
        _ starts: [SearchRule.Start],
        in listing: [TreeEntry]
    ) throws(DeviceError) {
        for entry in listing where entry.kind == .folder {
            let name = entry.name.lowercased()
            let inner = starts.filter { $0.path.first == name }.map(\.withoutFirstName)
            if let start = inner.first(where: { $0.path.isEmpty }) {
                waiting.append(Folder(entry: entry, descends: start.descends))
            }
            let further = inner.filter { !$0.path.isEmpty }
            if !further.isEmpty, let listing = try self.listing(of: entry) {
                try begin(further, in: listing)
            }
        }
    }

    // MARK: - One folder

    /// What lies in a folder; nothing when the folder is damaged, which is noted.
    private mutating func listing(of folder: TreeEntry) throws(DeviceError) -> [TreeEntry]? {
        try checkStop()
        do throws(DeviceError) {
            let listing = try tree.entries(of: folder)
            // A mount whose device was pulled out shows nothing and says nothing (USB.md §4).
            if listing.isEmpty { try tree.checkPresence() }
            return listing
        } catch {
            guard let reason = error.reasonOfOneFolder else { throw error }
            omissions.note(folder, reason)
            return nil
        }
    }

    private func checkStop() throws(DeviceError) {
        if shouldStop() { throw .stopped }
    }

    /// Takes files and queues folders; says whether the search goes on.
    private mutating func look(at listing: [TreeEntry], descends: Bool) -> Bool {
        for entry in listing {
            guard looked < limits.entries else {
                omissions.hasTooManyEntries = true
                return false
            }
            looked += 1
            switch entry.kind {
            case .file: guard take(entry) else { return false }
            case .folder: if descends { queue(entry) }
            }
        }
        return true
    }

    private mutating func take(_ file: TreeEntry) -> Bool {
        switch ExportName(file.name) {
        case .other: return true
        case .activity:
            result.activityFiles += 1
            return true
        case .export: return take(export: file)
        }
    }

    private mutating func take(export file: TreeEntry) -> Bool {
        guard file.size <= limits.fileBytes else {
            omissions.note(tooLarge: file)
            return true
        }
        let key = key(file)
        guard !isKnown(key) else {
            result.knownFiles += 1
            return true
        }
        guard result.files.count < limits.files else {
            omissions.hasTooManyFiles = true
            return false
        }
        result.files.append(SearchResult.File(entry: file, key: key))
        return true
    }

    private mutating func queue(_ folder: TreeEntry) {
        guard CandidateName.isFolder(Array(folder.name.utf8)),
            !SearchRule.isNeverLookedInto(folder.path)
        else { return }
        if folder.path.count > limits.depth {
            omissions.note(tooDeep: folder)
        } else {
            waiting.append(Folder(entry: folder, descends: true))
        }
    }
}
