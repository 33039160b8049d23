import Devices
import LinuxSystem

/// Devices as the kernel and udev show them, for scripts of events.
enum Fake {
    static let usbPath = "/sys/devices/pci0000:00/0000:00:14.0/usb1/1-1"

    static func usb(
        _ vendorID: String,
        _ productID: String,
        action: UdevDevice.Action = .add,
        path: String = usbPath,
        device: Int = 4,
        serial: String? = nil,
        product: String? = nil,
        properties: [String: String] = [:],
        interfaces: [UdevDevice.USBInterface] = []
    ) -> UdevDevice {
        var attributes = [
            "idVendor": vendorID, "idProduct": productID, "busnum": "1", "devnum": "\(device)",
        ]
        attributes["serial"] = serial
        attributes["product"] = product
        return UdevDevice(
            action: action,
            syspath: path,
            subsystem: "usb",
            devtype: "usb_device",
            devnode: FilePath("/dev/bus/usb/001/004"),
            properties: properties,
            attributes: attributes,
            interfaces: interfaces
        )
    }

    static func block(
        _ action: UdevDevice.Action = .add,
        _ name: String = "sdb",
        sequence: Int? = 12,
        device: Int = 4,
        size: String = "15728640",
        fileSystem: String? = "vfat",
        serial: String? = "0000E5F1A2B3",
        isOnUSB: Bool = true,
        extra: [String: String] = [:]
    ) -> UdevDevice {
        let isPartition = name.last?.isNumber ?? false
        let disk = isPartition ? "\(name.dropLast())/\(name)" : name
        var properties = ["MAJOR": "8", "MINOR": isPartition ? "17" : "16"]
        if isOnUSB { properties["ID_BUS"] = "usb" }
        properties["DISKSEQ"] = isPartition ? nil : sequence.map(String.init)
        properties["ID_FS_TYPE"] = fileSystem
        if fileSystem != nil {
            properties["ID_FS_USAGE"] = "filesystem"
            properties["ID_FS_UUID"] = "1A2B-3C4D"
            properties["ID_FS_LABEL_ENC"] = #"MY\x20GARMIN"#
        }
        properties["ID_SERIAL_SHORT"] = serial
        let parent = UdevDevice.USBParent(
            syspath: usbPath,
            attributes: [
                "idVendor": "091e", "idProduct": "2459", "busnum": "1", "devnum": "\(device)",
            ]
        )
        return UdevDevice(
            action: action,
            syspath: isOnUSB ? blockPath(disk) : "/sys/devices/virtio1/block/" + disk,
            subsystem: "block",
            devtype: isPartition ? "partition" : "disk",
            devnode: FilePath("/dev/\(name)"),
            properties: properties.merging(extra) { $1 },
            attributes: ["size": size],
            parent: isOnUSB ? parent : nil
        )
    }

    static func blockPath(_ disk: String) -> String {
        usbPath + "/1-1:1.0/host2/target2:0:0/2:0:0:0/block/" + disk
    }

    static func removal(_ path: String, subsystem: String = "block") -> UdevDevice {
        UdevDevice(action: .remove, syspath: path, subsystem: subsystem, devtype: "")
    }

    static func mount(
        _ device: DeviceNumber = DeviceNumber(major: 8, minor: 16),
        at folder: String = "/media/anna/GARMIN",
        root: String = "/",
        type: String = "vfat",
        source: String = "/dev/sdb"
    ) -> MountTable.Mount {
        MountTable.Mount(
            device: device,
            root: FilePath(root),
            folder: FilePath(folder),
            type: type,
            source: FilePath(source)
        )
    }
}

extension AttachmentTracker {
    /// Feeds events one after another, all in the same millisecond.
    mutating func feed(_ events: UdevDevice...) -> [AttachmentDecision] {
        events.flatMap { take(.event($0), at: 0) }
    }
}

extension AttachmentDecision {
    var how: Access? { attachment?.how }

    var attachment: Attachment? {
        switch self {
        case .appeared(let attachment), .changed(let attachment), .tryAgain(let attachment):
            attachment
        case .vanished: nil
        }
    }

    /// `appeared`, `changed`, `tryAgain` or `vanished`.
    var word: String {
        switch self {
        case .appeared: "appeared"
        case .changed: "changed"
        case .tryAgain: "tryAgain"
        case .vanished: "vanished"
        }
    }
}
