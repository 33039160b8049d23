internal import CUSB
internal import Glibc
internal import LinuxSystem

/// What libusb said instead of doing what it was asked.
struct USBFailure: Error {
    /// The number that libusb gave, one of `libusb_error`.
    let code: Int32
    /// The part of the device that was spoken to: `endpoint 0x81`, `interface 0`.
    let part: String

    /// The failure in the words of devices.
    ///
    /// A transfer that breaks off (`IO`) is what a bad cable looks like, and also the first thing that
    /// is seen of a plug that is being pulled. The node tells the two apart if it is gone already; if
    /// it is not yet, the next transfer says `NO_DEVICE`.
    func error(of address: USBDeviceAddress) -> DeviceError {
        switch libusb_error(rawValue: code) {
        case LIBUSB_ERROR_NO_DEVICE: .gone
        case LIBUSB_ERROR_BUSY: .busy(holder: USBHolder.name(of: address.node))
        case LIBUSB_ERROR_ACCESS: .notPermitted(address.node)
        case LIBUSB_ERROR_TIMEOUT: .timedOut("\(part) of the device did not answer in time")
        case LIBUSB_ERROR_PIPE: .damaged("\(part) of the device refused what was asked of it")
        case LIBUSB_ERROR_OVERFLOW: .damaged("\(part) sent more than was asked for")
        case LIBUSB_ERROR_NOT_FOUND: .damaged("the device has no \(part)")
        case LIBUSB_ERROR_IO where !isThere(address): .gone
        case LIBUSB_ERROR_IO:
            .damaged("a transfer on \(part) broke off; its plug or cable may be loose")
        case LIBUSB_ERROR_NO_MEM: system(ENOMEM, address)
        case LIBUSB_ERROR_INTERRUPTED: system(EINTR, address)
        case LIBUSB_ERROR_NOT_SUPPORTED: system(EOPNOTSUPP, address)
        case LIBUSB_ERROR_INVALID_PARAM: system(EINVAL, address)
        default: system(EPROTO, address)
        }
    }

    private func system(_ code: Int32, _ address: USBDeviceAddress) -> DeviceError {
        .system(SystemError(code: code, call: "use \(part) of", path: address.node))
    }

    private func isThere(_ address: USBDeviceAddress) -> Bool {
        do {
            _ = try FileStatus.of(address.node)
            return true
        } catch {
            return !error.isMissing
        }
    }
}
