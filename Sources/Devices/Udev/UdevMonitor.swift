import CUdev
package import Dispatch
import Glibc
import LinuxSystem

/// News of devices out of libudev, from the group in which udev speaks after its rules have run.
package final class UdevMonitor: DeviceEvents, @unchecked Sendable {
    // @unchecked: after `begin` everything is touched only on the queue given there.

    /// The size of the kernel's queue.
    ///
    /// Its default of some 200 kB overflows when a hub full of things is plugged in; udevd itself
    /// asks for more. The kernel cuts it down to what it allows.
    private static let bufferBytes: Int32 = 4 << 20
    /// After so many events others on the queue get their turn.
    private static let eventsAtOnce = 256

    private var library: UdevLibrary?
    private var monitor: OpaquePointer?
    private var source: (any DispatchSourceRead)?
    private var deliver: @Sendable (DeviceReport) -> Void = { _ in }

    /// Makes a monitor that listens to nothing yet.
    package init() {}

    deinit {
        end()
    }

    /// Lists once what is there, for a program that does not stay.
    ///
    /// Empty where udev does not run.
    package static func enumerate() throws(DeviceEventsError) -> [UdevDevice] {
        do {
            return try UdevLibrary().enumerate()
        } catch {
            throw .system(error)
        }
    }

    package func begin(
        on queue: DispatchQueue,
        deliver: @escaping @Sendable (DeviceReport) -> Void
    ) throws(DeviceEventsError) {
        end()
        if UdevNetwork.isAnother { throw .privateNetwork }
        do {
            let library = try UdevLibrary()
            let monitor = try UdevMonitor.open(library)
            self.library = library
            self.monitor = monitor
            self.deliver = deliver
            listen(monitor, library, queue)
        } catch {
            throw error.code == EAFNOSUPPORT ? .netlinkForbidden : .system(error)
        }
        queue.async { [weak self] in self?.tellEverything() }
    }

    package func end() {
        source?.cancel()
        source = nil
        monitor = nil
        library = nil
    }

    private static func open(_ library: UdevLibrary) throws(SystemError) -> OpaquePointer {
        guard let monitor = udev_monitor_new_from_netlink(library.context, "udev") else {
            throw SystemError.last("listen to udev")
        }
        let refused =
            udev_monitor_filter_add_match_subsystem_devtype(monitor, "usb", "usb_device") < 0
            || udev_monitor_filter_add_match_subsystem_devtype(monitor, "block", nil) < 0
        // A small buffer is no reason to give up: an overflow is noticed and made good.
        _ = udev_monitor_set_receive_buffer_size(monitor, bufferBytes)
        let outcome = refused ? -EINVAL : udev_monitor_enable_receiving(monitor)
        guard outcome >= 0 else {
            udev_monitor_unref(monitor)
            throw SystemError(code: -outcome, call: "listen to udev")
        }
        return monitor
    }

    private func listen(
        _ monitor: OpaquePointer,
        _ library: UdevLibrary,
        _ queue: DispatchQueue
    ) {
        let source = DispatchSource.makeReadSource(
            fileDescriptor: udev_monitor_get_fd(monitor),
            queue: queue
        )
        let held = HeldMonitor(monitor: monitor, library: library)
        source.setEventHandler { @Sendable [weak self] in self?.drain() }
        // The descriptor must stay open until Dispatch has let go of it.
        source.setCancelHandler { @Sendable in withExtendedLifetime(held) {} }
        self.source = source
        source.activate()
    }

    private func drain() {
        guard let monitor, let library else { return }
        var overflowed = false
        for _ in 0..<UdevMonitor.eventsAtOnce {
            errno = 0
            guard let device = udev_monitor_receive_device(monitor) else {
                let code = errno
                if code == EAGAIN || code == 0 { break }
                // Anything else spoils one message only.
                if code == ENOBUFS { overflowed = true }
                continue
            }
            defer { udev_device_unref(device) }
            let name = udev_device_get_action(device).map { String(cString: $0) } ?? ""
            guard let action = UdevDevice.Action(rawValue: name) else { continue }
            deliver(.event(library.device(device, action: action)))
            // Whoever is told may end the listening.
            guard self.monitor == monitor else { return }
        }
        if overflowed { tellEverything() }
    }

    private func tellEverything() {
        guard let library else { return }
        deliver(.everything(library.enumerate()))
    }
}

/// Keeps libudev's monitor until its descriptor is of no more use.
private final class HeldMonitor: @unchecked Sendable {
    // @unchecked: it is only kept, and let go once.

    private let monitor: OpaquePointer
    private let library: UdevLibrary

    init(monitor: OpaquePointer, library: UdevLibrary) {
        self.monitor = monitor
        self.library = library
    }

    deinit {
        udev_monitor_unref(monitor)
    }
}
