@testable import Devices
import TestSupport
import Testing

@Suite("Faults of MTP devices")
struct MTPFaultTests {
    @Test("A device that is busy twice is asked a third time, after waits")
    func busyTwice() throws {
        let device = FakeMTPDevice.watch()
        device.faults.busy = [0x1002: 2, 0x101B: 2]
        #expect(try device.readsWhole())
        #expect(device.pauses == [100, 200, 100, 200])
    }

    @Test("A device that stays busy is busy")
    func busyForEver() throws {
        let device = FakeMTPDevice.watch()
        device.faults.busy = [0x1004: .max]
        let tree = try device.open()
        #expect(throws: DeviceError.busy(holder: "something on the device itself")) {
            try tree.entries(of: tree.root)
        }
        #expect(device.pauses == [100, 200, 400, 800, 1600])
    }

    @Test("A stall is cleared on both pipes and the question asked again")
    func stall() throws {
        let device = FakeMTPDevice.watch()
        device.faults.stalls = [0x1008: 1, 0x101B: 1]
        #expect(try device.readsWhole())
        #expect(device.clearedHalts == [0x81, 0x01, 0x81, 0x01])
        #expect(device.requests == [0x64, 0x64])
    }

    @Test("A halt that an earlier program left on the pipe for commands is taken off")
    func haltedOutput() throws {
        let device = FakeMTPDevice.watch()
        device.faults.isOutputHalted = true
        #expect(try device.readsWhole())
        #expect(device.clearedHalts == [0x81, 0x01])
    }

    @Test("A request to break off names the transaction")
    func cancelRequest() throws {
        let device = FakeMTPDevice.watch()
        device.faults.silences = [0x1004: 1]
        let tree = try device.open()
        _ = try tree.entries(of: tree.root)
        #expect(device.requestData == [[0x01, 0x40, 1, 0, 0, 0]])
    }

    @Test("A device that halts what is read too early comes back in step")
    func haltsWhenEmpty() throws {
        let device = FakeMTPDevice.watch()
        device.faults.haltsWhenEmpty = true
        device.faults.silences = [0x1001: 1, 0x1007: 1, 0x101B: 1]
        #expect(try device.readsWhole())
        #expect(device.requests == [0x64, 0x64, 0x64])
        #expect(device.timeouts.isEmpty)
    }

    @Test("An operation that trickles is over after three minutes")
    func trickle() throws {
        let device = FakeMTPDevice()
        device.objects = [.file(3, "LONG.FIT", bytes: 1_000_000)]
        let tree = try device.open()
        let file = try tree.entry("LONG.FIT")
        device.faults.readMilliseconds = 12_000
        #expect(
            throws: DeviceError.timedOut("the device sends too slowly to ever finish")
        ) { _ = try tree.content(of: file) }
        #expect(device.count(of: 0x101B) == 2)
    }

    @Test("A device that stalls for ever is damaged")
    func stallForEver() throws {
        let device = FakeMTPDevice.watch()
        device.faults.stalls = [0x101B: .max]
        let tree = try device.open()
        let file = try tree.entry("GARMIN", "Activity", "A.FIT")
        #expect(throws: DeviceError.damaged("the endpoint is halted")) {
            _ = try tree.content(of: file)
        }
        #expect(device.count(of: 0x101B) == 2)
        tree.close()
        #expect(device.count(of: 0x1003) == 1)
    }

    @Test("A silent device gets 20 s, 10 s more, and after a reset another 10 s")
    func silentAtFirst() {
        let device = FakeMTPDevice.watch()
        device.faults.silences = [0x1001: .max]
        #expect(throws: DeviceError.timedOut("a read")) { try device.open() }
        #expect(device.timeouts == [20_000, 200, 10_000, 200, 10_000])
        #expect(device.requests == [0x64, 0x66])
    }

    @Test("A device that falls silent later gets 10 s twice")
    func silentLater() throws {
        let device = FakeMTPDevice.watch()
        device.faults.silences = [0x101B: .max]
        let tree = try device.open()
        let file = try tree.entry("GARMIN", "Activity", "A.FIT")
        #expect(throws: DeviceError.timedOut("a read")) { _ = try tree.content(of: file) }
        #expect(device.timeouts == [10_000, 200, 10_000])
    }

    @Test("A device that hiccups once is read all the same", arguments: [0x1001, 0x1004, 0x1007])
    func silentOnce(operation: UInt16) throws {
        let device = FakeMTPDevice.watch()
        device.faults.silences = [operation: 1]
        #expect(try device.readsWhole())
    }

    @Test("A session that somebody left open is closed and opened anew")
    func foreignSession() throws {
        let device = FakeMTPDevice.watch()
        device.faults.hasForeignSession = true
        #expect(try device.readsWhole())
        #expect(device.commands.prefix(4) == [0x1001, 0x1002, 0x1003, 0x1002])
    }

    @Test("A session that cannot be closed is gone on with")
    func stubbornSession() throws {
        let device = FakeMTPDevice.watch()
        device.faults.hasForeignSession = true
        device.faults.neverCloses = true
        #expect(try device.readsWhole())
    }

    @Test("A device that refuses to be read says what to do", arguments: [0x200F, 0x2013])
    func refusal(code: UInt16) throws {
        let device = FakeMTPDevice.watch()
        device.faults.refusals = [0x1007: code]
        let tree = try device.open()
        #expect(
            throws: DeviceError.unsupported(
                "the device does not let its files be read: unlock it, choose file transfer on it "
                    + "and plug it in again"
            )
        ) { try tree.walk() }
    }

    @Test("Another refusal names the operation and the code")
    func otherRefusal() throws {
        let device = FakeMTPDevice.watch()
        device.faults.refusals = [0x1007: 0x2002]
        let tree = try device.open()
        #expect(throws: DeviceError.damaged("the device refuses GetObjectHandles with 0x2002")) {
            try tree.walk()
        }
    }

    @Test("A plug pulled after any packet is a clean end", arguments: 0..<60)
    func gone(packets: Int) throws {
        let device = FakeMTPDevice.watch()
        device.faults.packetsUntilGone = packets
        do {
            #expect(try device.readsWhole())
            #expect(!device.isGone || device.commands.last == 0x1003, "closing never fails")
        } catch DeviceError.gone {
            #expect(device.isGone)
        }
    }

    @Test("A device that is gone is gone for the check of presence, and closing asks nothing more")
    func presence() throws {
        let device = FakeMTPDevice.watch()
        let tree = try device.open()
        try tree.checkPresence()
        device.faults.silences = [0x1004: 2]
        #expect(throws: DeviceError.gone) { try tree.checkPresence() }
        try tree.checkPresence()
        device.isGone = true
        #expect(throws: DeviceError.gone) { try tree.checkPresence() }
        let commands = device.commands.count
        tree.close()
        #expect(device.commands.count == commands)
    }

    @Test("A request to stop is heard between packets, and the session is closed all the same")
    func stopped() throws {
        let device = FakeMTPDevice()
        device.objects = [.file(3, "LONG.FIT", bytes: 1_000_000)]
        var lastRead = Int.max
        let tree = try device.open { device.reads >= lastRead }
        let file = try tree.entry("LONG.FIT")
        lastRead = device.reads + 3
        #expect(throws: DeviceError.stopped) { _ = try tree.content(of: file) }
        #expect(device.reads == lastRead)
        #expect(throws: DeviceError.stopped) { _ = try tree.content(of: file) }
        #expect(device.reads == lastRead)
        tree.close()
        #expect(device.requests.isEmpty, "the rest of a chunk is let come")
        #expect(device.commands.last == 0x1003)
    }

    @Test("A stopped transfer that would take long is broken off")
    func stoppedSlowly() throws {
        let device = FakeMTPDevice()
        device.objects = [.file(3, "LONG.FIT", bytes: 1_000_000)]
        var lastRead = Int.max
        let tree = try device.open { device.reads >= lastRead }
        let file = try tree.entry("LONG.FIT")
        lastRead = device.reads + 3
        #expect(throws: DeviceError.stopped) { _ = try tree.content(of: file) }
        device.faults.readMilliseconds = 1500
        tree.close()
        #expect(device.requests == [0x64])
        #expect(device.commands.last == 0x1003)
    }
}
