/// One alternate setting of one interface of a USB device, as its descriptors tell (USB 2.0 §9.6.5).
package struct USBInterface: Hashable, Sendable {
    /// The number of the interface.
    package let number: UInt8
    /// The alternate setting; 0 is the one that a device begins with.
    package let alternateSetting: UInt8
    /// `bInterfaceClass`: 3 is HID, 6 still images and MTP, 8 mass storage, 255 the maker's own.
    package let classCode: UInt8
    /// `bInterfaceSubClass`.
    package let subclass: UInt8
    /// `bInterfaceProtocol`.
    package let protocolCode: UInt8
    /// The name that the device gives it, such as `MTP`; nothing when it gives none.
    package let name: String?
    /// Its bulk and interrupt endpoints, in the device's order.
    package let endpoints: [USBEndpoint]

    /// Describes an interface.
    package init(
        number: UInt8,
        alternateSetting: UInt8,
        classCode: UInt8,
        subclass: UInt8,
        protocolCode: UInt8,
        name: String?,
        endpoints: [USBEndpoint]
    ) {
        self.number = number
        self.alternateSetting = alternateSetting
        self.classCode = classCode
        self.subclass = subclass
        self.protocolCode = protocolCode
        self.name = name
        self.endpoints = endpoints
    }
}
