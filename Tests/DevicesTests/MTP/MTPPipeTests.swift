@testable import Devices
import Testing
import TestSupport

@Suite("What comes through the pipe of an MTP device")
struct MTPPipeTests {
    @Test("Data cut into packets at any place is the same data", arguments: 1..<600)
    func cuts(place: Int) throws {
        let device = FakeMTPDevice.watch()
        device.faults.cut = place
        #expect(try device.readsWhole())
        #expect(device.timeouts.isEmpty && device.requests.isEmpty)
    }

    @Test(
        "Headers apart or together, empty packets or none, lengths told or not",
        arguments: [false, true],
        [false, true]
    )
    func habits(splitsHeaders: Bool, omitsEmptyPackets: Bool) throws {
        for isOpenEnded in [false, true] {
            let device = FakeMTPDevice.watch()
            device.faults.splitsHeaders = splitsHeaders
            device.faults.omitsEmptyPackets = omitsEmptyPackets
            device.faults.isOpenEnded = isOpenEnded
            // Without a length only the empty packet tells the end of whole packets.
            if isOpenEnded, omitsEmptyPackets { device.objects.removeLast(2) }
            let expected = device.objects.count - 2
            let tree = try device.open()
            let files = try tree.walk().filter { $0.kind == .file }
            #expect(files.count == expected)
            for file in files {
                let object = MTPPlace(handle: file.handle).object
                #expect(try tree.content(of: file) == device.content(object))
            }
            #expect(device.timeouts.isEmpty && device.requests.isEmpty)
        }
    }

    @Test("What a cancelled transfer left in the pipe is passed over")
    func stale() throws {
        let device = FakeMTPDevice.watch()
        let data = [UInt8](repeating: 7, count: 1500)
        device.leave(MTPBytes.container(kind: 2, code: 0x1009, transaction: 41, payload: data))
        device.leave(MTPBytes.container(kind: 3, code: 0x201F, transaction: 41))
        device.leave(MTPBytes.container(kind: 2, code: 0x1001, transaction: 42, payload: data))
        device.leave(MTPBytes.container(kind: 3, code: 0x2001, transaction: 42))
        device.leave(
            MTPBytes.container(kind: 4, code: 0x4002, transaction: 0, payload: [1, 0, 0, 0])
        )
        #expect(try device.readsWhole())
        #expect(device.timeouts.isEmpty)
    }

    @Test("Data under another code or transaction are no empty list", arguments: [6, 8])
    func garbledHeader(place: Int) throws {
        let device = FakeMTPDevice.watch()
        var count = 0
        device.faults.garble = { bytes in
            guard bytes[4] == 2, bytes[6] == 0x07, bytes[7] == 0x10 else { return }
            count += 1
            if count <= 1 { bytes[place] ^= 0x55 }
        }
        #expect(try device.readsWhole())
        device.faults.garble = { bytes in
            if bytes[4] == 2, bytes[6] == 0x07, bytes[7] == 0x10 { bytes[place] ^= 0x55 }
        }
        let tree = try device.open()
        #expect(
            throws: DeviceError.damaged("the device answers GetObjectHandles with other data")
        ) { try tree.walk() }
    }

    @Test("Foreign data before a refusal, or before a yes that brings none, are no damage")
    func foreignBeforeRefusal() throws {
        let device = FakeMTPDevice.watch()
        let stale = MTPBytes.container(kind: 2, code: 0x1009, transaction: 41, payload: [1, 2, 3])
        let tree = try device.open()
        let folder = try tree.entry("GARMIN", "Activity")
        device.faults.refusals = [0x1008: 0x2009]
        device.leave(stale)
        #expect(
            throws: DeviceError.damaged("Activity lists 4 files and describes none of them")
        ) { try tree.entries(of: folder) }
        device.leave(stale)
        tree.close()
        #expect(device.commands.last == 0x1003)
        #expect(device.requests == [] && device.timeouts == [])
    }

    @Test("Half a container left in the pipe is drained without a reset")
    func halfStale() throws {
        let device = FakeMTPDevice.watch()
        device.leave(Array(repeating: 0xAB, count: 700))
        #expect(try device.readsWhole())
        #expect(device.requests == [0x64])
    }

    @Test("Data without a told length ends at the limit", arguments: [0x1001, 0x101B])
    func openEndedTooLong(operation: UInt16) throws {
        let device = FakeMTPDevice.watch()
        device.faults.garble = { bytes in
            guard bytes[4] == 2, bytes[6] == UInt8(truncatingIfNeeded: operation) else { return }
            for index in 0..<4 { bytes[index] = 0xFF }
            bytes += [UInt8](repeating: 0, count: operation == 0x1001 ? 17 << 20 : 1)
        }
        #expect(throws: DeviceError.self) { try device.readsWhole() }
    }

    @Test("More handles than any folder has are damaged")
    func tooManyHandles() throws {
        let device = FakeMTPDevice()
        device.lyingLists = [.max: Array(1...100_001)]
        let tree = try device.open()
        #expect(
            throws: DeviceError.damaged(
                "GetObjectHandles has a list of 100001 elements, at most 100000 are read"
            )
        ) { try tree.walk() }
    }

    @Test(
        "Lengths that lie end in an error and take no memory",
        arguments: [0, 11, 13, 0x7FFF_FFFF]
    )
    func lyingLengths(length: UInt32) throws {
        let device = FakeMTPDevice.watch()
        let tree = try device.open()
        let file = try tree.entry("GARMIN", "Activity", "A.FIT")
        device.faults.garble = { bytes in
            guard bytes[4] == 2 else { return }
            for index in 0..<4 { bytes[index] = UInt8(truncatingIfNeeded: length >> (8 * index)) }
        }
        #expect(throws: DeviceError.self) { _ = try tree.content(of: file) }
    }

    @Test("Flipped bytes end in an error or in bytes, never worse", arguments: UInt64(0)..<500)
    func flips(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let device = FakeMTPDevice.watch()
        device.offersParts = Bool.random(using: &generator)
        device.faults.splitsHeaders = Bool.random(using: &generator)
        let chance = Int.random(in: 1...40, using: &generator)
        device.faults.garble = { bytes in
            while Int.random(in: 0..<chance, using: &generator) == 0 {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                bytes[place] ^= UInt8.random(in: 1...255, using: &generator)
                if chance == 1 { break }
            }
        }
        do {
            let tree = try device.open()
            for entry in try tree.walk() where entry.kind == .file && entry.size <= 1 << 20 {
                let content = try tree.content(of: entry)
                #expect(content.count == Int(entry.size))
            }
            tree.close()
        } catch {
            #expect(error is DeviceError)
        }
        #expect(device.reads < 2000)
    }
}
