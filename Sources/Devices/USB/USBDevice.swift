internal import CUSB

/// An opened USB device, looked at but not claimed.
///
/// One queue at a time owns it; calls block. Letting go of it and of all its connections closes the
/// device and ends libusb.
package final class USBDevice {
    /// Every alternate setting of every interface of the active configuration, in its order.
    package let interfaces: [USBInterface]
    /// The maker's name, as the device tells it.
    package let manufacturer: String?
    /// The product's name, as the device tells it.
    package let product: String?
    /// The serial number, as the device tells it; many tell none.
    package let serial: String?

    private let handle: USBHandle

    private init(_ handle: USBHandle) throws(DeviceError) {
        self.handle = handle
        var strings = USBStrings(handle)
        interfaces = try handle.withConfiguration { Self.interfaces(of: $0, &strings) }
        let numbers = try handle.stringNumbers()
        manufacturer = strings.string(numbers.maker)
        product = strings.string(numbers.product)
        serial = strings.string(numbers.serial)
    }

    /// Opens the device at an address and reads its descriptors.
    ///
    /// - Throws: `gone` when no device is there, `notPermitted` with its node, `damaged` when its
    ///   descriptors cannot be read.
    package static func open(_ address: USBDeviceAddress) throws(DeviceError) -> USBDevice {
        try USBDevice(USBHandle(address))
    }

    /// Claims an interface for as long as the connection lives.
    ///
    /// A driver of the kernel is taken off it and comes back afterwards, which makes the kernel
    /// remove and add the driver's own nodes (USB.md §5, trap 5): whoever waits for devices must not
    /// wait for those.
    ///
    /// - Throws: `busy` when another program holds it, `gone`, `damaged` when there is no such
    ///   interface.
    package func claim(_ interface: USBInterface) throws(DeviceError) -> any USBConnection {
        try LibUSBConnection(handle, interface)
    }
}

// MARK: - Descriptors

extension USBDevice {
    private static func interfaces(
        of configuration: libusb_config_descriptor,
        _ strings: inout USBStrings
    ) -> [USBInterface] {
        var interfaces: [USBInterface] = []
        let all = UnsafeBufferPointer(
            start: configuration.interface,
            count: configuration.interface == nil ? 0 : Int(configuration.bNumInterfaces)
        )
        for interface in all {
            let settings = UnsafeBufferPointer(
                start: interface.altsetting,
                count: interface.altsetting == nil ? 0 : max(0, Int(interface.num_altsetting))
            )
            interfaces += settings.map { Self.interface($0, &strings) }
        }
        return interfaces
    }

    private static func interface(
        _ descriptor: libusb_interface_descriptor,
        _ strings: inout USBStrings
    ) -> USBInterface {
        let endpoints = UnsafeBufferPointer(
            start: descriptor.endpoint,
            count: descriptor.endpoint == nil ? 0 : Int(descriptor.bNumEndpoints)
        )
        return USBInterface(
            number: descriptor.bInterfaceNumber,
            alternateSetting: descriptor.bAlternateSetting,
            classCode: descriptor.bInterfaceClass,
            subclass: descriptor.bInterfaceSubClass,
            protocolCode: descriptor.bInterfaceProtocol,
            name: strings.string(descriptor.iInterface),
            endpoints: endpoints.compactMap(endpoint)
        )
    }

    /// A bulk or interrupt endpoint; nothing for the others, which no tracker is read through.
    private static func endpoint(_ descriptor: libusb_endpoint_descriptor) -> USBEndpoint? {
        let kind: USBEndpoint.Kind
        switch descriptor.bmAttributes & 3 {
        case 2: kind = .bulk
        case 3: kind = .interrupt
        default: return nil
        }
        // Bits 11 and 12 count further packets in a microframe.
        let size = Int(descriptor.wMaxPacketSize & 0x7FF)
        return USBEndpoint(address: descriptor.bEndpointAddress, kind: kind, packetSize: size)
    }
}
