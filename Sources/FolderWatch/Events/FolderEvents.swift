import Dispatch
import LinuxSystem

/// A folder that is listened to, as the source of events numbers it.
struct FolderMark: Hashable, Sendable {
    let number: Int32
}

/// What is to be heard of a folder.
enum FolderInterest: Hashable, Sendable {
    case everything
    /// Only that something comes, or the folder goes: others may be busy in it.
    case arrivals
}

/// Something that happened in a folder that is listened to.
struct FolderEvent: Hashable, Sendable {
    /// What happened.
    enum Change: Hashable, Sendable {
        case created
        case written
        case closed
        case movedOut
        case movedIn
        case removed
        case attributes
        /// The folder itself was removed, or its file system is gone; nothing more comes of it.
        case folderGone
        /// The folder itself was moved elsewhere.
        case folderMoved
        /// Events were lost, of any folder.
        case overflow
    }

    let change: Change
    let mark: FolderMark
    /// The name in the folder; empty when the folder itself is meant.
    let name: [UInt8]
    let isFolder: Bool
    /// Ties the two halves of a renaming together; 0 otherwise.
    let cookie: UInt32

    init(
        _ change: Change,
        _ mark: FolderMark,
        name: [UInt8] = [],
        isFolder: Bool = false,
        cookie: UInt32 = 0
    ) {
        self.change = change
        self.mark = mark
        self.name = name
        self.isFolder = isFolder
        self.cookie = cookie
    }
}

/// Where events come from; the seam that keeps inotify in one file.
///
/// Everything is called, and calls back, on the one queue given at the beginning.
protocol FolderEvents: AnyObject, Sendable {
    /// Begins; events come on the queue, in the order in which they happened.
    func begin(
        on queue: DispatchQueue,
        deliver: @escaping @Sendable ([FolderEvent]) -> Void
    ) throws(SystemError)

    /// Listens to a folder; the same folder by another path, or once more, gets the same mark, and
    /// the last interest counts.
    func watch(
        _ folder: FilePath,
        for interest: FolderInterest,
        followLinks: Bool
    ) throws(SystemError) -> FolderMark

    /// Listens no more.
    func forget(_ mark: FolderMark)

    /// Stops delivering until `resume`; what happens meanwhile is kept, or told as an overflow.
    func pause()

    /// Goes on delivering.
    func resume()

    /// Delivers at once what has happened by now.
    func drain()

    /// Ends; nothing is delivered afterwards.
    func end()
}
