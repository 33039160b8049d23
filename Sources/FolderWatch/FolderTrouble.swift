package import LinuxSystem

/// Something that keeps a folder from being watched as it should; nothing of it ends the watching.
package enum FolderTrouble: Error, Hashable, Sendable, CustomStringConvertible {
    /// A watched folder is not there; it is taken up when it comes.
    case missing(FilePath)
    /// A watched folder is something else; it is taken up when it becomes one.
    case notAFolder(FilePath)
    /// A folder cannot be looked into; it is tried again.
    case unreadable(SystemError)
    /// The system gives no more watches: this folder and perhaps more are looked into instead.
    case watchLimit(FilePath)
    /// Changes were found of which no event told: the folder is looked into instead.
    case noEvents(FilePath)
    /// The system gives no events: all folders are looked into instead.
    case cannotListen(SystemError)
    /// A file cannot be looked at; it is tried again.
    case cannotLook(SystemError)

    /// One sentence: what, where, why, and what comes of it.
    package var description: String {
        switch self {
        case .missing(let path):
            "the folder \(path.shown) is not there; it is taken up as soon as it is"
        case .notAFolder(let path):
            "\(path.shown) is not a folder; it is taken up as soon as it is one"
        case .unreadable(let error), .cannotLook(let error):
            "\(error); it is tried again every few minutes"
        case .watchLimit(let path):
            "the system's limit of watched folders is reached at \(path.shown), which is looked "
                + "into now and then instead; raise fs.inotify.max_user_watches"
        case .noEvents(let path):
            "changes in \(path.shown) are not announced by its file system; it is looked into "
                + "now and then instead"
        case .cannotListen(let error):
            "\(error); the folders are looked into now and then instead; "
                + "raise fs.inotify.max_user_instances"
        }
    }
}
