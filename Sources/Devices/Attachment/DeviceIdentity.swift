import Model

/// Which tracker it is, as far as its USB descriptors and its volume tell.
package struct DeviceIdentity: Hashable, Sendable {
    /// What a volume calls itself.
    package struct Volume: Hashable, Sendable {
        /// Its label, such as `GARMIN`.
        package let label: String?
        /// Its UUID; FAT has 8 digits of it, which are a time of formatting.
        package let uuid: String?
        /// The kind of file system as blkid(8) calls it, such as `vfat`.
        package let fileSystem: String

        /// Describes a volume.
        package init(label: String?, uuid: String?, fileSystem: String) {
            self.label = label
            self.uuid = uuid
            self.fileSystem = fileSystem
        }
    }

    /// The USB vendor id; nothing when unknown.
    package let vendorID: UInt16?
    /// The USB product id; nothing when unknown.
    package let productID: UInt16?
    /// The vendor's name, at most 64 letters on one line.
    package let vendor: String?
    /// The product's name, at most 64 letters on one line.
    package let product: String?
    /// The serial number, or the volume's UUID for a stick that has none.
    ///
    /// Some makers give many sticks the same one; the volume's UUID tells those apart.
    package let serial: String?
    /// The volume, for storage.
    package let volume: Volume?

    /// Describes a tracker.
    package init(
        vendorID: UInt16?,
        productID: UInt16?,
        vendor: String?,
        product: String?,
        serial: String?,
        volume: Volume? = nil
    ) {
        self.vendorID = vendorID
        self.productID = productID
        self.vendor = vendor
        self.product = product
        self.serial = serial
        self.volume = volume
    }

    /// The name for people: `Garmin Forerunner 255`; the label stands for a product without a name.
    package var name: String {
        DeviceName(vendor: vendor, product: product ?? volume?.label).shown
    }
}
