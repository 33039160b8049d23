import LinuxSystem

/// Which troubles were told, so that each is told once, and again when it went and came back.
struct FolderTroubles {
    private let report: (FolderTrouble) -> Void
    private var told: Set<FolderTrouble> = []
    private var unreadable: Set<FilePath> = []
    private var isLimitTold = false

    /// Makes a memory of nothing that calls for each trouble that is new.
    init(report: @escaping (FolderTrouble) -> Void) {
        self.report = report
    }

    /// Tells a trouble.
    mutating func tell(_ trouble: FolderTrouble) {
        if told.insert(trouble).inserted { report(trouble) }
    }

    /// Tells that there are no more watches, whichever folder is the first to miss one.
    mutating func tellLimit(at folder: FilePath) {
        guard !isLimitTold else { return }
        isLimitTold = true
        report(.watchLimit(folder))
    }

    /// Tells that a folder cannot be looked into, however that showed.
    mutating func tellUnreadable(_ folder: FilePath, _ error: SystemError) {
        if unreadable.insert(folder).inserted { report(.unreadable(error)) }
    }

    /// Whether a folder could not be looked into when it was last tried.
    func isUnreadable(_ folder: FilePath) -> Bool { unreadable.contains(folder) }

    /// Takes in that a folder was looked into.
    mutating func folderWasRead(_ folder: FilePath) {
        unreadable.remove(folder)
    }

    /// Takes in that a watched folder is there.
    mutating func folderIsThere(_ root: FilePath) {
        told.subtract([.missing(root), .notAFolder(root)])
    }

    /// Takes in that a folder and those in it are gone.
    mutating func forget(_ folder: FilePath) {
        unreadable = unreadable.filter { $0 != folder && !$0.isInside(folder) }
    }
}
