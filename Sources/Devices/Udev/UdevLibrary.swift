import CUdev
import LinuxSystem

/// A context of libudev, and devices read out of it; with `UdevMonitor` all that knows of libudev.
///
/// One queue at a time owns it (libudev(3)).
final class UdevLibrary {
    let context: OpaquePointer

    init() throws(SystemError) {
        guard let context = udev_new() else { throw SystemError.last("use libudev") }
        self.context = context
    }

    deinit {
        udev_unref(context)
    }

    /// Lists the USB devices and block devices that are there and that udev is done with.
    ///
    /// What udev is still busy with is told as an event when it is done. Without udev it is empty.
    func enumerate() -> [UdevDevice] {
        guard let list = udev_enumerate_new(context) else { return [] }
        defer { udev_enumerate_unref(list) }
        udev_enumerate_add_match_subsystem(list, "usb")
        udev_enumerate_add_match_subsystem(list, "block")
        guard udev_enumerate_scan_devices(list) >= 0 else { return [] }
        return names(udev_enumerate_get_list_entry(list)).compactMap { name, _ in
            guard let device = udev_device_new_from_syspath(context, name) else { return nil }
            defer { udev_device_unref(device) }
            let value = self.device(device, action: .present)
            guard value.isUSBDevice || value.isBlockDevice else { return nil }
            // What udev finds out begins with `ID_`; the kernel alone says nothing of the kind.
            let isSettled =
                udev_device_get_is_initialized(device) > 0
                || value.properties.keys.contains { $0.hasPrefix("ID_") }
            return isSettled ? value : nil
        }
    }

    /// Copies a device out of the library.
    func device(_ pointer: OpaquePointer, action: UdevDevice.Action) -> UdevDevice {
        let subsystem = text(udev_device_get_subsystem(pointer))
        let devtype = text(udev_device_get_devtype(pointer))
        let syspath = text(udev_device_get_syspath(pointer))
        let properties = udev_device_get_properties_list_entry(pointer)
        let isGone = action == .remove
        let isUSB = subsystem == "usb" && devtype == "usb_device"
        let wanted = isUSB ? UdevLibrary.usbAttributes : ["size"]
        return UdevDevice(
            action: action,
            syspath: syspath,
            subsystem: subsystem,
            devtype: devtype,
            devnode: udev_device_get_devnode(pointer).map { FilePath(String(cString: $0)) },
            properties: Dictionary(names(properties)) { first, _ in first },
            attributes: isGone ? [:] : attributes(wanted, of: pointer),
            parent: isGone || subsystem != "block" ? nil : parent(of: pointer),
            interfaces: isGone || !isUSB ? [] : interfaces(of: pointer)
        )
    }

    private static let usbAttributes = [
        "idVendor", "idProduct", "serial", "manufacturer", "product", "busnum", "devnum",
    ]

    private func parent(of device: OpaquePointer) -> UdevDevice.USBParent? {
        // It belongs to the device and is let go with it.
        let found = udev_device_get_parent_with_subsystem_devtype(device, "usb", "usb_device")
        guard let found else { return nil }
        return UdevDevice.USBParent(
            syspath: text(udev_device_get_syspath(found)),
            attributes: attributes(UdevLibrary.usbAttributes, of: found)
        )
    }

    private func interfaces(of device: OpaquePointer) -> [UdevDevice.USBInterface] {
        guard let list = udev_enumerate_new(context) else { return [] }
        defer { udev_enumerate_unref(list) }
        udev_enumerate_add_match_parent(list, device)
        udev_enumerate_add_match_subsystem(list, "usb")
        guard udev_enumerate_scan_devices(list) >= 0 else { return [] }
        let own = text(udev_device_get_syspath(device)) + "/"
        return names(udev_enumerate_get_list_entry(list)).compactMap { name, _ in
            // Below a hub there are other devices; their interfaces are not its own.
            guard name.hasPrefix(own), !name.dropFirst(own.count).contains("/"),
                let child = udev_device_new_from_syspath(context, name)
            else { return nil }
            defer { udev_device_unref(child) }
            return interface(child)
        }
    }

    private func interface(_ child: OpaquePointer) -> UdevDevice.USBInterface? {
        let found = attributes(
            ["bInterfaceClass", "bInterfaceSubClass", "bInterfaceProtocol", "interface"],
            of: child
        )
        guard let classCode = UInt8(found["bInterfaceClass"] ?? "", radix: 16) else { return nil }
        return UdevDevice.USBInterface(
            classCode: classCode,
            subclass: UInt8(found["bInterfaceSubClass"] ?? "", radix: 16) ?? 0,
            protocolCode: UInt8(found["bInterfaceProtocol"] ?? "", radix: 16) ?? 0,
            name: found["interface"] ?? ""
        )
    }

    private func attributes(_ names: [String], of device: OpaquePointer) -> [String: String] {
        var found: [String: String] = [:]
        for name in names {
            guard let value = udev_device_get_sysattr_value(device, name) else { continue }
            found[name] = String(cString: value)
        }
        return found
    }

    private func names(_ first: OpaquePointer?) -> [(String, String)] {
        var result: [(String, String)] = []
        var entry = first
        while let current = entry {
            result.append(
                (
                    text(udev_list_entry_get_name(current)),
                    text(udev_list_entry_get_value(current))
                )
            )
            entry = udev_list_entry_get_next(current)
        }
        return result
    }

    /// The text of C; bytes that are not UTF-8 become U+FFFD.
    private func text(_ pointer: UnsafePointer<CChar>?) -> String {
        pointer.map { String(cString: $0) } ?? ""
    }
}
