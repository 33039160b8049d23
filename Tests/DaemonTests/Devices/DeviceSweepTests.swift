import Devices
import Dispatch
import Ingest
import LinuxSystem
import Model
import Store
import Synchronization
import TestSupport
import Testing

@testable import Daemon

@Suite("Devices read once")
struct DeviceSweepTests {
    /// Reads attachments as `ambled --once` does, and says what was logged.
    private func sweep(
        _ home: ServiceHome,
        _ stick: FakeStick,
        _ attachments: [Devices.Attachment]
    ) throws -> [String] {
        let workshop = try home.workshop()
        defer { workshop.close() }
        let heard = HeardLog()
        let sweep = DeviceSweep(
            reception: DeviceReception(household: workshop.household, store: workshop.store),
            opener: stick,
            log: heard.logger
        )
        sweep.run(attachments) { files, ended in
            let pipeline = workshop.pipeline(IngestPipeline.Events(finished: ended))
            pipeline.take(files)
            let end = DispatchSemaphore(value: 0)
            pipeline.whenIdle { @Sendable in
                pipeline.refresh()
                pipeline.whenIdle { @Sendable in end.signal() }
            }
            end.wait()
        }
        return heard.lines
    }

    private func store(_ home: ServiceHome) throws -> WalkStore {
        try WalkStore.openReadOnly(path: home.state.appending("amble.db").shown)
    }

