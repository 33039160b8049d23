import Devices
import LinuxSystem
import Testing

@Suite("Tracking of volumes")
struct StorageTrackingTests {
    private let node = FilePath("/dev/sdb")
    private let id = AttachmentID(syspath: Fake.blockPath("sdb"), occurrence: "diskseq 12")

    @Test("A stick with FAT on the whole disk appears once, by its node")
    func wholeDisk() {
        var tracker = AttachmentTracker()
        let decisions = tracker.feed(
            Fake.usb("091e", "2459", properties: ["ID_USB_INTERFACES": ":080650:"]),
            Fake.block(),
            Fake.block(.change),
            Fake.block(.present)
        )
        #expect(decisions.map(\.word) == ["appeared"])
        #expect(decisions.first?.attachment?.id == id)
        #expect(decisions.first?.attachment?.alternatives == [.fat(node: node)])
        #expect(decisions.first?.attachment?.page == "docs/devices/garmin.md")
        #expect(tracker.nextLook == nil)
    }

    @Test("Before udev knows of a file system there is nothing; the change brings it")
    func lateFileSystem() {
        var tracker = AttachmentTracker()
        #expect(tracker.feed(Fake.block(fileSystem: nil)).isEmpty)
        #expect(tracker.feed(Fake.block(.change)).map(\.how) == [.fat(node: node)])
    }

    @Test("A disk with partitions is read by its partitions, in whatever order they are told")
    func partitions() {
        let partition = Access.fat(node: FilePath("/dev/sdb1"))
        var tracker = AttachmentTracker()
        let late = tracker.feed(
            Fake.block(fileSystem: nil, extra: ["ID_PART_TABLE_TYPE": "dos"]),
            Fake.block(.change, fileSystem: nil, extra: ["ID_PART_TABLE_TYPE": "dos"]),
            Fake.block(.add, "sdb1")
        )
        #expect(late.map(\.how) == [partition])
        var other = AttachmentTracker()
        let early = other.feed(Fake.block(.add, "sdb1"), Fake.block(.add, "sdb"))
        #expect(early.map(\.how) == [partition])
    }

    @Test("Two partitions are two attachments of one serial number")
    func twoPartitions() {
        var tracker = AttachmentTracker()
        _ = tracker.feed(Fake.block(.add, "sdb1"), Fake.block(.add, "sdb2"))
        #expect(tracker.attachments.map(\.identity.serial) == ["0000E5F1A2B3", "0000E5F1A2B3"])
        #expect(Set(tracker.attachments.map(\.id)).count == 2)
    }

    @Test("A removal tells nothing but the path, and that is enough")
    func removal() {
        var tracker = AttachmentTracker()
        let decisions = tracker.feed(Fake.block(), Fake.removal(Fake.blockPath("sdb")))
        #expect(decisions.last == .vanished(id))
        #expect(tracker.attachments.isEmpty)
        #expect(tracker.feed(Fake.removal(Fake.blockPath("sdb"))).isEmpty)
    }

    @Test("When the USB device goes, its volumes go too, even if nobody tells of them")
    func removalOfParent() {
        var tracker = AttachmentTracker()
        let decisions = tracker.feed(
            Fake.block(),
            Fake.usb("0590", "0028", path: Fake.usbPath + "0"),
            Fake.removal(Fake.usbPath, subsystem: "usb")
        )
        // The neighbour 1-10 only begins with the same letters.
        #expect(decisions.map(\.word) == ["appeared", "appeared", "vanished"])
        #expect(decisions.last == .vanished(id))
    }

    @Test("Plugged in again it is another stay, also when the removal was lost")
    func replug() {
        var tracker = AttachmentTracker()
        let decisions = tracker.feed(Fake.block(sequence: 12), Fake.block(sequence: 13))
        #expect(decisions.map(\.word) == ["appeared", "vanished", "appeared"])
        #expect(decisions.last?.attachment?.id.occurrence == "diskseq 13")
    }

    @Test("A USB reset, two changes of everything, does nothing")
    func reset() {
        var tracker = AttachmentTracker()
        _ = tracker.feed(Fake.usb("091e", "2459"), Fake.block())
        let decisions = tracker.feed(
            Fake.usb(
                "091e",
                "2459",
                action: .change,
                properties: ["ID_USB_INTERFACES": ":080650:"]
            ),
            Fake.usb(
                "091e",
                "2459",
                action: .change,
                properties: ["ID_USB_INTERFACES": ":080650:"]
            ),
            Fake.block(.change)
        )
        // The first shape of the USB device, without interfaces, is over: it is a stick.
        #expect(decisions.map(\.word) == ["vanished"])
        #expect(tracker.attachments.map(\.id) == [id])
    }

