import CEpoll
package import Dispatch
import Glibc
package import LinuxSystem

/// News of mounts out of the kernel, without a thread and without a timer.
///
/// `/proc/self/mountinfo` is always readable, so that a plain read source would never rest. An epoll
/// of its own, told to speak only at the edge (`EPOLLET`), is readable exactly while a change has
/// not been taken; Dispatch waits for that epoll (epoll(7)). `EPOLLPRI` would be wrong here: the
/// kernel takes it back at the first look, and with one epoll in another there are two looks.
package final class MountMonitor: MountEvents, @unchecked Sendable {
    // @unchecked: after `begin` everything is touched only on the queue given there.

    private var edge: FileDescriptor?
    private var source: (any DispatchSourceRead)?
    private var deliver: @Sendable (MountTable) -> Void = { _ in }
    private var last: MountTable?

    /// Makes a monitor that listens to nothing yet.
    package init() {}

    deinit {
        end()
    }

    package func begin(
        on queue: DispatchQueue,
        deliver: @escaping @Sendable (MountTable) -> Void
    ) throws(SystemError) {
        end()
        let table = try FileDescriptor.open(FilePath("/proc/self/mountinfo"), [])
        let raw = epoll_create1(Int32(EPOLL_CLOEXEC))
        guard raw >= 0 else { throw SystemError.last("listen for mounts") }
        let edge = FileDescriptor(owning: raw)
        var event = epoll_event()
        event.events = EPOLLIN.rawValue | EPOLLET.rawValue
        guard epoll_ctl(raw, EPOLL_CTL_ADD, table.raw, &event) == 0 else {
            throw SystemError.last("listen for mounts", table.path)
        }
        let source = DispatchSource.makeReadSource(fileDescriptor: raw, queue: queue)
        source.setEventHandler { @Sendable [weak self] in self?.take() }
        // Both must stay open until Dispatch has let go.
        source.setCancelHandler { @Sendable in withExtendedLifetime((edge, table)) {} }
        self.edge = edge
        self.deliver = deliver
        self.source = source
        last = nil
        // The first edge is there from the beginning, so that the table is told once now.
        source.activate()
    }

    package func end() {
        source?.cancel()
        source = nil
        edge = nil
    }

    private func take() {
        guard let edge else { return }
        // The edge is taken before the table is read: what changes meanwhile makes a new one.
        var event = epoll_event()
        _ = epoll_wait(edge.raw, &event, 1, 0)
        // A table that cannot be read is read at the next change.
        guard let table = try? MountTable.current(), table != last else { return }
        last = table
        deliver(table)
    }
}
