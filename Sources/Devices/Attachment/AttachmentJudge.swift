import LinuxSystem

/// Decides what a single device is, from what is known at one moment; keeps nothing.
struct AttachmentJudge {
    /// What a device was found to be.
    struct Verdict {
        let attachment: Attachment
        /// What it is when it stays `starting` for too long.
        let orElse: Access?
    }

    let table: DeviceTable
    let mounts: MountTable

    /// Decides what a device is.
    ///
    /// - Parameters:
    ///   - device: the device.
    ///   - hasPartitions: whether partitions of it are known.
    /// - Returns: nothing for what Amble has no business with.
    func verdict(on device: UdevDevice, hasPartitions: Bool) -> Verdict? {
        if device.isUSBDevice { return usbVerdict(device) }
        guard device.isBlockDevice, device.isOnUSB, !hasPartitions else { return nil }
        return blockVerdict(device)
    }

    /// What tells this stay of a device from others at the same place.
    static func occurrence(of device: UdevDevice) -> String {
        if let sequence = device.properties["DISKSEQ"] {
            return AttachmentID.occurrence(diskSequence: sequence)
        }
        let usb = device.isUSBDevice ? device.attributes : device.parent?.attributes ?? [:]
        guard let bus = usb["busnum"] ?? device.properties["BUSNUM"],
            let number = usb["devnum"] ?? device.properties["DEVNUM"]
        else { return "unnumbered" }
        // udev fills the numbers up with zeros, sysfs does not. A partition has no `DISKSEQ` of its
        // own; another card in the same reader shows by its volume.
        let volume = device.properties["ID_FS_UUID"].map { " " + $0 } ?? ""
        return "usb \(UInt32(bus) ?? 0):\(UInt32(number) ?? 0)\(volume)"
    }

    private func usbVerdict(_ device: UdevDevice) -> Verdict? {
        guard let bus = number("busnum", of: device), let place = number("devnum", of: device)
        else { return nil }
        if UdevInterfaces.speaksMTP(device) {
            return verdict(device, .mtp(bus: bus, device: place))
        }
        let identity = DeviceIdentity(device, table: table)
        guard let vendorID = identity.vendorID, let productID = identity.productID,
            let row = table.match(vendorID: vendorID, productID: productID)?.row,
            // Its volumes come as block devices of their own.
            !UdevInterfaces.hasStorage(device)
        else { return nil }
        switch row.reading {
        case .omron:
            return verdict(device, .omron(bus: bus, device: place))
        case .nothing(let sentence):
            return verdict(device, .unreadable(sentence))
        case .starting(let sentence):
            return verdict(device, .starting, orElse: .unreadable(sentence))
        case .files:
            return verdict(device, .starting, orElse: .unreadable(AttachmentJudge.noFiles))
        case .sharedChip:
            return nil
        }
    }

    private func blockVerdict(_ device: UdevDevice) -> Verdict? {
        let properties = device.properties
        // Without a file system there is no medium, or udev has not looked at it yet; a `change` or
        // the partitions follow.
        guard let node = device.devnode, let type = properties["ID_FS_TYPE"], !type.isEmpty,
            device.attributes["size"].flatMap({ UInt64($0) }) != 0,
            properties["ID_FS_USAGE"] ?? "filesystem" == "filesystem"
        else { return nil }
        let mounted = mountedVolume(device, node: node).map(Access.mounted)
        if type == "vfat" || type == "msdos" {
            return verdict(device, .fat(node: node), otherwise: [mounted].compactMap(\.self))
        }
        return verdict(device, mounted ?? .waiting(AttachmentJudge.unmounted(type)))
    }

    private func mountedVolume(_ device: UdevDevice, node: FilePath) -> MountedVolume? {
        guard let major = UInt32(device.properties["MAJOR"] ?? ""),
            let minor = UInt32(device.properties["MINOR"] ?? "")
        else { return nil }
        let block = DeviceNumber(major: major, minor: minor)
        guard let mount = mounts.mount(of: block, node: node) else { return nil }
        return MountedVolume(
            folder: mount.folder,
            device: mount.device,
            block: block,
            syspath: FilePath(device.syspath)
        )
    }

    private func verdict(
        _ device: UdevDevice,
        _ how: Access,
        otherwise: [Access] = [],
        orElse: Access? = nil
    ) -> Verdict {
        let identity = DeviceIdentity(device, table: table)
        let match = identity.vendorID.flatMap { vendorID in
            identity.productID.flatMap { table.match(vendorID: vendorID, productID: $0) }
        }
        return Verdict(
            attachment: Attachment(
                id: AttachmentID(
                    syspath: device.syspath,
                    occurrence: AttachmentJudge.occurrence(of: device)
                ),
                identity: identity,
                how: how,
                otherwise: otherwise,
                page: match?.family.pagePath
            ),
            orElse: orElse
        )
    }

    private func number(_ name: String, of device: UdevDevice) -> UInt8? {
        UInt8(device.attributes[name] ?? device.properties[name.uppercased()] ?? "")
    }

    private static let noFiles =
        "it shows neither a volume nor MTP; "
        + "set the USB mode in its menu to MTP or mass storage and plug it in again"

    private static func unmounted(_ type: String) -> String {
        let names = ["exfat": "exFAT", "ntfs": "NTFS", "hfsplus": "HFS+", "btrfs": "Btrfs"]
        let name = names[type] ?? UdevText.cleaned(type) ?? "another file system"
        return "\(name): mount it (a desktop does so on a click), then it is read"
    }
}
