package import LinuxSystem

/// Where a USB device hangs, as udev tells it in `BUSNUM` and `DEVNUM`.
///
/// A device that is plugged in again gets another number.
package struct USBDeviceAddress: Hashable, Sendable {
    /// The number of the bus, from 1.
    package let bus: UInt8
    /// The number of the device on its bus, 1–127.
    package let device: UInt8

    /// Makes an address.
    package init(bus: UInt8, device: UInt8) {
        self.bus = bus
        self.device = device
    }

    /// The node that a program opens to speak with the device.
    package var node: FilePath {
        FilePath("/dev/bus/usb/\(Self.threeDigits(bus))/\(Self.threeDigits(device))")
    }

    private static func threeDigits(_ number: UInt8) -> String {
        let digits = String(number)
        return String(repeating: "0", count: 3 - digits.count) + digits
    }
}
