import Devices
import LinuxSystem
import Model
import Store
import Synchronization
import TestSupport
import Testing

@testable import Daemon

@Suite("Trackers that are plugged in")
struct DeviceDeskTests {
    private func store(_ home: ServiceHome) throws -> WalkStore {
        try WalkStore.openReadOnly(path: home.state.appending("amble.db").shown)
    }

    @Test("A stick is read, its days are there, and it may be unplugged")
    func stick() throws {
        let home = try ServiceHome()
        let evening = try Evening(home, ["a.csv": walk(10, on: "2026-11-19"), "b.txt": "x"])
        evening.port.plug()
        let words = "(0000E5F1A2B3): synced, safe to unplug: 1 new file, day 2026-11-19 changed"
        #expect(evening.says(words))
        #expect(evening.stop())
        let store = try store(home)
        defer { store.close() }
        let file = try #require(try store.files(person: "me").first)
        #expect(file.shownPath.hasSuffix(" (0000E5F1A2B3)/a.csv"))
        #expect(file.readings == 10)
        let device = try #require(try store.devices().first)
        #expect(device.serial == "0000E5F1A2B3")
        #expect(device.state == .read)
        #expect(device.how == "files")
        #expect(device.lastSync == Instant(rfc3339: home.now))
    }

    @Test("An unchanged stick is listed again and not read again")
    func again() throws {
        let home = try ServiceHome()
        let evening = try Evening(home, ["a.csv": walk(10, on: "2026-11-19")])
        evening.port.plug(stay: 1)
        #expect(evening.says("safe to unplug: 1 new file"))
        let read = evening.stick.state.withLock { $0.opened.count }
        evening.port.pull()
        evening.port.plug(stay: 2)
        #expect(evening.says("safe to unplug: 0 new files, no day changed"))
        #expect(evening.stick.state.withLock { $0.opened.count } == read)
        evening.stick.state.withLock { $0.files["c.csv"] = Array(walk(5, on: "2026-11-20").utf8) }
        evening.port.pull()
        evening.port.plug(stay: 3)
        #expect(evening.says("1 new file, day 2026-11-20 changed"))
        #expect(evening.stop())
    }

    @Test("The same stay is read once, however often udev speaks of it")
    func sameStay() throws {
        let home = try ServiceHome()
        let evening = try Evening(home, ["a.csv": walk(10, on: "2026-11-19")])
        evening.port.plug()
        #expect(evening.says("safe to unplug"))
        evening.port.tell(FakePort.stick("sdx", stay: 1, serial: "0000E5F1A2B3", action: .change))
        evening.port.plug("sdy", stay: 2, serial: "OTHER")
        #expect(evening.says("(OTHER): synced"))
        #expect(evening.stick.state.withLock { $0.openings } == 2)
        #expect(evening.stop())
    }

    @Test("A stick pulled out in the middle loses nothing and is read to its end the next time")
    func pulled() throws {
        let home = try ServiceHome()
        let names = (1...9).map { "2026-11-0\($0)" }
        let files = Dictionary(uniqueKeysWithValues: names.map { ("\($0).csv", walk(10, on: $0)) })
        let evening = try Evening(home, files)
        evening.stick.state.withLock { $0.readsUntilGone = 11 }
        evening.port.plug(stay: 1)
        #expect(evening.says("not read to its end"))
        evening.port.pull()
        evening.stick.state.withLock { $0.readsUntilGone = .max }
        evening.port.plug(stay: 2)
        #expect(evening.says("synced, safe to unplug"))
        #expect(evening.stop())
        let store = try store(home)
        defer { store.close() }
        #expect(try store.files(person: "me").count == 9)
        #expect(home.told.count >= 9)
        #expect(try store.devices().map(\.state) == [.read])
    }

    @Test("A device that another program holds is told, and read when it is free")
    func busy() throws {
        let home = try ServiceHome()
        let evening = try Evening(home, ["a.csv": walk(10, on: "2026-11-19")])
        evening.stick.state.withLock { $0.refusals = [.busy(holder: "gvfs")] }
        evening.port.plug()
        #expect(evening.says("gvfs holds it; close it there"))
        #expect(evening.says("synced, safe to unplug"))
        #expect(evening.stop())
    }

