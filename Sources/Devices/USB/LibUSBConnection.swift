internal import CUSB

/// A claimed interface of a real device, by libusb's synchronous transfers.
///
/// One queue at a time owns it. With it the interface goes back to the kernel.
final class LibUSBConnection: USBConnection {
    private let handle: USBHandle
    private let interface: USBInterface

    /// Claims the interface.
    init(_ handle: USBHandle, _ interface: USBInterface) throws(DeviceError) {
        try handle.claim(interface)
        self.handle = handle
        self.interface = interface
    }

    deinit {
        handle.release(interface)
    }

    func control(
        _ request: USBControlRequest,
        sending data: [UInt8],
        timeoutMilliseconds: UInt32
    ) throws(DeviceError) {
        try handle.control(request, sending: data, timeoutMilliseconds: timeoutMilliseconds)
    }

    /// What came before the time was up is returned and not lost; the next read says `timedOut`.
    func read(
        endpoint: USBEndpoint,
        length: Int,
        timeoutMilliseconds: UInt32
    ) throws(DeviceError) -> [UInt8] {
        guard length > 0 else { return [] }
        var bytes = [UInt8](repeating: 0, count: length)
        let (count, code) = handle.transfer(
            endpoint,
            &bytes,
            timeoutMilliseconds: timeoutMilliseconds
        )
        let hasPart = code == LIBUSB_ERROR_TIMEOUT.rawValue && count > 0
        if !hasPart { try handle.check(code, endpoint.shown) }
        bytes.removeLast(length - count)
        return bytes
    }

    func write(
        _ bytes: [UInt8],
        to endpoint: USBEndpoint,
        timeoutMilliseconds: UInt32
    ) throws(DeviceError) {
        var bytes = bytes
        let (count, code) = handle.transfer(
            endpoint,
            &bytes,
            timeoutMilliseconds: timeoutMilliseconds
        )
        try handle.check(code, endpoint.shown)
        guard count == bytes.count else {
            throw .damaged("\(endpoint.shown) took \(count) of \(bytes.count) bytes")
        }
    }

    func clearHalt(_ endpoint: USBEndpoint) throws(DeviceError) {
        try handle.clearHalt(endpoint)
    }
}
