import Devices
import LinuxSystem
import Testing

@Suite("Tracking of USB devices")
struct USBTrackingTests {
    private typealias Interface = UdevDevice.USBInterface

    @Test("A watch that udev knows as MTP appears once, though it is bound and changed afterwards")
    func knownMTP() {
        var tracker = AttachmentTracker()
        let properties = ["ID_MTP_DEVICE": "1"]
        let decisions = tracker.feed(
            Fake.usb("091e", "4f98", action: .add, properties: properties),
            Fake.usb("091e", "4f98", action: .bind, properties: properties),
            Fake.usb("091e", "4f98", action: .change, properties: properties)
        )
        #expect(decisions.map(\.how) == [.mtp(bus: 1, device: 4)])
        #expect(decisions.first?.attachment?.id.occurrence == "usb 1:4")
    }

    @Test(
        "MTP is decided by interface, never by number",
        arguments: [
            ([":060101:"], [], true),
            ([":ff0000:060101:080650:"], [], true),
            ([], [Interface(classCode: 6, subclass: 1, protocolCode: 1)], true),
            ([], [Interface(classCode: 255, subclass: 0, protocolCode: 0, name: "MTP")], true),
            (
                [], [Interface(classCode: 255, subclass: 255, protocolCode: 0, name: "A MTP 1")],
                true
            ),
            ([], [Interface(classCode: 255, subclass: 0, protocolCode: 0, name: "SMTPD")], false),
            ([], [Interface(classCode: 3, subclass: 1, protocolCode: 1, name: "MTP")], false),
            ([":060201:"], [Interface(classCode: 255, subclass: 0, protocolCode: 0)], false),
        ] as [([String], [UdevDevice.USBInterface], Bool)]
    )
    func interfaces(listed: [String], interfaces: [UdevDevice.USBInterface], isMTP: Bool) {
        var tracker = AttachmentTracker()
        var properties: [String: String] = [:]
        properties["ID_USB_INTERFACES"] = listed.first
        let decisions = tracker.feed(
            Fake.usb("1234", "5678", properties: properties, interfaces: interfaces)
        )
        #expect(decisions.map(\.how) == (isMTP ? [.mtp(bus: 1, device: 4)] : []))
    }

    @Test("Interfaces that are away while a device is configured do not make it vanish")
    func interfacesAway() {
        var tracker = AttachmentTracker()
        let mtp = Interface(classCode: 255, subclass: 0, protocolCode: 0, name: "MTP")
        _ = tracker.feed(Fake.usb("1234", "5678", interfaces: [mtp]))
        #expect(tracker.feed(Fake.usb("1234", "5678", action: .change)).isEmpty)
        // Another device at the same place has nothing of it.
        let other = tracker.feed(Fake.usb("1234", "5678", action: .add, device: 5))
        #expect(other.map(\.word) == ["vanished"])
    }

    @Test("The pedometer of Omron appears by its place on USB")
    func omron() {
        var tracker = AttachmentTracker()
        let decisions = tracker.feed(
            Fake.usb("0590", "0028", product: "Omron Health Care USB Device"),
            Fake.usb("0590", "0028", action: .bind)
        )
        #expect(decisions.map(\.how) == [.omron(bus: 1, device: 4)])
        #expect(decisions.first?.attachment?.identity.name == "Omron HJ-720IT")
        #expect(decisions.first?.attachment?.how.word == "omron")
    }

    @Test("Nodes of HID drivers come and go with every reading and mean nothing")
    func hidraw() {
        var tracker = AttachmentTracker()
        _ = tracker.feed(Fake.usb("0590", "0028"))
        let path = Fake.usbPath + "/1-1:1.0/0003:0590:0028.0001/hidraw/hidraw0"
        func hidraw(_ action: UdevDevice.Action) -> UdevDevice {
            UdevDevice(
                action: action,
                syspath: path,
                subsystem: "hidraw",
                devtype: "",
                properties: ["ID_BUS": "usb"]
            )
        }
        #expect(tracker.feed(hidraw(.remove), hidraw(.add), hidraw(.change)).isEmpty)
        #expect(tracker.attachments.count == 1)
    }