    @Test("An empty stick is no error and takes nothing away")
    func empty() throws {
        let home = try ServiceHome()
        let evening = try Evening(home, ["a.csv": walk(10, on: "2026-11-19")])
        evening.port.plug(stay: 1)
        #expect(evening.says("1 new file"))
        evening.port.pull()
        evening.stick.state.withLock { $0.files = [:] }
        evening.port.plug(stay: 2)
        #expect(evening.says("safe to unplug: 0 new files, no day changed"))
        #expect(evening.stop())
        let store = try store(home)
        defer { store.close() }
        #expect(try store.files(person: "me").map(\.outcome) == [.taken])
    }

    @Test("The days of a pedometer's memory are dated and belong to whom the settings say")
    func pedometer() throws {
        let home = try ServiceHome("[[device]]\nserial = \"SYN1\"\nperson = \"anna\"\n")
        let evening = try Evening(home, [:])
        let hours = (0..<24).map { hour in
            PedometerMemory.Hour(
                steps: hour == 8 ? 1200 : 0,
                aerobicSteps: 0,
                isWorn: hour < 13,
                hasEvent: false
            )
        }
        let days = [0, 1].map { ago in
            PedometerMemory.Day(
                daysAgo: ago,
                sequence: UInt8(9 - ago),
                hours: hours,
                steps: 1200,
                aerobicMinutes: 0
            )
        }
        evening.stick.state.withLock {
            $0.memory = PedometerMemory(model: "HJ-720IT", serial: "SYN1", days: days)
        }
        evening.port.plug()
        let words = "HJ-720IT (SYN1): synced, safe to unplug: days 2026-11-20 to 2026-11-21 changed"
        #expect(evening.says(words))
        #expect(evening.stop())
        let store = try store(home)
        defer { store.close() }
        #expect(
            try store.files(person: "anna").map(\.shownPath) == [
                "Garmin HJ-720IT (SYN1)/memory.csv"
            ]
        )
        let dates = try store.deviceDays(serial: "SYN1")
        #expect(dates == [9: CivilDay(iso: "2026-11-21"), 8: CivilDay(iso: "2026-11-20")])
    }

    @Test("The daemon stops in the middle of a reading")
    func stopping() throws {
        let home = try ServiceHome()
        let files = (10...29).map { ("\($0).csv", walk(600, on: "2026-10-\($0)")) }
        let evening = try Evening(home, Dictionary(uniqueKeysWithValues: files))
        evening.port.plug()
        #expect(eventually { evening.heard.lines.contains { $0.contains("A file was taken") } })
        #expect(evening.stop())
    }

    @Test("A reload in the middle of a reading begins again and misses nothing")
    func reload() throws {
        let home = try ServiceHome()
        let names = (10...29).map { "2026-10-\($0)" }
        let files = names.map { ("\($0).csv", walk(600, on: $0)) }
        let evening = try Evening(home, Dictionary(uniqueKeysWithValues: files))
        evening.port.plug()
        #expect(eventually { evening.heard.lines.contains { $0.contains("A file was taken") } })
        #expect(evening.stop())
        let left = try store(home)
        let state = try #require(try left.devices().first).state
        left.close()
        #expect(state == .waiting || state == .read)
        let next = try Evening(home, evening.stick)
        next.port.plug()
        #expect(next.says("synced, safe to unplug"))
        #expect(next.stop())
        let store = try store(home)
        defer { store.close() }
        #expect(try store.files(person: "me").count == 20)
        #expect(try store.devices().map(\.state) == [.read])
        #expect(try store.devices().map(\.message) == [nil])
    }

    @Test("A card pushed out and in again in the middle of a reading is read to its end")
    func sameCard() throws {
        let home = try ServiceHome()
        let names = (10...29).map { "2026-10-\($0)" }
        let files = names.map { ("\($0).csv", walk(300, on: $0)) }
        let evening = try Evening(home, Dictionary(uniqueKeysWithValues: files))
        for _ in 0..<3 {
            evening.port.plug(stay: 1)
            evening.port.pull()
        }
        evening.port.plug(stay: 1)
        #expect(
            eventually { evening.heard.lines.contains { $0.contains("synced, safe to unplug") } }
        )
        #expect(evening.stop())
        let store = try store(home)
        defer { store.close() }
        #expect(try store.files(person: "me").count == 20)
        #expect(try store.devices().map(\.state) == [.read])
    }

    @Test("A file without a time is read at each plug-in, and is no new file then")
    func timeless() throws {
        let home = try ServiceHome()
        let evening = try Evening(home, ["a.csv": walk(10, on: "2026-11-19")])
        evening.stick.state.withLock { $0.hasTimes = false }
        evening.port.plug(stay: 1)
        #expect(evening.says("safe to unplug: 1 new file, day 2026-11-19 changed"))
        evening.port.pull()
        evening.port.plug(stay: 2)
        #expect(evening.says("safe to unplug: 0 new files, no day changed"))
        #expect(evening.stick.state.withLock { $0.opened.count { $0 == "a.csv" } } >= 2)
        #expect(evening.stop())
    }

    @Test("A file that cannot be read is named, and holds up no other")
    func damagedFile() throws {
        let home = try ServiceHome()
        let evening = try Evening(
            home,
            ["a.csv": walk(10, on: "2026-11-19"), "b.csv": walk(10, on: "2026-11-20")]
        )
        evening.stick.state.withLock {
            $0.damaged = ["b.csv": .damaged("its clusters run in a circle")]
        }
        evening.port.plug()
        #expect(
            evening.says(
                "not read to its end: 1 new file, day 2026-11-19 changed; b.csv could not be "
                    + "read: its clusters run in a circle; it is tried again when it is plugged in"
            )
        )
        #expect(evening.stop())
        let store = try store(home)
        defer { store.close() }
        let device = try #require(try store.devices().first)
        #expect(device.state == .partly && device.lastSync == nil)
        #expect(device.message?.hasPrefix("b.csv could not be read: its clusters") == true)
        #expect(try store.files(person: "me").map(\.outcome).contains(.waiting))
    }

    @Test("The same failure is told once in a stay, and again in the next")
    func failuresTold() throws {
        let home = try ServiceHome()
        let evening = try Evening(home, [:])
        let refusal = DeviceError.unsupported("it is a toaster")
        evening.stick.state.withLock { $0.refusals = [refusal, refusal] }
        evening.port.plug(stay: 1)
        #expect(evening.says("it is a toaster"))
        evening.port.pull()
        evening.port.plug(stay: 2)
        #expect(evening.says("it is a toaster", times: 2))
        #expect(evening.stop())
    }

    @Test("A device that was pulled out while it was opened is not told to be read any more")
    func statusClears() throws {
        let home = try ServiceHome()
        let evening = try Evening(home, ["a.csv": walk(10, on: "2026-11-19")])
        evening.port.plug()
        #expect(evening.says("safe to unplug"))
        #expect(
            eventually {
                evening.statuses.withLock { $0.last }?.hasPrefix("Watching 1 folder") == true
            }
        )
        let statuses = evening.statuses.withLock { $0 }
        #expect(statuses.contains { $0.hasPrefix("Reading Garmin") })
        #expect(zip(statuses, statuses.dropFirst()).allSatisfy { $0 != $1 })
        #expect(evening.stop())
    }

    @Test("Of a memory that was read before only the days that grew are said to have changed")
    func pedometerAgain() throws {
        let home = try ServiceHome()
        let stick = FakeStick()
        func days(_ steps: [Int]) -> [PedometerMemory.Day] {
            steps.enumerated().map { ago, steps in
                let hours = (0..<24).map { hour in
                    PedometerMemory.Hour(
                        steps: hour == 8 ? steps : 0,
                        aerobicSteps: 0,
                        isWorn: hour == 8,
                        hasEvent: false
                    )
                }
                return PedometerMemory.Day(
                    daysAgo: ago,
                    sequence: UInt8(9 - ago),
                    hours: hours,
                    steps: steps,
                    aerobicMinutes: 0
                )
            }
        }
        stick.state.withLock {
            $0.memory = PedometerMemory(
                model: "HJ-720IT",
                serial: "SYN1",
                days: days([500, 1200, 900, 700])
            )
        }
        let evening = try Evening(home, stick)
        evening.port.plug(stay: 1)
        #expect(evening.says("safe to unplug: days 2026-11-18 to 2026-11-21 changed"))
        evening.port.pull()
        stick.state.withLock {
            $0.memory = PedometerMemory(
                model: "HJ-720IT",
                serial: "SYN1",
                days: days([640, 1200, 900, 700])
            )
        }
        evening.port.plug(stay: 2)
        #expect(evening.says("safe to unplug: day 2026-11-21 changed"))
        #expect(evening.stop())
    }
}
