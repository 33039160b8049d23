import Model
import Testing

@testable import Store

struct WalkStoreDevicesTests {
    private let etrex = SeenDevice(
        serial: "E5F1",
        vendor: "GARMIN",
        product: "eTrex 30",
        how: "files",
        firstSeen: morning,
        lastSeen: morning,
        state: .waiting
    )

    private func key(
        _ path: String,
        size: Int64 = 100,
        time: String = "2026-11-21 0",
        serial: String = "E5F1",
        volume: String = ""
    ) -> DeviceFileKey {
        DeviceFileKey(serial: serial, volume: volume, path: path, size: size, time: time)
    }

    private func withStore(_ body: (WalkStore) throws -> Void) throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        defer { store.close() }
        try body(store)
    }

    private func note(_ keys: [DeviceFileKey], reader: String = "1", in store: WalkStore) throws {
        try store.noteDeviceFiles(
            keys.map { ReadDeviceFile(key: $0, sha256: sha(1)) },
            person: "me",
            reader: reader
        )
    }

    private func known(
        _ keys: [DeviceFileKey],
        person: String = "me",
        reader: String = "1",
        in store: WalkStore
    ) throws -> Set<DeviceFileKey> {
        let known = try Set(keys.map(\.serial)).map {
            try store.knownDeviceFiles(serial: $0, person: person, reader: reader)
        }
        return Set(known.joined()).intersection(keys)
    }

    // MARK: - Devices

    @Test func `a device comes back as it was noted`() throws {
        try withStore { store throws in
            #expect(try store.devices() == [])
            var device = etrex
            device.lastSync = morning
            device.message = "one folder was left out"
            for state in DeviceState.allCases {
                device.state = state
                try store.noteDevice(device)
                #expect(try store.devices() == [device])
            }
        }
    }

    @Test func `what is not known any more stays, but for state and message`() throws {
        try withStore { store throws in
            var device = etrex
            device.lastSync = morning
            device.state = .partly
            device.message = "one folder was left out"
            try store.noteDevice(device)
            let later = morning.advanced(by: 60_000)
            let again = SeenDevice(
                serial: "E5F1",
                firstSeen: later,
                lastSeen: later,
                state: .reading
            )
            try store.noteDevice(again)
            device.lastSeen = later
            device.state = .reading
            device.message = nil
            #expect(try store.devices() == [device])
        }
    }

    @Test func `the device that was seen last stands first`() throws {
        try withStore { store throws in
            for (serial, minutes) in [("a", 1), ("b", 3), ("d", 2), ("c", 2)] {
                var device = etrex
                device.serial = serial
                device.lastSeen = morning.advanced(by: Int64(minutes) * 60_000)
                try store.noteDevice(device)
            }
            #expect(try store.devices().map(\.serial) == ["b", "c", "d", "a"])
        }
    }

    @Test func `a clock that was set back does not make a device unseen`() throws {
        try withStore { store throws in
            try store.noteDevice(etrex)
            var earlier = etrex
            earlier.lastSeen = morning.advanced(by: -60_000)
            try store.noteDevice(earlier)
            #expect(try store.devices() == [etrex])
        }
    }

    @Test func `a state that no version wrote is damage`() throws {
        try withStore { store throws in
            try store.noteDevice(etrex)
            try store.onQueue { (connection) throws(StoreProblem) in
                try connection.run("UPDATE device SET state = 'asleep'")
            }
            let problem = #expect(throws: StoreProblem.self) { try store.devices() }
            #expect(problem?.isDamaged == true)
        }
    }

    @Test func `devices are read beside the writer`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        try store.noteDevice(etrex)
        try note([key("a.gpx")], in: store)
        let reader = try WalkStore.openReadOnly(path: folder.database)
        #expect(try reader.devices() == [etrex])
        #expect(try known([key("a.gpx")], in: reader) == [key("a.gpx")])
        #expect(try reader.deviceDays(serial: "E5F1") == [:])
    }

    // MARK: - Files

    @Test func `of a device that was never seen nothing is known`() throws {
        try withStore { store throws in
            #expect(try known([key("a.gpx")], in: store) == [])
            #expect(try known([], in: store) == [])
        }
    }

    @Test func `only the same place, size and time are known`() throws {
        try withStore { store throws in
            try store.noteDevice(etrex)
            try note([key("a.gpx"), key("b.gpx")], in: store)
            let others = [
                key("a.gpx", size: 101), key("a.gpx", time: "2026-11-21 2000"), key("A.gpx"),
                key("a.gpx", volume: "2"), key("a.gpx", serial: "OTHER"),
            ]
            #expect(try known([key("a.gpx")] + others, in: store) == [key("a.gpx")])
        }
    }

    @Test func `another person and a newer reader look again`() throws {
        try withStore { store throws in
            try store.noteDevice(etrex)
            try note([key("a.gpx")], in: store)
            #expect(try known([key("a.gpx")], person: "anna", in: store) == [])
            #expect(try known([key("a.gpx")], reader: "2", in: store) == [])
            try note([key("a.gpx")], reader: "2", in: store)
            #expect(try known([key("a.gpx")], reader: "2", in: store) == [key("a.gpx")])
        }
    }

    @Test func `a file that changed takes the place of what it was`() throws {
        try withStore { store throws in
            try store.noteDevice(etrex)
            try note([key("Current.gpx")], in: store)
            try note([key("Current.gpx", size: 200)], in: store)
            let both = [key("Current.gpx"), key("Current.gpx", size: 200)]
            #expect(try known(both, in: store) == [both[1]])
            let rows = try store.onQueue { (connection) throws(StoreProblem) in
                try connection.one("SELECT count(*) FROM device_file") { $0.integer(0) }
            }
            #expect(rows == 1)
        }
    }

    @Test func `a file without a time is never known`() throws {
        try withStore { store throws in
            try store.noteDevice(etrex)
            try note([key("log.csv", time: "")], in: store)
            #expect(try known([key("log.csv", time: "")], in: store) == [])
        }
    }

    @Test func `the files of two devices are kept apart`() throws {
        try withStore { store throws in
            var other = etrex
            other.serial = "B2"
            try store.noteDevice(etrex)
            try store.noteDevice(other)
            try note([key("a.gpx"), key("b.gpx", serial: "B2")], in: store)
            let asked = ["a.gpx", "b.gpx"].flatMap { [key($0), key($0, serial: "B2")] }
            #expect(try known(asked, in: store) == [key("a.gpx"), key("b.gpx", serial: "B2")])
        }
    }

    @Test func `files of a device that was never noted are not remembered, none of them`() throws {
        try withStore { store throws in
            try store.noteDevice(etrex)
            #expect(throws: StoreProblem.self) {
                try note([key("a.gpx"), key("b.gpx", serial: "B2")], in: store)
            }
            #expect(try known([key("a.gpx")], in: store) == [])
        }
    }

    @Test func `names with any letters come back`() throws {
        try withStore { store throws in
            try store.noteDevice(etrex)
            let odd = [key("歩/\u{FFFD}.csv", volume: "Intern ø"), key("it's \"a\"; --.csv")]
            try note(odd, in: store)
            #expect(try known(odd, in: store) == Set(odd))
        }
    }

    // MARK: - Days

    @Test func `a day's number means the date that was noted last`() throws {
        try withStore { store throws in
            try store.noteDevice(etrex)
            try store.noteDeviceDays([0: today, 255: today.advanced(by: -1)], serial: "E5F1")
            try store.noteDeviceDays([0: today.advanced(by: 256)], serial: "E5F1")
            #expect(
                try store.deviceDays(serial: "E5F1")
                    == [0: today.advanced(by: 256), 255: today.advanced(by: -1)]
            )
            #expect(try store.deviceDays(serial: "B2") == [:])
            #expect(throws: StoreProblem.self) {
                try store.noteDeviceDays([1: today], serial: "B2")
            }
        }
    }
}
