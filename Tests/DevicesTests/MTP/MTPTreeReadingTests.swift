@testable import Devices
import TestSupport
import Testing

@Suite("Files of MTP devices")
struct MTPTreeReadingTests {
    @Test(
        "Every file comes whole, however it is handed out and read",
        arguments: [true, false],
        [1, 7, 512, 65_536]
    )
    func contents(offersParts: Bool, step: Int) throws {
        let device = FakeMTPDevice.watch()
        device.offersParts = offersParts
        let tree = try device.open()
        for file in try tree.walk() where file.kind == .file {
            let object = MTPPlace(handle: file.handle).object
            #expect(try tree.content(of: file, step: step) == device.content(object))
        }
        #expect(device.count(of: offersParts ? 0x1009 : 0x101B) == 0)
        // One transfer for each file that is not empty.
        #expect(device.count(of: offersParts ? 0x101B : 0x1009) == 3)
    }

    @Test("A file of several MiB costs one transfer a MiB")
    func chunks() throws {
        let device = FakeMTPDevice()
        device.objects = [.file(3, "LONG.FIT", bytes: 2_500_000)]
        let tree = try device.open()
        let file = try tree.entry("LONG.FIT")
        let isSame = try tree.content(of: file, step: 4096) == device.content(3)
        #expect(isSame)
        #expect(device.count(of: 0x101B) == 3)
    }

    @Test("Parts shorter than asked for are put together")
    func shortParts() throws {
        let device = FakeMTPDevice()
        device.objects = [.file(3, "LONG.FIT", bytes: 1_200_000)]
        device.faults.mostPartBytes = 100_000
        let tree = try device.open()
        let file = try tree.entry("LONG.FIT")
        let isSame = try tree.content(of: file) == device.content(3)
        #expect(isSame)
        #expect(device.count(of: 0x101B) == 12)
        var byte: [UInt8] = [0]
        let count = try byte.withUnsafeMutableBytes { try tree.read(file, at: 350_000, into: $0) }
        #expect(count == 1)
        #expect(byte[0] == device.content(3)[350_000])
    }

    @Test("A device that lists parts and refuses them hands out whole files")
    func refusedParts() throws {
        let device = FakeMTPDevice.watch()
        device.faults.refusesParts = true
        let tree = try device.open()
        let file = try tree.entry("GARMIN", "Activity", "A.FIT")
        #expect(try tree.content(of: file, step: 100) == device.content(3))
        #expect(device.count(of: 0x1009) == 1)
    }

    @Test("A file shorter than it shows is damaged where it ends", arguments: [true, false])
    func shorterThanShown(offersParts: Bool) throws {
        let device = FakeMTPDevice.watch()
        device.offersParts = offersParts
        device.objects[2].shownSize = 2000
        let tree = try device.open()
        let file = try tree.entry("GARMIN", "Activity", "A.FIT")
        #expect(
            throws: DeviceError.damaged("A.FIT ends before byte 1500 of the 2000 it shows")
        ) { _ = try tree.content(of: file) }
    }

    @Test("A file longer than it shows is read to the length it shows, or not at all")
    func longerThanShown() throws {
        let device = FakeMTPDevice.watch()
        device.objects[2].shownSize = 1000
        let parts = try device.open()
        let file = try parts.entry("GARMIN", "Activity", "A.FIT")
        #expect(try parts.content(of: file) == Array(device.content(3).prefix(1000)))
        device.offersParts = false
        let whole = try device.open()
        #expect(throws: DeviceError.self) { _ = try whole.content(of: file) }
    }

    @Test("Files too large for 32 bits or for memory are left alone in one sentence")
    func tooLarge() throws {
        let device = FakeMTPDevice.watch()
        device.objects[2].shownSize = .max
        device.objects[5].shownSize = 64 << 20 | 1
        device.offersParts = false
        let tree = try device.open()
        for name in ["A.FIT", "WHOLE.FIT"] {
            let file = try tree.entry("GARMIN", "Activity", name)
            do {
                _ = try tree.content(of: file)
                Issue.record("\(name) was read")
            } catch DeviceError.unsupported(let sentence) {
                #expect(sentence.hasPrefix(name) && !sentence.hasSuffix("."))
            }
        }
        #expect(device.count(of: 0x1009) == 0)
    }

    @Test("A file is no folder and a folder no file")
    func kinds() throws {
        let device = FakeMTPDevice.watch()
        let tree = try device.open()
        let file = try tree.entry("GARMIN", "Activity", "A.FIT")
        #expect(throws: DeviceError.self) { try tree.entries(of: file) }
        #expect(throws: DeviceError.self) { _ = try tree.content(of: tree.entry("GARMIN")) }
    }
}