    @Test("What is there is read in turn, what is not is told and noted")
    func turns() throws {
        let home = try ServiceHome()
        let stick = FakeStick(["a.csv": walk(10, on: "2026-11-19"), "b.csv": "Dear all,\n"])
        stick.state.withLock { $0.refusals = [.busy(holder: "gvfs")] }
        let lines = try sweep(
            home,
            stick,
            [
                attachment("sda", serial: "BUSY"),
                attachment("sdb", serial: "GOOD"),
                attachment("sdc", serial: "TOASTER", how: .unreadable("it is a toaster")),
                attachment("sdd", serial: "CARD", how: .waiting("exFAT: mount it")),
            ]
        )
        let words = [
            "eTrex 30 (BUSY): gvfs holds it; close it there",
            "eTrex 30 (GOOD): synced, safe to unplug: 1 new file, 1 refused, day 2026-11-19 changed",
            "eTrex 30 (TOASTER): it is a toaster", "eTrex 30 (CARD): exFAT: mount it",
        ]
        for words in words { #expect(lines.contains { $0.contains(words) }, "\(words)") }
        let store = try store(home)
        defer { store.close() }
        let devices = try store.devices().sorted { $0.serial < $1.serial }
        #expect(devices.map(\.serial) == ["BUSY", "CARD", "GOOD", "TOASTER"])
        #expect(devices.map(\.state) == [.busy, .waiting, .read, .unsupported])
        #expect(devices.map { $0.lastSync != nil } == [false, false, true, false])
        let day = try #require(CivilDay(iso: "2026-11-19"))
        #expect(try store.days(person: "me", in: day...day).map { $0.steps?.count } == [1_000])
    }

    @Test("Of a tracker that is still starting it is said what to do")
    func starting() throws {
        let home = try ServiceHome()
        let lines = try sweep(home, FakeStick(), [attachment(serial: "NEW", how: .starting)])
        let words = "(NEW): the tracker is still starting; run this again in half a minute"
        #expect(lines.contains { $0.contains(words) })
    }

    @Test("A device that goes in the middle is told, and read to its end the next time")
    func gone() throws {
        let home = try ServiceHome()
        let files = (1...9).map { ("\($0).csv", walk(10, on: "2026-11-0\($0)")) }
        let stick = FakeStick(Dictionary(uniqueKeysWithValues: files))
        stick.state.withLock { $0.readsUntilGone = 11 }
        let first = try sweep(home, stick, [attachment()])
        #expect(first.contains { $0.contains("not read to its end") })
        stick.state.withLock { $0.readsUntilGone = .max }
        let second = try sweep(home, stick, [attachment()])
        #expect(second.contains { $0.contains("synced, safe to unplug") })
        let store = try store(home)
        defer { store.close() }
        #expect(try store.files(person: "me").count == 9)
        #expect(try store.devices().map(\.state) == [.read])
    }

    private func memory() -> PedometerMemory {
        func day(_ ago: Int, _ steps: [Int: Int], worn: ClosedRange<Int>) -> PedometerMemory.Day {
            let hours = (0..<24).map { hour in
                PedometerMemory.Hour(
                    steps: steps[hour] ?? 0,
                    aerobicSteps: 0,
                    isWorn: worn.contains(hour),
                    hasEvent: false
                )
            }
            return PedometerMemory.Day(
                daysAgo: ago,
                sequence: ago == 0 ? 0 : 255,
                hours: hours,
                steps: steps.values.reduce(0, +),
                aerobicMinutes: 0
            )
        }
        return PedometerMemory(
            model: "HJ-720IT",
            serial: "SYN1",
            days: [
                day(0, [8: 1200, 12: 34], worn: 8...12), day(1, [0: 1, 23: 6000], worn: 23...23),
            ]
        )
    }

    @Test("The hours of a pedometer's memory come out as readings, exactly")
    func roundTrip() throws {
        let home = try ServiceHome()
        let stick = FakeStick()
        stick.state.withLock { $0.memory = memory() }
        let plugged = attachment(serial: nil, product: nil, how: .omron(bus: 1, device: 4))
        let lines = try sweep(home, stick, [plugged])
        #expect(
            lines.contains {
                $0.contains("(SYN1): synced, safe to unplug: days 2026-11-20 to 2026-11-21 changed")
            }
        )
        let store = try store(home)
        defer { store.close() }
        #expect(try store.files(person: "me").map(\.dialect) == ["omron-hj720it"])
        let start = try #require(Instant(rfc3339: "2026-11-01T00:00:00Z"))
        let end = try #require(Instant(rfc3339: "2026-12-01T00:00:00Z"))
        let found = try store.observations(
            person: "me",
            in: start..<end,
            limits: Plausibility(now: end)
        )
        // Oslo is an hour before UTC; an hour without steps in which it was not worn says nothing.
        let readings = found.steps.map(\.reading).sorted { $0.start < $1.start }.map { reading in
            "\(InventedExports.iso(reading.start)) \(InventedExports.iso(reading.end)) "
                + "\(reading.steps)"
        }
        #expect(
            readings == [
                "2026-11-19T23:00:00Z 2026-11-20T00:00:00Z 1",
                "2026-11-20T22:00:00Z 2026-11-20T23:00:00Z 6000",
                "2026-11-21T07:00:00Z 2026-11-21T08:00:00Z 1200",
                "2026-11-21T08:00:00Z 2026-11-21T09:00:00Z 0",
                "2026-11-21T09:00:00Z 2026-11-21T10:00:00Z 0",
                "2026-11-21T10:00:00Z 2026-11-21T11:00:00Z 0",
                "2026-11-21T11:00:00Z 2026-11-21T12:00:00Z 34",
            ]
        )
        #expect(
            try store.deviceDays(serial: "SYN1")
                == [0: CivilDay(iso: "2026-11-21"), 255: CivilDay(iso: "2026-11-20")]
        )
    }

    @Test("`amble devices` shows what is remembered, for people and for programs")
    func command() throws {
        let home = try ServiceHome()
        let stick = FakeStick(["a.csv": walk(10, on: "2026-11-19")])
        _ = try sweep(home, stick, [attachment(serial: "GOOD")])
        stick.state.withLock { $0.refusals = [.damaged("its table is broken")] }
        _ = try sweep(home, stick, [attachment(serial: "WORN")])
        func run(_ arguments: [String]) throws -> Program.Result {
            let output = home.folder.appending("run-\(arguments.count)")
            try Folder.make(output)
            return try Program(
                "amble",
                ["devices", "--state", home.state.shown]
                    + ["--config", home.folder.appending("amble.toml").shown] + arguments,
                environment: [
                    "AMBLE_NOW": home.now, "TZ": home.zone, "HOME": home.folder.shown,
                    "AMBLE_DEVICES": "off",
                ],
                folder: output.shown
            ).finish()
        }
        let json = try run(["--json"])
        #expect(json.status == 0 && json.errors == "")
        let good = [
            #"{"vendor":"Garmin","product":"eTrex 30","serial":"GOOD","how":"files","#,
            #""state":"read","lastSync":"2026-11-21T13:00:00.000+01:00"}"#,
        ].joined()
        let worn = [
            #"{"vendor":"Garmin","product":"eTrex 30","serial":"WORN","how":"files","#,
            #""state":"failed","message":"its table is broken; unplug it, wake it up and "#,
            #"plug it in again"}"#,
        ].joined()
        let lines: [String] = json.output.split(separator: "\n").map(String.init)
        #expect(lines == [good, worn])
        let page = try run([])
        #expect(page.status == 0 && page.errors == "")
        #expect(page.output.contains("Garmin eTrex 30  GOOD  files  not plugged in"))
        #expect(page.output.contains("never synced"))
        #expect(page.output.contains("  its table is broken; unplug it, wake it up"))
    }
}
