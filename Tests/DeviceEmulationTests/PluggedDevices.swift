/// Devices as `umockdev-record` writes them down; numbers and strings are made up but for the ids.
enum Plugged {
    static let usbPath = "/sys/devices/pci0000:00/0000:00:14.0/usb1/1-1"
    static let diskPath = usbPath + "/1-1:1.0/host2/target2:0:0/2:0:0:0/block/sdb"

    static func usb(
        _ vendorID: String,
        _ productID: String,
        device: Int = 4,
        properties: [String] = [],
        strings: [String] = []
    ) -> String {
        description(
            usbPath,
            node: "bus/usb/001/00\(device)",
            properties: [
                "SUBSYSTEM=usb", "DEVTYPE=usb_device", "DEVNAME=/dev/bus/usb/001/00\(device)",
                "BUSNUM=001", "DEVNUM=00\(device)", "MAJOR=189", "MINOR=\(device - 1)",
            ] + properties,
            attributes: [
                "idVendor=\(vendorID)", "idProduct=\(productID)", "busnum=1", "devnum=\(device)",
            ] + strings
        )
    }

    /// An interface as it comes after its device; `codes` are class, subclass and protocol.
    static func interface(_ codes: (String, String, String), name: String? = nil) -> String {
        description(
            usbPath + "/1-1:1.0",
            properties: ["SUBSYSTEM=usb", "DEVTYPE=usb_interface"],
            attributes: [
                "bInterfaceClass=\(codes.0)", "bInterfaceSubClass=\(codes.1)",
                "bInterfaceProtocol=\(codes.2)",
            ] + (name.map { ["interface=\($0)"] } ?? [])
        )
    }

    static func disk(_ properties: [String], sequence: Int = 12) -> String {
        description(
            diskPath,
            node: "sdb",
            properties: [
                "SUBSYSTEM=block", "DEVTYPE=disk", "DEVNAME=/dev/sdb", "MAJOR=8", "MINOR=16",
                "DISKSEQ=\(sequence)", "ID_BUS=usb",
            ] + properties,
            attributes: ["size=15728640"]
        )
    }

    static func partition(_ properties: [String]) -> String {
        description(
            diskPath + "/sdb1",
            node: "sdb1",
            properties: [
                "SUBSYSTEM=block", "DEVTYPE=partition", "DEVNAME=/dev/sdb1", "MAJOR=8", "MINOR=17",
                "ID_BUS=usb",
            ] + properties,
            attributes: ["size=15726592"]
        )
    }

    static let fat = ["ID_FS_TYPE=vfat", "ID_FS_USAGE=filesystem", "ID_FS_UUID=1A2B-3C4D"]

    private static func description(
        _ path: String,
        node: String? = nil,
        properties: [String],
        attributes: [String]
    ) -> String {
        var lines = ["P: " + path.dropFirst("/sys".count)]
        if let node { lines.append("N: " + node) }
        lines += properties.map { "E: " + $0 }
        // The end of the line belongs to an attribute, and is written down as two characters.
        lines += attributes.map { "A: " + $0 + "\\n" }
        return lines.joined(separator: "\n") + "\n\n"
    }
}
