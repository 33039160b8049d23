import Devices
import Dispatch
import LinuxSystem
import Synchronization

@testable import Daemon

/// A USB port of a test: what is plugged in and out of it is told as udev would.
final class FakePort: DeviceEvents, Sendable {
    private struct State: Sendable {
        var deliver: (@Sendable (DeviceReport) -> Void)?
        var queue: DispatchQueue?
        var plugged: [UdevDevice] = []
    }

    private let state = Mutex(State())

    func begin(
        on queue: DispatchQueue,
        deliver: @escaping @Sendable (DeviceReport) -> Void
    ) throws(DeviceEventsError) {
        state.withLock { state in
            state.deliver = deliver
            state.queue = queue
        }
        // What is there is looked up when it is told, as udev's list is: what was plugged in
        // meanwhile has been told already, and must not be missing.
        queue.async { @Sendable [self] in
            deliver(.everything(state.withLock { $0.plugged }))
        }
    }

    func end() {
        state.withLock { $0.deliver = nil }
    }

    /// Plugs a stick in; `stay` tells this stay from others at the same place.
    func plug(_ name: String = "sdx", stay: Int = 1, serial: String? = "0000E5F1A2B3") {
        tell(FakePort.stick(name, stay: stay, serial: serial, action: .add))
    }

    /// Pulls the stick out.
    func pull(_ name: String = "sdx") {
        tell(
            UdevDevice(
                action: .remove,
                syspath: FakePort.path(name),
                subsystem: "block",
                devtype: "disk"
            )
        )
    }

    /// Makes a watcher of this port, behind which this stick is opened.
    func makeWatcher(of stick: FakeStick) -> DeviceDesk.MakeWatcher {
        { known, events in
            DeviceWatcher(
                devices: self,
                mounts: NoMounts(),
                opener: stick,
                known: known,
                events: events
            )
        }
    }

    /// Plugs in something that udev tells.
    func tell(_ device: UdevDevice) {
        let (deliver, queue) = state.withLock { state in
            state.plugged.removeAll { $0.syspath == device.syspath }
            if device.action == .add { state.plugged.append(device) }
            return (state.deliver, state.queue)
        }
        queue?.async { deliver?(.event(device)) }
    }

    static func stick(
        _ name: String,
        stay: Int,
        serial: String?,
        action: UdevDevice.Action
    ) -> UdevDevice {
        var properties = [
            "ID_BUS": "usb", "ID_FS_TYPE": "vfat", "ID_FS_USAGE": "filesystem",
            "ID_FS_UUID": "5A3C-0001", "DISKSEQ": "\(stay)", "MAJOR": "8", "MINOR": "0",
        ]
        properties["ID_SERIAL_SHORT"] = serial
        return UdevDevice(
            action: action,
            syspath: path(name),
            subsystem: "block",
            devtype: "disk",
            devnode: FilePath("/dev/\(name)"),
            properties: properties,
            attributes: ["size": "1000"],
            parent: UdevDevice.USBParent(
                syspath: "/sys/devices/usb1/1-1",
                attributes: ["idVendor": "091e", "idProduct": "2519"]
            )
        )
    }

    private static func path(_ name: String) -> String {
        "/sys/devices/usb1/1-1/host0/target0/0:0:0:0/block/\(name)"
    }
}

/// No news of mounts.
final class NoMounts: MountEvents {
    func begin(
        on queue: DispatchQueue,
        deliver: @escaping @Sendable (MountTable) -> Void
    ) throws(SystemError) {}

    func end() {}
}
