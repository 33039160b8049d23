import LinuxSystem
import Testing

@testable import Devices

@Suite("USB without devices")
struct USBTests {
    @Test("The node of a device is made of its numbers, three digits each")
    func node() {
        let address = USBDeviceAddress(bus: 1, device: 27)
        #expect(address.node == FilePath("/dev/bus/usb/001/027"))
        #expect(USBDeviceAddress(bus: 12, device: 127).node == FilePath("/dev/bus/usb/012/127"))
    }

    @Test("A string descriptor is UTF-16 behind its length and type")
    func strings() {
        #expect(USBStrings.text([8, 3, 0x4D, 0, 0x54, 0, 0x50, 0]) == "MTP")
        #expect(USBStrings.text([6, 3, 0xE9, 0, 0, 0]) == "é")
        #expect(USBStrings.text([4, 3, 0x3D, 0xD8]) == "\u{FFFD}")
        #expect(USBStrings.text([255, 3, 0x41, 0]) == "A")
        #expect(USBStrings.text([5, 3, 0x41, 0, 0x42]) == "A")
        #expect(USBStrings.text([2, 3]) == nil)
        #expect(USBStrings.text([4, 2, 0x41, 0]) == nil)
        #expect(USBStrings.text([0, 3, 0x41, 0]) == nil)
        #expect(USBStrings.text([]) == nil)
    }

    @Test("What libusb says becomes what a person can act on")
    func failures() {
        // A bus that no machine has: its nodes are missing.
        let address = USBDeviceAddress(bus: 250, device: 1)
        func error(_ code: Int32) -> DeviceError {
            USBFailure(code: code, part: "endpoint 0x81").error(of: address)
        }
        #expect(error(-4) == .gone)
        #expect(error(-6) == .busy(holder: nil))
        #expect(error(-3) == .notPermitted(FilePath("/dev/bus/usb/250/001")))
        #expect(error(-7) == .timedOut("endpoint 0x81 of the device did not answer in time"))
        #expect(error(-8) == .damaged("endpoint 0x81 sent more than was asked for"))
        #expect(error(-9) == .damaged("endpoint 0x81 of the device refused what was asked of it"))
        // A transfer that broke off, of a device whose node is gone as well.
        #expect(error(-1) == .gone)
        for code: Int32 in [-2, -10, -11, -12, -99, -1000] {
            guard case .system(let system) = error(code) else {
                Issue.record("code \(code) is \(error(code))")
                continue
            }
            #expect(system.description.contains("/dev/bus/usb/250/001"))
        }
    }
}
