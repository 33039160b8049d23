import Devices
import LinuxSystem
import Model
import Summary
import Testing

@testable import Daemon

@Suite("What is remembered of devices, joined with what is plugged in")
struct DeviceRowsTests {
    private func seen(
        _ serial: String,
        product: String = "eTrex 30",
        how: String? = "files",
        at seconds: Int64 = 100,
        isSynced: Bool = true,
        _ state: DeviceState = .read,
        _ message: String? = nil
    ) -> SeenDevice {
        SeenDevice(
            serial: serial,
            vendor: "Garmin",
            product: product,
            how: how,
            firstSeen: Instant(seconds: 0),
            lastSeen: Instant(seconds: seconds),
            lastSync: isSynced ? Instant(seconds: seconds) : nil,
            state: state,
            message: message
        )
    }

    private let omron = Access.omron(bus: 1, device: 4)

    @Test("Those that are there come first, with what is remembered of them")
    func present() {
        let rows = DeviceRows.join(
            [seen("A"), seen("B", .partly, "a note")],
            with: [attachment(serial: "B", page: "docs/devices/garmin.md")],
            isAtWork: true
        )
        #expect(rows.map(\.serial) == ["B", "A"])
        #expect(rows.map(\.isPresent) == [true, false])
        #expect(rows.map(\.state) == [.partly, .read])
        #expect(rows[0].message == "a note" && rows[0].advice == "see docs/devices/garmin.md")
        #expect(rows[1].lastSync == Instant(seconds: 100) && rows[1].advice == nil)
    }

    @Test("What a killed program was reading is not being read")
    func cutOff() {
        for isAtWork in [true, false] {
            let rows = DeviceRows.join(
                [seen("A", .reading, "1 of 9 files"), seen("B", .partly, "a note")],
                with: [attachment("sda", serial: "A"), attachment("sdb", serial: "B")],
                isAtWork: isAtWork
            )
            #expect(rows.map(\.state) == [isAtWork ? .reading : .waiting, .partly])
            #expect(rows[0].message?.contains("cut off") == !isAtWork)
            #expect(rows[1].message == "a note")
        }
    }

    @Test("A device that nobody has read yet tells what it is waiting for")
    func unread() {
        let rows = DeviceRows.join(
            [],
            with: [
                attachment("sda", serial: "A"),
                attachment("sdb", serial: "B", how: .waiting("exFAT: mount it")),
                attachment("sdc", serial: "C", how: .unreadable("a toaster")),
                attachment("sdd", serial: "D", how: .starting),
            ],
            isAtWork: true
        )
        #expect(rows.map(\.serial) == ["A", "B", "C", "D"])
        #expect(rows.map(\.state) == [.waiting, .waiting, .unsupported, .waiting])
        let messages = [nil, "exFAT: mount it", "a toaster", "the tracker is still starting"]
        #expect(rows.map(\.message) == messages)
        #expect(rows.map(\.how) == ["files", "files", nil, nil])
    }

    @Test("Two volumes of a device are one row, that of the one that can be read")
    func volumes() {
        let rows = DeviceRows.join(
            [],
            with: [
                attachment("sda", how: .waiting("exFAT: mount it")), attachment("sdb"),
            ],
            isAtWork: true
        )
        #expect(rows.count == 1)
        #expect(rows[0].message == nil && rows[0].state == .waiting)
    }

    @Test("A pedometer without a serial on USB is the one of its kind that was seen last")
    func pedometer() {
        let known = [
            seen("SYN2", product: "HJ-720IT", how: "omron", at: 200),
            seen("SYN1", product: "HJ-720IT", how: "omron", at: 100),
        ]
        let one = attachment("1-1", serial: nil, product: "HJ-720IT", how: omron)
        let rows = DeviceRows.join(known, with: [one], isAtWork: true)
        #expect(rows.map(\.serial) == ["SYN2", "SYN1"])
        #expect(rows.map(\.isPresent) == [true, false])
        let other = attachment("1-2", serial: nil, product: "HJ-720IT", how: omron)
        let both = DeviceRows.join(known, with: [one, other], isAtWork: true)
        #expect(both.map(\.serial) == ["SYN2", "SYN1"])
        #expect(both.allSatisfy { $0.isPresent })
        let third = attachment("1-3", serial: nil, product: "HJ-720IT", how: omron)
        let three = DeviceRows.join(known, with: [one, other, third], isAtWork: true)
        #expect(three.map(\.serial) == ["SYN2", "SYN1", nil])
        let stick = attachment("sdb", serial: nil, product: "HJ-720IT")
        #expect(
            DeviceRows.join(known, with: [stick], isAtWork: true).map(\.serial) == [
                nil, "SYN2", "SYN1",
            ]
        )
    }

    @Test("What was noted under its ids before it told its serial is shown no more")
    func standIn() {
        let busy = seen("091e:2519", at: 100, isSynced: false, .busy, "gvfs holds it")
        let read = seen("SYN1", at: 200)
        #expect(DeviceRows.join([read, busy], with: [], isAtWork: true).map(\.serial) == ["SYN1"])
        // A later one is another plug-in, and what it says is news.
        let later = seen("091e:2519", at: 300, isSynced: false, .forbidden, "not permitted")
        #expect(
            DeviceRows.join([later, read], with: [], isAtWork: true).map(\.serial) == [
                "091e:2519", "SYN1",
            ]
        )
        // One that was read under its ids is a device of its own.
        let stick = seen("091e:2519", at: 100)
        #expect(
            DeviceRows.join([read, stick], with: [], isAtWork: true).map(\.serial) == [
                "SYN1", "091e:2519",
            ]
        )
    }

    @Test("Of a device that is not there nothing is said that was so only while it was")
    func absent() {
        let rows = DeviceRows.join(
            [
                seen("A", .reading), seen("B", .busy, "gvfs holds it"),
                seen("C", .waiting, "the tracker is still starting"),
                seen("D", .partly, "2 files of another kind"),
            ],
            with: [],
            isAtWork: true
        )
        #expect(rows.map(\.state) == [.partly, .busy, .waiting, .partly])
        #expect(rows[0].message?.hasPrefix("it was not read to its end") == true)
        #expect(rows[1...].map(\.message) == [nil, nil, "2 files of another kind"])
    }
}
