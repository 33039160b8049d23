import Devices
import Dispatch
import LinuxSystem
import Synchronization
import TestSupport
import Testing

/// The real monitor feeding the real tracker, as the daemon wires them.
private final class Noticing: Sendable {
    private struct State {
        var tracker = AttachmentTracker()
        var decisions: [AttachmentDecision] = []
        var reports: [DeviceReport] = []
    }

    private let queue = DispatchQueue(label: "amble.test.devices")
    private let monitor = UdevMonitor()
    private let state = Mutex(State())

    func begin() throws {
        try queue.sync {
            try monitor.begin(on: queue) { [weak self] report in
                self?.state.withLock { state in
                    state.reports.append(report)
                    state.decisions += state.tracker.take(report, at: 0)
                }
            }
        }
        _ = eventually { self.state.withLock { !$0.reports.isEmpty } }
    }

    func end() { queue.sync { monitor.end() } }

    /// One word and the way for each decision, when there are so many of them.
    func decisions(_ count: Int) -> [String] {
        _ = eventually { self.state.withLock { $0.decisions.count >= count } }
        return state.withLock { $0.decisions.map(words) }
    }

    var attachments: [Devices.Attachment] { state.withLock { $0.tracker.attachments } }

    /// How many events came with such an action of such a device.
    func heard(_ action: UdevDevice.Action, _ path: String, times: Int = 1) -> Bool {
        eventually {
            state.withLock { state in
                state.reports.count { report in
                    guard case .event(let event) = report else { return false }
                    return event.action == action && event.syspath == path
                } >= times
            }
        }
    }

    private func words(_ decision: AttachmentDecision) -> String {
        switch decision {
        case .appeared(let attachment): "appeared " + words(attachment.how)
        case .changed(let attachment): "changed " + words(attachment.how)
        case .tryAgain(let attachment): "tryAgain " + words(attachment.how)
        case .vanished: "vanished"
        }
    }

    private func words(_ how: Access) -> String {
        switch how {
        case .fat(let node): "fat \(node.shown)"
        case .mtp(let bus, let device): "mtp \(bus):\(device)"
        case .omron(let bus, let device): "omron \(bus):\(device)"
        case .mounted, .waiting, .starting, .unreadable: how.sentence ?? "mounted"
        }
    }
}

extension EmulationTests {
    /// From the kernel's news, through libudev, to decisions.
    @Suite("Noticing of emulated devices")
    struct NoticingTests {
        private let stick = Plugged.usb(
            "091e",
            "2459",
            properties: ["ID_USB_INTERFACES=:080650:"],
            strings: ["serial=0000E5F1A2B3"]
        )

        private func noticing(_ body: (Testbed, Noticing) throws -> Void) throws {
            let testbed = try Testbed()
            let noticing = Noticing()
            try noticing.begin()
            defer { noticing.end() }
            try body(testbed, noticing)
        }

        @Test("A stick appears once, and vanishes when it is pulled")
        func stickComesAndGoes() throws {
            try noticing { testbed, noticing in
                #expect(testbed.plug(stick))
                #expect(testbed.plug(Plugged.disk(Plugged.fat)))
                testbed.tell("change", Plugged.diskPath)
                #expect(noticing.heard(.change, Plugged.diskPath))
                #expect(noticing.decisions(1) == ["appeared fat /dev/sdb"])
                #expect(noticing.attachments.first?.identity.serial == "0000E5F1A2B3")
                #expect(noticing.attachments.first?.identity.name == "Garmin GPSMAP 62/78")
                #expect(noticing.attachments.first?.id.occurrence == "diskseq 12")
                testbed.pull(Plugged.diskPath)
                testbed.pull(Plugged.usbPath)
                #expect(noticing.decisions(2).last == "vanished")
            }
        }

        @Test("Plugged in again, a stick is read again")
        func replug() throws {
            try noticing { testbed, noticing in
                #expect(testbed.plug(stick + Plugged.disk(Plugged.fat)))
                #expect(noticing.decisions(1).count == 1)
                testbed.pull(Plugged.diskPath)
                #expect(noticing.decisions(2).last == "vanished")
                #expect(testbed.plug(Plugged.disk(Plugged.fat, sequence: 13)))
                #expect(noticing.decisions(3).last == "appeared fat /dev/sdb")
                #expect(noticing.attachments.first?.id.occurrence == "diskseq 13")
            }
        }

