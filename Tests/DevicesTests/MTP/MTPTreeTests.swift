@testable import Devices
import Model
import TestSupport
import Testing

@Suite("Trees of MTP devices")
struct MTPTreeTests {
    @Test("A watch shows its storage, folders and files, and who it is")
    func listing() throws {
        let device = FakeMTPDevice.watch()
        let tree = try device.open()
        #expect(tree.device.manufacturer == "Invented")
        #expect(tree.device.model == "Walker 7")
        #expect(tree.device.version == "12.34")
        #expect(tree.device.serialNumber == "0000c0ffee01")
        let paths = try tree.walk().map { $0.path.joined(separator: "/") }
        #expect(
            paths == [
                "Storage 1", "Storage 1/GARMIN", "Storage 1/GARMIN/Activity",
                "Storage 1/GARMIN/Activity/A.FIT", "Storage 1/GARMIN/Activity/EMPTY.FIT",
                "Storage 1/GARMIN/Activity/PACKETS.FIT", "Storage 1/GARMIN/Activity/WHOLE.FIT",
            ]
        )
        let file = try tree.entry("GARMIN", "Activity", "A.FIT")
        #expect(file.kind == .file)
        #expect(file.size == 1500)
        tree.close()
        tree.close()
        #expect(device.count(of: 0x1003) == 1)
        #expect(device.commands.prefix(2) == [0x1001, 0x1002])
        #expect(device.commands.last == 0x1003)
    }

    @Test("Transactions count from 1 in a session; 0 before it")
    func transactions() throws {
        let device = FakeMTPDevice.watch()
        let tree = try device.open()
        _ = try tree.walk()
        let expected = [0, 0] + (1...UInt32(device.transactions.count - 2))
        #expect(device.transactions == expected)
    }

    @Test("A listed folder costs nothing the second time")
    func keptListing() throws {
        let device = FakeMTPDevice.watch()
        let tree = try device.open()
        let first = try tree.walk()
        let commands = device.commands.count
        #expect(try tree.walk() == first)
        #expect(device.commands.count == commands)
    }

    @Test("A locked phone is an empty tree and no error")
    func locked() throws {
        let device = FakeMTPDevice.watch()
        device.storages = []
        let tree = try device.open()
        #expect(try tree.walk().isEmpty)
        device.storages = [0x0001_0001]
        device.objects = []
        #expect(try tree.walk().map(\.name) == ["Storage 1"])
        try tree.checkPresence()
    }

    @Test("A device that does not know the top by its number is listed by what lies there")
    func unknownTop() throws {
        let device = FakeMTPDevice.watch()
        device.faults.refusesTop = true
        #expect(try device.readsWhole())
        let names = try device.open().walk().map(\.name)
        #expect(
            names == [
                "Storage 1", "GARMIN", "Activity", "A.FIT", "EMPTY.FIT", "PACKETS.FIT", "WHOLE.FIT",
            ]
        )
        // Another refusal of the top is no reason to ask for everything.
        device.faults.refusesTop = false
        device.faults.refusals = [0x1007: 0x2002]
        let tree = try device.open()
        #expect(throws: DeviceError.damaged("the device refuses GetObjectHandles with 0x2002")) {
            try tree.walk()
        }
    }

    @Test("A camera is let go of after six questions, however many pictures it has")
    func camera() throws {
        let device = FakeMTPDevice()
        device.objects =
            [.folder(1, "DCIM"), .folder(2, in: 1, "100CANON")]
            + (3...3000).map { .file($0, in: 2, "IMG_\($0).JPG", bytes: 1) }
        let tree = try device.open()
        let found = try TreeSearch.run(tree, shape: .storages, rule: .phone, serial: "1")
        tree.close()
        #expect(found.files.isEmpty && found.notes.isEmpty)
        // Who it is, a session, storages, the top, DCIM, whether it is still there; the session ends.
        #expect(
            device.commands == [0x1001, 0x1002, 0x1004, 0x1007, 0x1008, 0x1004, 0x1003]
        )
    }

    @Test("An object whose description is cut off holds up no other")
    func cutDescription() throws {
        let device = FakeMTPDevice.watch()
        let tree = try device.open()
        let folder = try tree.entry("GARMIN", "Activity")
        var count = 0
        device.faults.garble = { bytes in
            guard bytes[4] == 2, bytes[6] == 0x08 else { return }
            count += 1
            if count == 2 { bytes = [72, 0, 0, 0] + bytes[4..<72] }
        }
        #expect(
            try tree.entries(of: folder).map(\.name) == ["A.FIT", "PACKETS.FIT", "WHOLE.FIT"]
        )
    }

    @Test("A slot without a card and a storage named twice are no storages")
    func storages() throws {
        let device = FakeMTPDevice()
        device.storages = [0x0001_0001, 0x0002_0000, 0x0003_0001, 0x0001_0001, 0, .max]
        let tree = try device.open()
        #expect(try tree.entries(of: tree.root).map(\.name) == ["Storage 1", "Storage 2"])
    }

    @Test("A folder in itself, above itself or in two places is shown once")
    func loops() throws {
        let device = FakeMTPDevice.watch()
        device.lyingLists = [1: [1, 2, 2], 2: [1, 2, 3, 0, .max]]
        let tree = try device.open()
        let names = try tree.walk().map(\.name)
        #expect(names == ["Storage 1", "GARMIN", "Activity", "A.FIT"])
    }

    @Test("Folders that never end are given up")
    func bottomless() throws {
        let device = FakeMTPDevice()
        device.objects = [.folder(1, "D")] + (2...100).map { .folder($0, in: $0 - 1, "D") }
        let tree = try device.open()
        #expect(throws: DeviceError.damaged("folders lie in folders more than 32 deep")) {
            try tree.walk()
        }
    }

    @Test("Names that would end or cut a path are made harmless; dots are left out")
    func names() throws {
        let device = FakeMTPDevice()
        let names = ["a/../b", "c\0d", "", ".", "..", "Gåtur 👟.fit"]
        device.objects = names.enumerated().map {
            .file(UInt32($0.offset + 1), $0.element, bytes: 1)
        }
        let tree = try device.open()
        let storage = try tree.entry()
        #expect(
            try tree.entries(of: storage).map(\.name)
                == ["a\u{FFFD}..\u{FFFD}b", "c\u{FFFD}d", "\u{FFFD}", "Gåtur 👟.fit"]
        )
    }

    @Test("An object that vanished since its folder was listed is left out")
    func vanished() throws {
        let device = FakeMTPDevice.watch()
        device.lyingLists = [2: [3, 77]]
        let tree = try device.open()
        #expect(try tree.entries(of: tree.entry("GARMIN", "Activity")).map(\.name) == ["A.FIT"])
    }

    @Test(
        "A folder of which nothing is described is damaged, not empty",
        arguments: [0x2009, 0x2002]
    )
    func undescribed(code: UInt16) throws {
        let device = FakeMTPDevice.watch()
        let tree = try device.open()
        let folder = try tree.entry("GARMIN", "Activity")
        device.faults.refusals = [0x1008: code]
        #expect(
            throws: DeviceError.damaged("Activity lists 4 files and describes none of them")
        ) { try tree.entries(of: folder) }
    }

    @Test("Dates of files are carried over")
    func dates() throws {
        let device = FakeMTPDevice.watch()
        device.objects[2].modified = "20261121T070203Z"
        let tree = try device.open()
        let moment = Instant(seconds: 20_778 * 86_400 + 25_323)
        let file = try tree.entry("GARMIN", "Activity", "A.FIT")
        #expect(file.modified == .instant(moment))
    }
}