    @Test("A card reader without a card, and a card that is taken out, are nothing")
    func cardReader() {
        var tracker = AttachmentTracker()
        #expect(tracker.feed(Fake.block(size: "0", fileSystem: nil)).isEmpty)
        #expect(tracker.feed(Fake.block(.change)).map(\.word) == ["appeared"])
        let empty = tracker.feed(Fake.block(.change, size: "0", fileSystem: nil))
        #expect(empty == [.vanished(id)])
    }

    @Test("Another card is another stay where only the volume tells")
    func otherCard() {
        var tracker = AttachmentTracker()
        let decisions = tracker.feed(
            Fake.block(.add, "sdb1"),
            Fake.block(.change, "sdb1", extra: ["ID_FS_UUID": "9999-0000"])
        )
        #expect(decisions.map(\.word) == ["appeared", "vanished", "appeared"])
    }

    @Test("The system's own disks are never touched, FAT or not")
    func systemDisk() {
        var tracker = AttachmentTracker()
        let event = Fake.block(.add, "vda", isOnUSB: false)
        #expect(tracker.feed(event).isEmpty)
        #expect(tracker.take(.everything([event]), at: 0).isEmpty)
    }

    @Test("A disk in a USB enclosure that names another bus is on USB all the same")
    func enclosure() {
        var tracker = AttachmentTracker()
        #expect(tracker.feed(Fake.block(extra: ["ID_BUS": "ata"])).map(\.word) == ["appeared"])
    }

    @Test("What holds no file system, such as a locked volume, is nothing")
    func otherUsage() {
        var tracker = AttachmentTracker()
        let locked = ["ID_FS_TYPE": "crypto_LUKS", "ID_FS_USAGE": "crypto"]
        #expect(tracker.feed(Fake.block(extra: locked)).isEmpty)
    }

    @Test("A FAT volume that a desktop mounted has the mount as its second way")
    func mountedFAT() {
        var tracker = AttachmentTracker()
        _ = tracker.feed(Fake.block())
        let decisions = tracker.take(MountTable(mounts: [Fake.mount()]), at: 0)
        let volume = MountedVolume(
            folder: FilePath("/media/anna/GARMIN"),
            device: DeviceNumber(major: 8, minor: 16),
            block: DeviceNumber(major: 8, minor: 16),
            syspath: FilePath(Fake.blockPath("sdb"))
        )
        #expect(decisions.map(\.word) == ["changed"])
        #expect(
            decisions.first?.attachment?.alternatives == [.fat(node: node), .mounted(volume)]
        )
    }

    @Test("exFAT waits until somebody mounts it, and again when it is unmounted")
    func exFAT() {
        var tracker = AttachmentTracker()
        let waiting = Access.waiting(
            "exFAT: mount it (a desktop does so on a click), then it is read"
        )
        #expect(tracker.feed(Fake.block(fileSystem: "exfat")).map(\.how) == [waiting])
        #expect(tracker.attachments.first?.isReadable == false)
        #expect(waiting.word == "files")
        let mounted = tracker.take(MountTable(mounts: [Fake.mount(type: "exfat")]), at: 0)
        #expect(mounted.map(\.word) == ["changed"])
        #expect(tracker.attachments.first?.isReadable == true)
        #expect(tracker.take(MountTable(mounts: [Fake.mount(type: "exfat")]), at: 0).isEmpty)
        #expect(tracker.take(MountTable(), at: 0).map(\.how) == [waiting])
    }

    @Test("What was mounted before it was noticed is read at once")
    func mountedBefore() {
        var tracker = AttachmentTracker()
        _ = tracker.take(MountTable(mounts: [Fake.mount(type: "exfat")]), at: 0)
        let decisions = tracker.feed(Fake.block(fileSystem: "exfat"))
        #expect(decisions.map { $0.attachment?.isReadable } == [true])
    }

    @Test("Lost events are made good by a full listing, and what is not in it is gone")
    func listing() {
        var tracker = AttachmentTracker()
        _ = tracker.feed(Fake.block())
        let same = tracker.take(.everything([Fake.block(.present)]), at: 0)
        #expect(same.isEmpty)
        let other = tracker.take(
            .everything([Fake.usb("0590", "0028", action: .present, path: Fake.usbPath + "2")]),
            at: 0
        )
        #expect(other.map(\.word) == ["vanished", "appeared"])
        #expect(other.first == .vanished(id))
    }

    @Test("A driver that lets go, and a device that was moved, lose nothing")
    func unbindAndMove() {
        var tracker = AttachmentTracker()
        _ = tracker.feed(Fake.block())
        #expect(tracker.feed(Fake.block(.unbind, fileSystem: nil)).isEmpty)
        let old = String(Fake.blockPath("sdb").dropFirst("/sys".count))
        let moved = tracker.feed(Fake.block(.move, "sdc", extra: ["DEVPATH_OLD": old]))
        #expect(moved.map(\.word) == ["vanished", "appeared"])
    }
}
