package import LinuxSystem

/// What udev said about a device at one moment, as a plain value.
///
/// Text of devices is not to be trusted: any property or attribute may be missing, long or strange.
package struct UdevDevice: Hashable, Sendable {
    /// Why udev spoke.
    package enum Action: String, Hashable, Sendable {
        case add, change, bind, unbind, remove, move, online, offline
        /// It was there already when all devices were listed.
        case present
    }

    /// A USB device that a block device belongs to.
    package struct USBParent: Hashable, Sendable {
        /// Its folder in sysfs.
        package let syspath: String
        /// What the kernel says of it: `idVendor`, `idProduct`, `serial`, `manufacturer`,
        /// `product`, `busnum`, `devnum`.
        package let attributes: [String: String]

        /// Describes a parent.
        package init(syspath: String, attributes: [String: String]) {
            self.syspath = syspath
            self.attributes = attributes
        }
    }

    /// An interface of a USB device, as sysfs shows it.
    package struct USBInterface: Hashable, Sendable {
        /// `bInterfaceClass`, such as 8 for storage.
        package let classCode: UInt8
        /// `bInterfaceSubClass`.
        package let subclass: UInt8
        /// `bInterfaceProtocol`.
        package let protocolCode: UInt8
        /// Its name, such as `MTP`; empty when it has none.
        package let name: String

        /// Describes an interface.
        package init(classCode: UInt8, subclass: UInt8, protocolCode: UInt8, name: String = "") {
            self.classCode = classCode
            self.subclass = subclass
            self.protocolCode = protocolCode
            self.name = name
        }
    }

    /// Why udev spoke.
    package let action: Action
    /// Its folder in sysfs: what a device is known by, from its coming to its going.
    package let syspath: String
    /// `usb` or `block`; empty when unknown.
    package let subsystem: String
    /// `usb_device`, `disk` or `partition`; empty when unknown.
    package let devtype: String
    /// The node in `/dev`.
    package let devnode: FilePath?
    /// All properties that the kernel and udev's rules gave it.
    package let properties: [String: String]
    /// Some attributes of sysfs: those of `USBParent` for a USB device, `size` for a block device.
    ///
    /// Empty when it was removed: sysfs is gone by then (USB.md §5, trap 8).
    package let attributes: [String: String]
    /// The USB device a block device belongs to; nothing for others.
    package let parent: USBParent?
    /// The interfaces of a USB device that exist by now; they come after the device itself.
    package let interfaces: [USBInterface]

    /// Describes a device.
    package init(
        action: Action,
        syspath: String,
        subsystem: String,
        devtype: String,
        devnode: FilePath? = nil,
        properties: [String: String] = [:],
        attributes: [String: String] = [:],
        parent: USBParent? = nil,
        interfaces: [USBInterface] = []
    ) {
        self.action = action
        self.syspath = syspath
        self.subsystem = subsystem
        self.devtype = devtype
        self.devnode = devnode
        self.properties = properties
        self.attributes = attributes
        self.parent = parent
        self.interfaces = interfaces
    }

    /// Whether it is a whole USB device, not one of its interfaces.
    package var isUSBDevice: Bool { subsystem == "usb" && devtype == "usb_device" }

    /// Whether it is a disk or a partition.
    package var isBlockDevice: Bool { subsystem == "block" }

    /// Whether it hangs on USB.
    package var isOnUSB: Bool {
        isUSBDevice || properties["ID_BUS"] == "usb" || parent != nil
    }
}
