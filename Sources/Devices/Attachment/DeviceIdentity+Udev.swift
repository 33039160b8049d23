extension DeviceIdentity {
    /// Takes the identity from what udev said.
    ///
    /// - Parameters:
    ///   - device: a USB device, or a block device on USB.
    ///   - table: gives better names than the devices themselves.
    init(_ device: UdevDevice, table: DeviceTable) {
        let usb = device.isUSBDevice ? device.attributes : device.parent?.attributes ?? [:]
        let properties = device.properties
        let vendorID = UInt16(usb["idVendor"] ?? properties["ID_VENDOR_ID"] ?? "", radix: 16)
        let productID = UInt16(usb["idProduct"] ?? properties["ID_MODEL_ID"] ?? "", radix: 16)
        let row = DeviceIdentity.row(vendorID, productID, table)
        let volume = device.isBlockDevice ? DeviceIdentity.volume(properties) : nil
        self.init(
            vendorID: vendorID,
            productID: productID,
            vendor: row?.vendor ?? DeviceIdentity.name(usb["manufacturer"], "VENDOR", properties),
            product: row?.product ?? DeviceIdentity.name(usb["product"], "MODEL", properties),
            serial: DeviceIdentity.serial(properties["ID_SERIAL_SHORT"])
                ?? DeviceIdentity.serial(usb["serial"]) ?? volume?.uuid,
            volume: volume
        )
    }

    /// A shared chip gives no name: it may be anything.
    private static func row(
        _ vendorID: UInt16?,
        _ productID: UInt16?,
        _ table: DeviceTable
    ) -> DeviceRow? {
        guard let vendorID, let productID,
            let row = table.match(vendorID: vendorID, productID: productID)?.row
        else { return nil }
        if case .sharedChip = row.reading { return nil }
        return row
    }

    private static func volume(_ properties: [String: String]) -> Volume? {
        guard let type = UdevText.cleaned(properties["ID_FS_TYPE"]) else { return nil }
        let label = properties["ID_FS_LABEL_ENC"].map(UdevText.decoded)
        return Volume(
            label: UdevText.cleaned(label ?? properties["ID_FS_LABEL"]),
            uuid: UdevText.cleaned(properties["ID_FS_UUID"]),
            fileSystem: type
        )
    }

    /// The device's own words first, then udev's copy of them, then its database.
    private static func name(
        _ words: String?,
        _ kind: String,
        _ properties: [String: String]
    ) -> String? {
        let plain = properties["ID_\(kind)"].map { text in
            String(text.map { $0 == "_" ? " " : $0 })
        }
        return UdevText.cleaned(words)
            ?? UdevText.cleaned(properties["ID_\(kind)_ENC"].map(UdevText.decoded))
            ?? UdevText.cleaned(plain)
            ?? UdevText.cleaned(properties["ID_\(kind)_FROM_DATABASE"])
    }

    /// A number of nothing but zeros is one that the maker forgot.
    private static func serial(_ text: String?) -> String? {
        guard let text = UdevText.cleaned(text), text.contains(where: { $0 != "0" }) else {
            return nil
        }
        return text
    }
}
