/// What the interfaces of a USB device say about it, whatever its ids are (USB.md §1).
enum UdevInterfaces {
    /// Whether it has an interface for mass storage.
    static func hasStorage(_ device: UdevDevice) -> Bool {
        device.interfaces.contains { $0.classCode == 0x08 } || listed(":08", in: device)
    }

    /// Whether it speaks MTP: udev's rules know it, or it has the standard interface 6/1/1, or a
    /// vendor's own one that is called MTP.
    static func speaksMTP(_ device: UdevDevice) -> Bool {
        device.properties["ID_MTP_DEVICE"] == "1" || listed(":060101:", in: device)
            || device.interfaces.contains { interface in
                MTPInterface.matches(
                    class: interface.classCode,
                    subclass: interface.subclass,
                    protocol: interface.protocolCode,
                    name: interface.name
                )
            }
    }

    /// udev lists them as `:080650:ff0000:` as soon as the device is there, before sysfs does.
    private static func listed(_ part: String, in device: UdevDevice) -> Bool {
        device.properties["ID_USB_INTERFACES"]?.lowercased().contains(part) ?? false
    }
}
