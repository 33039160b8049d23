import Dispatch
@testable import FolderWatch
import Glibc
import LinuxSystem

/// Events that a test makes up; folders get marks as the kernel gives them, one for each folder.
final class FakeEvents: FolderEvents, @unchecked Sendable {
    // @unchecked: everything that changes is touched only on `state`.

    private let state = DispatchQueue(label: "amble.tests.events")
    private var queue: DispatchQueue?
    private var deliver: @Sendable ([FolderEvent]) -> Void = { _ in }
    private var marks: [[UInt64]: FolderMark] = [:]
    private var watched: [FolderMark: FilePath] = [:]
    private var interests: [FilePath: FolderInterest] = [:]
    private var kept: [FolderEvent] = []
    private var isPaused = false
    private var hasEnded = false
    private let limit: Int
    private let cannotBegin: Bool

    /// Makes a source that gives a number of watches.
    init(limit: Int = .max, cannotBegin: Bool = false) {
        self.limit = limit
        self.cannotBegin = cannotBegin
    }

    func begin(
        on queue: DispatchQueue,
        deliver: @escaping @Sendable ([FolderEvent]) -> Void
    ) throws(SystemError) {
        if cannotBegin { throw SystemError(code: EMFILE, call: "listen") }
        state.sync {
            self.queue = queue
            self.deliver = deliver
        }
    }

    func watch(
        _ folder: FilePath,
        for interest: FolderInterest,
        followLinks: Bool
    ) throws(SystemError) -> FolderMark {
        let status = try FileStatus.of(folder, followLinks: followLinks)
        let mark = state.sync { () -> FolderMark? in
            let known = marks[[status.device, status.inode]]
            if known == nil, watched.count >= limit || cannotBegin { return nil }
            let mark = known ?? FolderMark(number: Int32(marks.count + 1))
            marks[[status.device, status.inode]] = mark
            watched[mark] = folder
            interests[folder] = interest
            return mark
        }
        guard let mark else { throw SystemError(code: ENOSPC, call: "watch", path: folder) }
        return mark
    }

    func forget(_ mark: FolderMark) {
        state.sync {
            if let path = watched.removeValue(forKey: mark) { interests[path] = nil }
            marks = marks.filter { $0.value != mark }
        }
    }

    func pause() { state.sync { isPaused = true } }

    func resume() {
        state.sync { isPaused = false }
        drain()
    }

    func drain() {
        let (events, deliver) = state.sync {
            () -> ([FolderEvent], @Sendable ([FolderEvent]) -> Void) in
            defer { if !isPaused { kept = [] } }
            return (isPaused ? [] : kept, self.deliver)
        }
        if !events.isEmpty { deliver(events) }
    }

    func end() { state.sync { hasEnded = true } }

    /// The folders that are listened to, ordered.
    var paths: [FilePath] { state.sync { watched.values.sorted() } }

    /// What is to be heard of a folder.
    func interest(in folder: FilePath) -> FolderInterest? { state.sync { interests[folder] } }

    var isOver: Bool { state.sync { hasEnded } }

    /// The mark of a folder that is listened to.
    func mark(of folder: FilePath) -> FolderMark {
        state.sync { watched.first { $0.value == folder }?.key } ?? FolderMark(number: -1)
    }

    /// Makes an event of something in a folder.
    func event(
        _ change: FolderEvent.Change,
        _ path: FilePath,
        isFolder: Bool = false,
        cookie: UInt32 = 0
    ) -> FolderEvent {
        FolderEvent(
            change,
            mark(of: path.parent),
            name: path.nameBytes,
            isFolder: isFolder,
            cookie: cookie
        )
    }

    /// Has events happen; they are delivered on the queue, unless it is paused.
    func happen(_ events: [FolderEvent]) {
        let queue = state.sync { () -> DispatchQueue? in
            kept += events
            return self.queue
        }
        queue?.async { self.drain() }
    }
}
