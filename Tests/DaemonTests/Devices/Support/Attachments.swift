import Devices
import LinuxSystem

/// An attachment as a test needs it.
func attachment(
    _ name: String = "sdx",
    serial: String? = "0000E5F1A2B3",
    product: String? = "eTrex 30",
    how: Access = .fat(node: FilePath("/dev/sdx")),
    page: String? = nil
) -> Devices.Attachment {
    Devices.Attachment(
        id: AttachmentID(syspath: "/sys/block/\(name)", occurrence: "diskseq 1"),
        identity: DeviceIdentity(
            vendorID: 0x091E,
            productID: 0x2519,
            vendor: "Garmin",
            product: product,
            serial: serial
        ),
        how: how,
        page: page
    )
}
