/// What is known of one kind of tracker.
package struct DeviceRow: Hashable, Sendable {
    /// Which products of a vendor are meant.
    package enum Products: Hashable, Sendable {
        /// These product ids.
        case listed([UInt16])
        /// All that no other row names.
        case others
    }

    /// What carries the data.
    package enum Transport: String, Hashable, Sendable {
        case storage = "mass storage"
        case storageOrMTP = "mass storage or MTP"
        case mtp = "MTP"
        case hid = "HID"
        case serial = "a serial line"
        case vendorSpecific = "a protocol of its own"
        case radio = "radio"
    }

    /// What is done with it.
    package enum Reading: Hashable, Sendable {
        /// Its files are read; whether from a volume or by MTP, its interfaces tell (USB.md §1.1).
        case files
        /// The protocol of the Omron HJ-720IT (USB.md §2).
        case omron
        /// It may be on its way to another mode; read nothing now, and tell this when it stays.
        case starting(orElse: String)
        /// Nothing is read: one sentence why, and what to do instead.
        case nothing(String)
        /// A chip that many other things have, too: nothing is said of it when it is plugged in.
        case sharedChip(String)
    }

    /// The vendor's number at the USB Implementers Forum.
    package let vendorID: UInt16
    /// Which of its products.
    package let products: Products
    /// The vendor's name for people.
    package let vendor: String
    /// The product's name for people; nothing where the device's own name is better.
    package let product: String?
    /// What carries the data.
    package let transport: Transport
    /// What is done with it.
    package let reading: Reading

    /// Makes a row.
    package init(
        _ vendorID: UInt16,
        _ products: Products,
        vendor: String,
        product: String?,
        _ transport: Transport,
        _ reading: Reading
    ) {
        self.vendorID = vendorID
        self.products = products
        self.vendor = vendor
        self.product = product
        self.transport = transport
        self.reading = reading
    }
}
