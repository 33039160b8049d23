import Devices
import Dispatch
import Model
import Synchronization

/// What lies on the stick of a test: the opener gives out trees of it, and counts what is read.
final class FakeStick: AttachmentOpener, Sendable {
    struct State: Sendable {
        /// Files by their path.
        var files: [String: [UInt8]] = [:]
        /// Thrown by the next openings, one each.
        var refusals: [DeviceError] = []
        /// Given out instead of files.
        var memory: PedometerMemory?
        /// From then on every read says that the device is gone.
        var readsUntilGone = Int.max
        /// Whether its files have times, so that an unchanged one is known without being read.
        var hasTimes = true
        /// Files that cannot be read, and why.
        var damaged: [String: DeviceError] = [:]
        /// Files that were read from their beginning.
        var openings = 0
        var opened: [String] = []
    }

    let state: Mutex<State>

    init(_ files: [String: String] = [:]) {
        state = Mutex(State(files: files.mapValues { Array($0.utf8) }))
    }

    func open(
        _ attachment: Devices.Attachment,
        queue: DispatchQueue,
        stop: StopSign,
        known: Set<DeviceFileKey>,
        progress: @Sendable (String) -> Void
    ) throws(DeviceError) -> DeviceHolding {
        let refusal = state.withLock { state in
            state.openings += 1
            return state.refusals.isEmpty ? nil : state.refusals.removeFirst()
        }
        if let refusal { throw refusal }
        if let memory = state.withLock({ $0.memory }) { return .memory(memory) }
        let tree = FakeStickTree(self)
        let found = try TreeSearch.run(
            tree,
            shape: .volume,
            rule: .everything,
            serial: attachment.identity.key,
            isKnown: { known.contains($0) }
        )
        return .files(DeviceSession(tree, queue: queue, stop: stop, closing: {}), found)
    }
}

/// The tree of a stick as it is at this moment; all files lie at its top.
private final class FakeStickTree: ReadOnlyTree {
    let root = TreeEntry(path: [], kind: .folder, handle: 0)
    private let stick: FakeStick

    init(_ stick: FakeStick) {
        self.stick = stick
    }

    func entries(of folder: TreeEntry) throws(DeviceError) -> [TreeEntry] {
        try checkPresence()
        return stick.state.withLock { state in
            state.files.sorted { $0.key < $1.key }.map { name, bytes in
                TreeEntry(
                    path: [name],
                    kind: .file,
                    size: Int64(bytes.count),
                    modified: state.hasTimes
                        ? .instant(Instant(seconds: 1_795_000_000)) : nil,
                    handle: 1
                )
            }
        }
    }

    func read(
        _ file: TreeEntry,
        at offset: Int64,
        into buffer: UnsafeMutableRawBufferPointer
    ) throws(DeviceError) -> Int {
        if let failure = stick.state.withLock({ $0.damaged[file.name] }) { throw failure }
        let bytes: [UInt8]? = stick.state.withLock { state in
            guard state.readsUntilGone > 0 else { return nil }
            state.readsUntilGone -= 1
            if offset == 0 { state.opened.append(file.name) }
            return state.files[file.name]
        }
        guard let bytes else { throw .gone }
        let rest = bytes.dropFirst(Int(clamping: offset)).prefix(buffer.count)
        buffer.copyBytes(from: rest)
        return rest.count
    }

    func checkPresence() throws(DeviceError) {
        if stick.state.withLock({ $0.readsUntilGone <= 0 }) { throw .gone }
    }
}