    @Test("Keyboards, hubs and chips that anything may have are nothing")
    func others() {
        var tracker = AttachmentTracker()
        let keyboard = Interface(classCode: 3, subclass: 1, protocolCode: 1, name: "Keyboard")
        let decisions = tracker.feed(
            Fake.usb("046d", "c31c", interfaces: [keyboard]),
            Fake.usb("1d6b", "0002", path: "/sys/devices/usb1"),
            Fake.usb("067b", "2303", path: Fake.usbPath + "3")
        )
        #expect(decisions.isEmpty)
    }

    @Test("A tracker that cannot be read appears with the reason and the page")
    func unreadable() {
        var tracker = AttachmentTracker()
        let attachment = tracker.feed(Fake.usb("2687", "fb01")).first?.attachment
        #expect(attachment?.page == "docs/devices/fitbit.md")
        #expect(attachment?.isReadable == false)
        #expect(attachment?.how.sentence?.hasPrefix("Fitbit's trackers encrypt") == true)
        #expect(attachment?.how.word == nil)
    }

    @Test("A watch that comes as a GPS first is starting, and then what it is")
    func doubleEnumeration() {
        var tracker = AttachmentTracker()
        let first = tracker.take(.event(Fake.usb("091e", "0003")), at: 1_000)
        #expect(first.map(\.how) == [.starting])
        #expect(first.first?.how?.sentence == "the tracker is still starting")
        #expect(tracker.nextLook == 31_000)
        #expect(tracker.take(.event(Fake.usb("091e", "0003", action: .bind)), at: 2_000).isEmpty)
        let gone = tracker.take(.event(Fake.removal(Fake.usbPath, subsystem: "usb")), at: 11_000)
        #expect(gone.map(\.word) == ["vanished"])
        #expect(tracker.nextLook == nil)
        let second = tracker.take(
            .event(Fake.usb("091e", "4f98", device: 5, properties: ["ID_MTP_DEVICE": "1"])),
            at: 11_500
        )
        #expect(second.map(\.how) == [.mtp(bus: 1, device: 5)])
    }

    @Test("A watch that stays in Garmin's own mode is told of after thirty seconds, once")
    func ownMode() {
        var tracker = AttachmentTracker()
        _ = tracker.take(.event(Fake.usb("091e", "0003")), at: 1_000)
        #expect(tracker.look(at: 30_999).isEmpty)
        let decisions = tracker.look(at: 31_000)
        #expect(decisions.map(\.word) == ["changed"])
        #expect(decisions.first?.how?.sentence?.contains("set the USB mode") == true)
        #expect(tracker.nextLook == nil)
        #expect(tracker.look(at: 99_000).isEmpty)
        #expect(tracker.take(.event(Fake.usb("091e", "0003", action: .change)), at: 99_000).isEmpty)
    }

    @Test("A watch whose interfaces come late is starting for a moment, then MTP")
    func lateInterfaces() {
        var tracker = AttachmentTracker()
        let mtp = Interface(classCode: 255, subclass: 0, protocolCode: 0, name: "MTP")
        let decisions = tracker.feed(
            Fake.usb("091e", "4f98"),
            Fake.usb("091e", "4f98", action: .bind, interfaces: [mtp])
        )
        #expect(decisions.map(\.word) == ["appeared", "changed"])
        #expect(decisions.map(\.how) == [.starting, .mtp(bus: 1, device: 4)])
        #expect(tracker.nextLook == nil)
    }

    @Test("Numbers of places that make no sense are no place")
    func hostileNumbers() {
        var tracker = AttachmentTracker()
        let event = Fake.usb("0590", "0028", device: 100_000)
        #expect(tracker.feed(event).isEmpty)
    }
}