        @Test("A stick with partitions is read by its partition")
        func partitions() throws {
            try noticing { testbed, noticing in
                #expect(testbed.plug(stick + Plugged.disk(["ID_PART_TABLE_TYPE=dos"])))
                #expect(testbed.plug(Plugged.partition(Plugged.fat)))
                #expect(noticing.decisions(1) == ["appeared fat /dev/sdb1"])
            }
        }

        @Test("A stick whose file system udev finds later appears with the change")
        func lateFileSystem() throws {
            try noticing { testbed, noticing in
                #expect(testbed.plug(stick + Plugged.disk([])))
                #expect(noticing.heard(.add, Plugged.diskPath))
                #expect(noticing.attachments.isEmpty)
                testbed.set("ID_FS_TYPE", "vfat", of: Plugged.diskPath)
                testbed.tell("change", Plugged.diskPath)
                #expect(noticing.decisions(1) == ["appeared fat /dev/sdb"])
            }
        }

        @Test("A watch that enumerates twice is starting, and then MTP")
        func doubleEnumeration() throws {
            try noticing { testbed, noticing in
                #expect(testbed.plug(Plugged.usb("091e", "0003")))
                #expect(noticing.decisions(1) == ["appeared the tracker is still starting"])
                testbed.pull(Plugged.usbPath)
                #expect(noticing.decisions(2).last == "vanished")
                #expect(
                    testbed.plug(
                        Plugged.usb("091e", "4f98", device: 5, properties: ["ID_MTP_DEVICE=1"])
                    )
                )
                #expect(noticing.decisions(3).last == "appeared mtp 1:5")
            }
        }

        @Test("A watch that only its interface shows to speak MTP appears when it is bound")
        func interfaceName() throws {
            try noticing { testbed, noticing in
                #expect(testbed.plug(Plugged.usb("1234", "5678")))
                #expect(testbed.plug(Plugged.interface(("ff", "ff", "00"), name: "MTP")))
                testbed.tell("bind", Plugged.usbPath)
                #expect(noticing.decisions(1) == ["appeared mtp 1:4"])
            }
        }

        @Test("A pedometer appears once, though it is bound and reset")
        func omron() throws {
            try noticing { testbed, noticing in
                #expect(testbed.plug(Plugged.usb("0590", "0028")))
                testbed.tell("bind", Plugged.usbPath)
                testbed.tell("change", Plugged.usbPath)
                testbed.tell("change", Plugged.usbPath)
                #expect(noticing.heard(.change, Plugged.usbPath, times: 2))
                #expect(noticing.decisions(1) == ["appeared omron 1:4"])
            }
        }

        @Test("A keyboard is nothing")
        func keyboard() throws {
            try noticing { testbed, noticing in
                #expect(
                    testbed.plug(
                        Plugged.usb("046d", "c31c", properties: ["ID_USB_INTERFACES=:030101:"])
                    )
                )
                #expect(testbed.plug(Plugged.interface(("03", "01", "01"))))
                testbed.tell("bind", Plugged.usbPath)
                #expect(noticing.heard(.bind, Plugged.usbPath))
                #expect(noticing.decisions(0).isEmpty)
            }
        }

        @Test("What was plugged in before is listed once udev is done with it")
        func before() throws {
            let testbed = try Testbed()
            #expect(testbed.plug(Plugged.usb("091e", "2459")))
            #expect(try UdevMonitor.enumerate().isEmpty)
            testbed.set("ID_USB_INTERFACES", ":080650:", of: Plugged.usbPath)
            #expect(testbed.plug(Plugged.disk(Plugged.fat)))
            let listed = try UdevMonitor.enumerate()
            #expect(Set(listed.map(\.syspath)) == [Plugged.usbPath, Plugged.diskPath])
            #expect(listed.allSatisfy { $0.action == .present })
            let noticing = Noticing()
            try noticing.begin()
            defer { noticing.end() }
            #expect(noticing.decisions(1) == ["appeared fat /dev/sdb"])
            testbed.tell("change", Plugged.diskPath)
            #expect(noticing.heard(.change, Plugged.diskPath))
            #expect(noticing.decisions(1).count == 1)
        }

        @Test("Nothing is told after the end, and a new beginning lists anew")
        func end() throws {
            try noticing { testbed, noticing in
                noticing.end()
                #expect(testbed.plug(stick + Plugged.disk(Plugged.fat)))
                #expect(noticing.attachments.isEmpty)
                try noticing.begin()
                #expect(noticing.decisions(1) == ["appeared fat /dev/sdb"])
            }
        }
    }
}
