package import Dispatch
import Synchronization

/// A device that is open, and the one queue on which it is read.
///
/// Several parsers may ask at the same time; the device answers one after the other.
package final class DeviceSession: @unchecked Sendable {
    // @unchecked: every `var` is touched only on `queue`.

    private static let rememberedFolders = 1000

    private let queue: DispatchQueue
    private var tree: (any ReadOnlyTree)?
    private var closing: (() -> Void)?
    private var folders: [[String]: TreeEntry] = [:]
    private let stop: StopSign

    /// Takes over a tree that was opened on the queue.
    ///
    /// - Parameters:
    ///   - tree: what is read; nobody else touches it from now on.
    ///   - queue: a serial queue of this device alone.
    ///   - stop: what long work on the device looks at.
    ///   - closing: gives the device back; called once, on the queue.
    package init(
        _ tree: any ReadOnlyTree,
        queue: DispatchQueue,
        stop: StopSign,
        closing: @escaping () -> Void
    ) {
        self.tree = tree
        self.queue = queue
        self.stop = stop
        self.closing = closing
    }

    deinit {
        closing?()
    }

    /// Reads from a place in a file; from any queue but the device's own, blocking.
    ///
    /// - Returns: how many bytes were read; fewer than asked for happens anywhere, 0 only at the end.
    /// - Throws: `gone` once the device went away, `stopped` after `close`, else what the tree says.
    package func read(
        _ file: TreeEntry,
        at offset: Int64,
        into buffer: UnsafeMutableRawBufferPointer
    ) throws(DeviceError) -> Int {
        try onQueue { tree throws(DeviceError) in
            try tree.read(file, at: offset, into: buffer)
        }
    }

    /// Whether a file still has the size and the time that it was found with, and the device is there.
    ///
    /// What the device says of it is read once more, so that what another program writes meanwhile
    /// is noticed where the tree does not keep its listings.
    ///
    /// - Throws: `gone`, or `stopped` after `close`.
    package func isUnchanged(_ file: TreeEntry) throws(DeviceError) -> Bool {
        try onQueue { tree throws(DeviceError) in
            try tree.checkPresence()
            if let tree = tree as? any SingleEntryTree { return try tree.stillShows(file) }
            guard let folder = try self.folder(Array(file.path.dropLast()), of: tree) else {
                return false
            }
            return try tree.entries(of: folder).contains(file)
        }
    }

    /// Finds a folder by its names, and remembers it for the other files in it; on the queue.
    private func folder(
        _ path: [String],
        of tree: any ReadOnlyTree
    ) throws(DeviceError) -> TreeEntry? {
        if path.isEmpty { return tree.root }
        if let known = folders[path] { return known }
        guard let parent = try folder(Array(path.dropLast()), of: tree) else { return nil }
        let found = try tree.entries(of: parent).first { $0.path == path && $0.kind == .folder }
        if folders.count < Self.rememberedFolders { folders[path] = found }
        return found
    }

    /// Gives the device back as soon as the read in hand has ended; later reads throw `stopped`.
    ///
    /// From any queue; calling it again changes nothing.
    package func close() {
        stop.say()
        queue.async { @Sendable [self] in
            tree = nil
            closing?()
            closing = nil
        }
    }

    private func onQueue<Answer>(
        _ body: (any ReadOnlyTree) throws(DeviceError) -> Answer
    ) throws(DeviceError) -> Answer {
        dispatchPrecondition(condition: .notOnQueue(queue))
        let result: Result<Answer, DeviceError> = queue.sync {
            guard let tree, !stop.isSaid else { return .failure(.stopped) }
            return Result { () throws(DeviceError) in try body(tree) }
        }
        return try result.get()
    }
}

/// A wish to stop that long work on a device looks at between its steps; once said it stays.
package final class StopSign: Sendable {
    private let said = Atomic<Bool>(false)

    /// Nothing is to stop yet.
    package init() {}

    /// Asks the work to stop; from any queue.
    package func say() { said.store(true, ordering: .relaxed) }

    /// Whether the work is to stop.
    package var isSaid: Bool { said.load(ordering: .relaxed) }
}
