internal import CUSB

/// An opened device: what is asked of it goes through here, and closes with it.
///
/// One queue at a time owns it.
final class USBHandle {
    /// How long a small question, such as for a descriptor, may take: the kernel's own limit for
    /// control requests (`USB_CTRL_GET_TIMEOUT`, 5 s) would hold up a reading for nothing.
    static let descriptorMilliseconds: UInt32 = 1000

    /// Where the device hangs.
    let address: USBDeviceAddress
    private let library: USBLibrary
    private let handle: OpaquePointer

    /// Opens a device in a context of its own.
    init(_ address: USBDeviceAddress) throws(DeviceError) {
        self.address = address
        do throws(USBFailure) {
            library = try USBLibrary()
            handle = try library.open(address)
        } catch {
            throw error.error(of: address)
        }
    }

    deinit {
        libusb_close(handle)
    }

    /// Throws what libusb said, unless it was success.
    func check(_ code: Int32, _ part: @autoclosure () -> String) throws(DeviceError) {
        guard code < 0 else { return }
        throw USBFailure(code: code, part: part()).error(of: address)
    }

    // MARK: - Transfers

    /// A control request whose data go to the device.
    func control(
        _ request: USBControlRequest,
        sending data: [UInt8],
        timeoutMilliseconds: UInt32
    ) throws(DeviceError) {
        guard let length = UInt16(exactly: data.count) else {
            throw .damaged("a control request cannot carry \(data.count) bytes")
        }
        var data = data
        let sent = libusb_control_transfer(
            handle,
            request.type,
            request.request,
            request.value,
            request.index,
            &data,
            length,
            max(1, timeoutMilliseconds)
        )
        try check(sent, "control request \(request.request)")
        guard sent == Int32(length) else {
            throw .damaged("the device took \(sent) of \(length) bytes of a control request")
        }
    }

    /// A control request whose answer, at most `length` bytes, comes from the device.
    func control(
        _ request: USBControlRequest,
        length: UInt16,
        timeoutMilliseconds: UInt32
    ) throws(DeviceError) -> [UInt8] {
        var data = [UInt8](repeating: 0, count: Int(length))
        let received = libusb_control_transfer(
            handle,
            request.type,
            request.request,
            request.value,
            request.index,
            &data,
            length,
            max(1, timeoutMilliseconds)
        )
        try check(received, "control request \(request.request)")
        return Array(data.prefix(Int(received)))
    }

    /// One transfer on a bulk or interrupt endpoint, in the direction that its address tells.
    ///
    /// - Returns: how many bytes went over before the end or the failure, and what libusb said.
    func transfer(
        _ endpoint: USBEndpoint,
        _ bytes: inout [UInt8],
        timeoutMilliseconds: UInt32
    ) -> (count: Int, code: Int32) {
        let length = Int32(clamping: bytes.count)
        // libusb takes 0 for "for ever".
        let timeout = max(1, timeoutMilliseconds)
        var moved: Int32 = 0
        let code =
            switch endpoint.kind {
            case .bulk:
                libusb_bulk_transfer(handle, endpoint.address, &bytes, length, &moved, timeout)
            case .interrupt:
                libusb_interrupt_transfer(handle, endpoint.address, &bytes, length, &moved, timeout)
            }
        return (min(max(0, Int(moved)), bytes.count), code)
    }

    /// Takes a halt off an endpoint.
    func clearHalt(_ endpoint: USBEndpoint) throws(DeviceError) {
        try check(libusb_clear_halt(handle, endpoint.address), endpoint.shown)
    }

    // MARK: - Interfaces

    /// Claims an interface; what driver of the kernel holds it comes back when it is let go of.
    ///
    /// Where the kernel cannot take its driver away, a plain claim may still do.
    func claim(_ interface: USBInterface) throws(DeviceError) {
        let number = Int32(interface.number)
        let part = "interface \(number)"
        libusb_set_auto_detach_kernel_driver(handle, 1)
        var code = libusb_claim_interface(handle, number)
        let cannotDetach = [LIBUSB_ERROR_OTHER.rawValue, LIBUSB_ERROR_NOT_SUPPORTED.rawValue]
        if cannotDetach.contains(code) {
            libusb_set_auto_detach_kernel_driver(handle, 0)
            code = libusb_claim_interface(handle, number)
        }
        try check(code, part)
        guard interface.alternateSetting != 0 else { return }
        code = libusb_set_interface_alt_setting(
            handle,
            number,
            Int32(interface.alternateSetting)
        )
        if code < 0 { release(interface) }
        try check(code, "\(part), setting \(interface.alternateSetting)")
    }

    /// Gives an interface back; of a device that is gone there is nothing to give.
    func release(_ interface: USBInterface) {
        libusb_release_interface(handle, Int32(interface.number))
    }

    /// Calls with the descriptor of the active configuration.
    func withConfiguration<Result>(
        _ body: (libusb_config_descriptor) -> Result
    ) throws(DeviceError) -> Result {
        var configuration: UnsafeMutablePointer<libusb_config_descriptor>?
        let code = libusb_get_active_config_descriptor(libusb_get_device(handle), &configuration)
        try check(code, "configuration")
        guard let configuration else { throw .damaged("the device has no configuration") }
        defer { libusb_free_config_descriptor(configuration) }
        return body(configuration.pointee)
    }

    /// The numbers of the strings of maker, product and serial number; 0 where there is none.
    func stringNumbers() throws(DeviceError) -> (maker: UInt8, product: UInt8, serial: UInt8) {
        var descriptor = libusb_device_descriptor()
        let code = libusb_get_device_descriptor(libusb_get_device(handle), &descriptor)
        try check(code, "descriptor")
        return (descriptor.iManufacturer, descriptor.iProduct, descriptor.iSerialNumber)
    }
}

extension USBEndpoint {
    /// The endpoint as people who know USB write it: `endpoint 0x81`.
    var shown: String {
        let digits = String(address, radix: 16)
        return "endpoint 0x" + (digits.utf8.count < 2 ? "0" : "") + digits
    }
}
