internal import CUSB

/// A context of libusb for one reading of one device.
///
/// While it lives, libusb listens for devices on a thread of its own; with it both end, so nothing
/// idles when no device is read. No context is shared: the failure of one reading cannot touch
/// another. One queue at a time owns it.
final class USBLibrary {
    /// The context.
    let context: OpaquePointer

    /// Starts libusb; it needs the address family `AF_NETLINK` (USB.md §5, trap 2).
    init() throws(USBFailure) {
        var made: OpaquePointer?
        let code = libusb_init(&made)
        guard code == 0, let made else { throw USBFailure(code: code, part: "libusb") }
        context = made
    }

    deinit {
        libusb_exit(context)
    }

    /// Opens the device at an address.
    ///
    /// - Throws: `NO_DEVICE` when none is there.
    func open(_ address: USBDeviceAddress) throws(USBFailure) -> OpaquePointer {
        var list: UnsafeMutablePointer<OpaquePointer?>?
        let count = libusb_get_device_list(context, &list)
        guard count >= 0, let list else {
            throw USBFailure(code: Int32(clamping: count), part: "list of devices")
        }
        // The handle keeps its own device alive; the others are let go of here.
        defer { libusb_free_device_list(list, 1) }
        for index in 0..<Int(count) {
            guard let device = list[index], libusb_get_bus_number(device) == address.bus,
                libusb_get_device_address(device) == address.device
            else { continue }
            var handle: OpaquePointer?
            let code = libusb_open(device, &handle)
            guard code == 0, let handle else { throw USBFailure(code: code, part: "node") }
            return handle
        }
        throw USBFailure(code: LIBUSB_ERROR_NO_DEVICE.rawValue, part: "node")
    }
}
