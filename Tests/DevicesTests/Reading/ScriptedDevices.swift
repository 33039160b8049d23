import Devices
import Dispatch
import LinuxSystem
import Model
import Synchronization

/// News of devices that a test tells.
final class ScriptedDevices: DeviceEvents, Sendable {
    private struct State: Sendable {
        var deliver: (@Sendable (DeviceReport) -> Void)?
        var queue: DispatchQueue?
    }

    private let state = Mutex(State())

    func begin(
        on queue: DispatchQueue,
        deliver: @escaping @Sendable (DeviceReport) -> Void
    ) throws(DeviceEventsError) {
        // Before anybody can tell of a device, or it would be missing in this list and so be gone.
        queue.async { deliver(.everything([])) }
        state.withLock {
            $0.deliver = deliver
            $0.queue = queue
        }
    }

    func end() { state.withLock { $0.deliver = nil } }

    /// Whether somebody listens.
    var isHeard: Bool { state.withLock { $0.deliver != nil } }

    func tell(_ device: UdevDevice) {
        let (deliver, queue) = state.withLock { ($0.deliver, $0.queue) }
        queue?.async { deliver?(.event(device)) }
    }
}

/// News of mounts that a test tells.
final class ScriptedMounts: MountEvents, Sendable {
    private struct State: Sendable {
        var deliver: (@Sendable (MountTable) -> Void)?
        var queue: DispatchQueue?
    }

    private let state = Mutex(State())

    func begin(
        on queue: DispatchQueue,
        deliver: @escaping @Sendable (MountTable) -> Void
    ) throws(SystemError) {
        state.withLock {
            $0.deliver = deliver
            $0.queue = queue
        }
    }

    func end() { state.withLock { $0.deliver = nil } }

    func tell(_ mounts: MountTable) {
        let (deliver, queue) = state.withLock { ($0.deliver, $0.queue) }
        queue?.async { deliver?(mounts) }
    }
}

/// An opener whose openings wait, fail or come to an end as a test says, by the node's name.
final class ScriptedOpener: AttachmentOpener, Sendable {
    struct State: Sendable {
        /// What the next openings of a device throw.
        var failures: [String: [DeviceError]] = [:]
        /// Devices whose openings wait for `release`.
        var stuck: Set<String> = []
        var openings: [String] = []
        var closings: [String] = []
        var stopped: [String] = []
    }

    let state = Mutex(State())

    static func name(_ attachment: Devices.Attachment) -> String {
        attachment.id.syspath.split(separator: "/").last.map(String.init) ?? "?"
    }

    func open(
        _ attachment: Devices.Attachment,
        queue: DispatchQueue,
        stop: StopSign,
        known: Set<DeviceFileKey>,
        progress: @Sendable (String) -> Void
    ) throws(DeviceError) -> DeviceHolding {
        let name = ScriptedOpener.name(attachment)
        let failure = state.withLock { state -> DeviceError? in
            state.openings.append(name)
            return state.failures[name]?.isEmpty == false
                ? state.failures[name]?.removeFirst() : nil
        }
        progress("day 1 of 2")
        while state.withLock({ $0.stuck.contains(name) }) { DispatchSemaphore.pause() }
        if stop.isSaid { state.withLock { $0.stopped.append(name) } }
        if let failure { throw failure }
        let tree = MemoryTree(["a.csv"])
        let found = try TreeSearch.run(
            tree,
            shape: .volume,
            rule: .everything,
            serial: attachment.identity.key
        )
        let session = DeviceSession(tree, queue: queue, stop: stop) { [self] in
            state.withLock { $0.closings.append(name) }
        }
        return .files(session, found)
    }
}

extension DispatchSemaphore {
    /// Waits a moment, as a device does that does not answer.
    static func pause() {
        _ = DispatchSemaphore(value: 0).wait(timeout: .now() + .milliseconds(2))
    }
}
