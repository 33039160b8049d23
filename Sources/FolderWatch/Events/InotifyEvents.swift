import Dispatch
import Glibc
import LinuxSystem

/// Events out of the kernel (inotify(7)); the only file that knows of it.
///
/// The kernel keeps some 16 000 events and then tells of an overflow, so not reading is safe.
final class InotifyEvents: FolderEvents, @unchecked Sendable {
    // @unchecked: after `begin` everything is touched only on the queue given there.

    private static let bufferSize = 16_384
    private static let arrivals = UInt32(
        IN_CREATE | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR
    )
    private static let everything =
        arrivals
        | UInt32(
            IN_MODIFY | IN_CLOSE_WRITE | IN_MOVED_FROM | IN_DELETE | IN_ATTRIB | IN_EXCL_UNLINK
        )

    private var descriptor: FileDescriptor?
    private var source: (any DispatchSourceRead)?
    private var deliver: @Sendable ([FolderEvent]) -> Void = { _ in }
    private var isPaused = false

    deinit {
        end()
    }

    func begin(
        on queue: DispatchQueue,
        deliver: @escaping @Sendable ([FolderEvent]) -> Void
    ) throws(SystemError) {
        let raw = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        guard raw >= 0 else { throw SystemError.last("listen for changes of folders") }
        let descriptor = FileDescriptor(owning: raw)
        let source = DispatchSource.makeReadSource(fileDescriptor: raw, queue: queue)
        source.setEventHandler { @Sendable [weak self] in self?.drain() }
        // The descriptor must stay open until Dispatch has let go of it.
        source.setCancelHandler { @Sendable in withExtendedLifetime(descriptor) {} }
        self.descriptor = descriptor
        self.deliver = deliver
        self.source = source
        source.activate()
    }

    func watch(
        _ folder: FilePath,
        for interest: FolderInterest,
        followLinks: Bool
    ) throws(SystemError) -> FolderMark {
        guard let descriptor else {
            throw SystemError(code: EBADF, call: "watch", path: folder)
        }
        let bits = interest == .everything ? InotifyEvents.everything : InotifyEvents.arrivals
        let mask = bits | (followLinks ? 0 : UInt32(IN_DONT_FOLLOW))
        let number = folder.withCString { inotify_add_watch(descriptor.raw, $0, mask) }
        guard number >= 0 else { throw SystemError.last("watch", folder) }
        return FolderMark(number: number)
    }

    func forget(_ mark: FolderMark) {
        // It fails when the kernel has let go of the folder itself, which is as good.
        if let descriptor { _ = inotify_rm_watch(descriptor.raw, mark.number) }
    }

    func pause() {
        guard !isPaused else { return }
        isPaused = true
        source?.suspend()
    }

    func resume() {
        guard isPaused else { return }
        isPaused = false
        source?.resume()
    }

    func drain() {
        // A suspended source does not stop the handler that runs: the flag does.
        while !isPaused, let events = readSome() {
            deliver(events)
        }
    }

    func end() {
        // A suspended source would never see its cancelling.
        resume()
        source?.cancel()
        source = nil
        descriptor = nil
    }

    /// Reads as many events as one buffer holds, or nothing when there is none.
    private func readSome() -> [FolderEvent]? {
        guard let descriptor else { return nil }
        let buffer = UnsafeMutableRawBufferPointer.allocate(
            byteCount: InotifyEvents.bufferSize,
            alignment: 8
        )
        defer { buffer.deallocate() }
        guard let count = try? descriptor.read(into: buffer), count > 0 else { return nil }
        return InotifyEvents.parse(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }

    /// Reads `struct inotify_event`s: four 32-bit fields (watch, mask, cookie, length of the name)
    /// and a name that is filled up with NULs.
    static func parse(_ bytes: UnsafeRawBufferPointer) -> [FolderEvent] {
        var events: [FolderEvent] = []
        var place = 0
        while place + 16 <= bytes.count {
            let number = bytes.loadUnaligned(fromByteOffset: place, as: Int32.self)
            let mask = bytes.loadUnaligned(fromByteOffset: place + 4, as: UInt32.self)
            let cookie = bytes.loadUnaligned(fromByteOffset: place + 8, as: UInt32.self)
            let length = Int(bytes.loadUnaligned(fromByteOffset: place + 12, as: UInt32.self))
            let end = place + 16 + length
            guard end <= bytes.count else { break }
            if let change = change(mask) {
                events.append(
                    FolderEvent(
                        change,
                        FolderMark(number: number),
                        name: bytes[(place + 16)..<end].prefix { $0 != 0 },
                        isFolder: mask & UInt32(IN_ISDIR) != 0,
                        cookie: cookie
                    )
                )
            }
            place = end
        }
        return events
    }

    private static func change(_ mask: UInt32) -> FolderEvent.Change? {
        changes.first { mask & $0.bits != 0 }?.change
    }

    private static let changes: [(bits: UInt32, change: FolderEvent.Change)] = [
        (UInt32(IN_Q_OVERFLOW), .overflow),
        (UInt32(IN_IGNORED | IN_DELETE_SELF | IN_UNMOUNT), .folderGone),
        (UInt32(IN_MOVE_SELF), .folderMoved),
        (UInt32(IN_MOVED_FROM), .movedOut),
        (UInt32(IN_MOVED_TO), .movedIn),
        (UInt32(IN_DELETE), .removed),
        (UInt32(IN_CREATE), .created),
        (UInt32(IN_CLOSE_WRITE), .closed),
        (UInt32(IN_MODIFY), .written),
        (UInt32(IN_ATTRIB), .attributes),
    ]
}
