/// The udev rules that let Amble's user read trackers and nothing else.
///
/// A pure function of the table, so that a new row needs no second place; a test holds the file in
/// `systemd` to it.
package enum UdevRules {
    /// The text of `70-amble.rules`.
    package static func text(_ table: DeviceTable) -> String {
        ([opening] + pedometers(table) + [closing]).joined(separator: "\n")
    }

    private static func pedometers(_ table: DeviceTable) -> [String] {
        let rows = table.families.flatMap(\.rows).filter { $0.reading == .omron }
        return rows.flatMap { row -> [String] in
            guard case .listed(let products) = row.products else { return [] }
            return products.map { product in
                "# \(row.vendor) \(row.product ?? "")\n"
                    + #"SUBSYSTEM=="usb", ENV{DEVTYPE}=="usb_device", "#
                    + #"ATTR{idVendor}=="\#(row.vendorID.fourDigits)", "#
                    + #"ATTR{idProduct}=="\#(product.fourDigits)", "#
                    + grant
            }
        }
    }

    /// `uaccess` also lets in the person who sits at the machine.
    private static let grant = #"GROUP="amble", MODE="0660", TAG+="amble", TAG+="uaccess""#

    private static let opening = #"""
        # Lets the group amble read trackers on USB, and no other disk or device.
        #
        # It must sort after 60-persistent-storage.rules and 69-libmtp.rules, which find out what a device
        # is, and before 73-seat-late.rules, which acts on the tag uaccess. Made from Amble's device table.

        ACTION=="remove", GOTO="amble_end"

        # Sticks with FAT, for reading only. The group disk would be wrong: it reads the system's disk, too.
        # No uaccess here, since that would allow writing; a person's own Amble reads what the desktop mounts.
        SUBSYSTEM=="block", ENV{ID_BUS}=="usb", ENV{ID_FS_TYPE}=="vfat", GROUP="amble", MODE="0640", TAG+="amble"

        # Pedometers. Their protocols ask questions, so that writing is needed to read.
        """#

    private static let closing = #"""

        # Watches that speak MTP, as libmtp's rules and hardware database know them.
        SUBSYSTEM=="usb", ENV{DEVTYPE}=="usb_device", ENV{ID_MTP_DEVICE}=="1", \#(grant)
        # The same without libmtp: by the standard interface class of MTP and PTP,
        SUBSYSTEM=="usb", ENV{DEVTYPE}=="usb_device", ENV{ID_USB_INTERFACES}=="*:060101:*", \#(grant)
        # or by the name of a vendor's interface, which exists once the device is bound.
        SUBSYSTEM=="usb", ENV{DEVTYPE}=="usb_device", ENV{ID_USB_INTERFACES}=="*:ff*", ATTR{$kernel:1.0/interface}=="*MTP*", \#(grant)

        LABEL="amble_end"

        """#
}
