import Devices
import LinuxSystem
import Testing

@Suite("Who a tracker is")
struct DeviceIdentityTests {
    private func identity(_ device: UdevDevice) -> DeviceIdentity? {
        var tracker = AttachmentTracker()
        return tracker.feed(device).first?.attachment?.identity
    }

    @Test("The table names what it knows, and the volume tells its label")
    func known() {
        let found = identity(Fake.block())
        #expect(found?.vendorID == 0x091E)
        #expect(found?.productID == 0x2459)
        #expect(found?.name == "Garmin GPSMAP 62/78")
        #expect(found?.serial == "0000E5F1A2B3")
        #expect(found?.volume?.label == "MY GARMIN")
        #expect(found?.volume?.uuid == "1A2B-3C4D")
        #expect(found?.volume?.fileSystem == "vfat")
    }

    @Test("A stick without a serial number, or with one of zeros, is known by its volume")
    func noSerial() {
        #expect(identity(Fake.block(serial: nil))?.serial == "1A2B-3C4D")
        #expect(identity(Fake.block(serial: "000000000000"))?.serial == "1A2B-3C4D")
    }

    @Test("Names lose control characters, turned lines and needless spaces")
    func hostileNames() {
        let found = identity(
            Fake.usb(
                "1234",
                "5678",
                serial: "A\u{1B}[2J\nB",
                product: "  Watch\u{202E}\t\u{7} 3 " + String(repeating: "x", count: 300),
                properties: ["ID_MTP_DEVICE": "1", "ID_VENDOR": "Some_Maker"]
            )
        )
        #expect(found?.vendor == "Some Maker")
        #expect(found?.product == "Watch 3 " + String(repeating: "x", count: 56))
        #expect(found?.serial == "A [2J B")
    }

    @Test("udev's encoded names are used before those with underscores")
    func encoded() {
        let found = identity(
            Fake.usb(
                "1234",
                "5678",
                properties: [
                    "ID_MTP_DEVICE": "1", "ID_MODEL": "My_Watch__",
                    "ID_MODEL_ENC": #"My\x20Watch\x20\xC3\xA9\x2"#,
                    "ID_VENDOR_FROM_DATABASE": "Maker Inc.",
                ]
            )
        )
        #expect(found?.product == #"My Watch é\x2"#)
        #expect(found?.vendor == "Maker Inc.")
    }

    @Test("A vendor is not said twice")
    func vendorTwice() {
        let device = DeviceIdentity(
            vendorID: nil,
            productID: nil,
            vendor: "Garmin",
            product: "GARMIN Venu",
            serial: nil
        )
        #expect(device.name == "GARMIN Venu")
    }

    @Test("A device without any name is called as its pages call it")
    func nameless() {
        func name(_ vendor: String?, _ product: String?) -> String {
            DeviceIdentity(
                vendorID: nil,
                productID: nil,
                vendor: vendor,
                product: product,
                serial: nil
            ).name
        }
        #expect(name(nil, nil) == "unknown device")
        #expect(name("", "Venu") == "Venu")
    }
}
