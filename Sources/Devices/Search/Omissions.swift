import LinuxSystem

/// What a search left out, and the sentences that say so: one for each reason, however often.
struct Omissions {
    /// What was left out for one reason: the first by name, all by number.
    private struct Group {
        var count = 0
        var first = ""

        mutating func add(_ name: @autoclosure () -> String) {
            if count == 0 { first = name() }
            count += 1
        }

        /// ` and 3 more`, or nothing when the first was the only one.
        var rest: String { count > 1 ? " and \(count - 1) more" : "" }
    }

    /// Damaged folders that are told each by itself; further ones are counted.
    private static let toldFolders = 5

    private var tooDeep = Group()
    private var tooLarge = Group()
    private var folders: [String] = []
    private var folderCount = 0
    /// Whether the search ended at the limit of entries.
    var hasTooManyEntries = false
    /// Whether the search ended at the limit of files.
    var hasTooManyFiles = false

    /// Whether the device shows no storage at all.
    var hasNoStorage = false

    /// Whether nothing was left out.
    var isEmpty: Bool {
        tooDeep.count == 0 && tooLarge.count == 0 && folderCount == 0 && !hasTooManyEntries
            && !hasTooManyFiles && !hasNoStorage
    }

    /// Notes a folder that lies too deep.
    mutating func note(tooDeep folder: TreeEntry) {
        tooDeep.add(Self.shown(folder))
    }

    /// Notes a file that is too large.
    mutating func note(tooLarge file: TreeEntry) {
        tooLarge.add(Self.shown(file))
    }

    /// Notes a folder that cannot be read, and why, in a clause.
    mutating func note(_ folder: TreeEntry, _ reason: String) {
        folderCount += 1
        guard folders.count < Self.toldFolders else { return }
        folders.append("the folder \(Self.shown(folder)) was left out: \(reason)")
    }

    /// The sentences, those a person can do most about first.
    func notes(_ limits: SearchLimits, activityFiles: Int) -> [String] {
        var notes = folders
        if hasNoStorage {
            notes.append(
                "it shows no files; unlock it, choose file transfer on it and plug it in again"
            )
        }
        if folderCount > folders.count {
            notes.append(
                "\(folderCount - folders.count) more folders were left out;"
                    + " let the device or a computer check its memory"
            )
        }
        if tooLarge.count > 0 {
            notes.append(
                "\(tooLarge.first)\(tooLarge.rest) was left out for being larger than"
                    + " \(limits.fileBytes >> 20) MiB; export a shorter stretch of time"
            )
        }
        if tooDeep.count > 0 {
            notes.append(
                "\(tooDeep.first)\(tooDeep.rest) was not looked into for lying more than"
                    + " \(limits.depth) folders deep; move exports nearer to the top"
            )
        }
        if hasTooManyFiles {
            notes.append(
                "only the first \(limits.files) new files are taken now;"
                    + " plug the device in again for the others"
            )
        }
        if hasTooManyEntries {
            notes.append(
                "the search ended after \(limits.entries) files and folders;"
                    + " move exports into a folder near the top"
            )
        }
        if activityFiles > 0 { notes.append(Self.activities(activityFiles)) }
        return notes
    }

    private static func activities(_ count: Int) -> String {
        count == 1
            ? "1 FIT file, which is not read yet; export the activity as GPX"
            : "\(count) FIT files, which are not read yet; export the activities as GPX"
    }

    private static func shown(_ entry: TreeEntry) -> String {
        let path = entry.path.joined(separator: "/")
        return path.isEmpty ? "at the top" : path
    }
}

extension DeviceError {
    /// Why one folder cannot be read while the rest may be; nothing for what concerns the device.
    var reasonOfOneFolder: String? {
        switch self {
        case .damaged(let clause): clause
        case .unsupported(let sentence): sentence
        case .notPermitted: "the system does not let this user read it"
        case .system(let error): error.description
        case .gone, .busy, .timedOut, .stopped: nil
        }
    }
}
