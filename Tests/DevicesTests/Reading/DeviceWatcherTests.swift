import Devices
import Dispatch
import LinuxSystem
import Model
import Synchronization
import TestSupport
import Testing

@Suite("The watcher of devices")
struct DeviceWatcherTests {
    /// A watcher with devices, mounts, an opener and a clock of the test's own.
    private final class Port: Sendable {
        let devices = ScriptedDevices()
        let mounts = ScriptedMounts()
        let opener = ScriptedOpener()
        let clock = Atomic<Int64>(0)
        /// What was told, in order: `noticed sdb`.
        let told = Mutex<[String]>([])
        let tickets = Mutex<[(ReadingTicket, DeviceSession)]>([])
        private let watcher = Mutex<DeviceWatcher?>(nil)

        init() {
            let note: @Sendable (String) -> Void = { [weak self] line in
                self?.told.withLock { $0.append(line) }
            }
            let made = DeviceWatcher(
                devices: devices,
                mounts: mounts,
                opener: opener,
                now: { [weak self] in self?.clock.load(ordering: .sequentiallyConsistent) ?? 0 },
                known: { _ in [] },
                events: DeviceWatcher.Events(
                    noticed: { note("noticed \(ScriptedOpener.name($0))") },
                    found: { [weak self] attachment, holding, ticket in
                        if case .files(let session, let result) = holding {
                            self?.tickets.withLock { $0.append((ticket, session)) }
                            let name = ScriptedOpener.name(attachment)
                            note("found \(name) \(result.files.count)")
                        }
                    },
                    progress: { note("progress \(ScriptedOpener.name($0)) \($1)") },
                    failed: { note("failed \(ScriptedOpener.name($0)) \($1)") },
                    vanished: { note("vanished \(ScriptedOpener.name($0))") },
                    trouble: { note("trouble \($0)") }
                )
            )
            watcher.withLock { $0 = made }
            made.start()
            #expect(eventually { devices.isHeard })
        }

        func plug(_ name: String = "sdb", sequence: Int? = 12, _ action: UdevDevice.Action = .add) {
            devices.tell(Fake.block(action, name, sequence: sequence))
        }

        func pull(_ name: String = "sdb") { devices.tell(Fake.removal(Fake.blockPath(name))) }

        func says(_ line: String, times: Int = 1) -> Bool {
            eventually { self.told.withLock { $0.count { $0 == line } } == times }
        }

        func openings(_ name: String) -> Int {
            opener.state.withLock { $0.openings.count { $0 == name } }
        }

        func finish(_ index: Int, _ outcome: ReadingOutcome) {
            let (ticket, session) = tickets.withLock { $0[index] }
            session.close()
            watcher.withLock { $0 }?.finish(ticket, outcome)
        }

        func stop() -> Bool {
            let ended = DispatchSemaphore(value: 0)
            watcher.withLock { $0 }?.stop { ended.signal() }
            return ended.wait(timeout: .now() + 120) == .success
        }

        /// Waits until all that was told to the watcher is taken in.
        func settle() -> Bool {
            let marker = "sdz"
            let before = told.withLock { $0.count { $0 == "vanished \(marker)" } }
            plug(marker, sequence: 900)
            guard says("noticed \(marker)", times: before + 1) else { return false }
            pull(marker)
            return says("vanished \(marker)", times: before + 1)
        }
    }

    @Test("What comes is noticed, opened and found, and told when it goes")
    func comesAndGoes() {
        let port = Port()
        port.plug()
        #expect(port.says("found sdb 1"))
        port.finish(0, .read)
        port.plug("sdb", .change)
        #expect(port.settle())
        #expect(port.openings("sdb") == 1)
        port.pull()
        #expect(port.says("vanished sdb"))
        let lines = port.told.withLock { $0.filter { $0.contains("sdb") } }
        #expect(
            lines == ["noticed sdb", "progress sdb day 1 of 2", "found sdb 1", "vanished sdb"]
        )
        #expect(port.stop())
    }

    @Test("A busy device is tried again by the timer, once its time has come")
    func again() {
        let port = Port()
        port.opener.state.withLock { $0.failures["sdb"] = [.busy(holder: "gvfs")] }
        port.plug()
        #expect(port.says("failed sdb gvfs holds it"))
        #expect(port.settle())
        #expect(port.openings("sdb") == 1)
        // Two seconds by the clock that the watcher was given; news make it look at the clock.
        port.clock.store(2_000, ordering: .sequentiallyConsistent)
        port.plug("sdq", sequence: 13)
        #expect(port.says("found sdb 1"))
        #expect(port.openings("sdb") == 2)
        #expect(port.stop())
    }

    @Test("What is forbidden is opened when it can be reached in another way")
    func changed() {
        let port = Port()
        let node = FilePath("/dev/sdb")
        port.opener.state.withLock { $0.failures["sdb"] = [.notPermitted(node)] }
        port.plug()
        #expect(port.says("failed sdb this user may not open /dev/sdb"))
        port.mounts.tell(MountTable(mounts: [Fake.mount()]))
        #expect(port.says("noticed sdb", times: 2))
        #expect(port.says("found sdb 1"))
        #expect(port.stop())
    }

    @Test("A device that goes while it is opened is told to stop, and given back")
    func vanishesWhileOpening() {
        let port = Port()
        port.opener.state.withLock { $0.stuck = ["sdb"] }
        port.plug()
        #expect(port.says("progress sdb day 1 of 2"))
        port.pull()
        #expect(port.says("vanished sdb"))
        port.opener.state.withLock { $0.stuck = [] }
        #expect(eventually { port.opener.state.withLock { $0.closings } == ["sdb"] })
        #expect(port.opener.state.withLock { $0.stopped } == ["sdb"])
        #expect(port.settle())
        #expect(port.told.withLock { !$0.contains("found sdb 1") })
        #expect(port.stop())
    }

    @Test("Stopped while a device is opened, nothing is told any more and it is given back")
    func stopsWhileOpening() {
        let port = Port()
        port.opener.state.withLock { $0.stuck = ["sdb"] }
        port.plug()
        #expect(port.says("progress sdb day 1 of 2"))
        #expect(port.stop())
        #expect(!port.devices.isHeard)
        let told = port.told.withLock { $0 }
        port.opener.state.withLock { $0.stuck = [] }
        #expect(eventually { port.opener.state.withLock { $0.closings } == ["sdb"] })
        #expect(port.opener.state.withLock { $0.stopped } == ["sdb"])
        #expect(port.told.withLock { $0 } == told)
    }

    @Test("A device that hangs holds up no other")
    func hanging() {
        let port = Port()
        port.opener.state.withLock { $0.stuck = ["sdb"] }
        port.plug()
        #expect(port.says("progress sdb day 1 of 2"))
        port.plug("sdc", sequence: 13)
        #expect(port.says("found sdc 1"))
        #expect(port.told.withLock { !$0.contains("found sdb 1") })
        port.opener.state.withLock { $0.stuck = [] }
        #expect(port.says("found sdb 1"))
        #expect(port.stop())
    }

    @Test("The end of a reading before is not taken for that of the card put in again")
    func sameCardAgain() throws {
        let port = Port()
        // A partition has no number of its own, so that the same card is the same attachment.
        port.plug("sdb1")
        #expect(port.says("found sdb1 1"))
        port.devices.tell(Fake.removal(Fake.blockPath("sdb/sdb1")))
        port.opener.state.withLock { $0.stuck = ["sdb1"] }
        port.plug("sdb1")
        #expect(port.says("progress sdb1 day 1 of 2", times: 2))
        port.finish(0, .read)
        #expect(port.settle())
        port.opener.state.withLock { $0.stuck = [] }
        #expect(port.says("found sdb1 1", times: 2))
        let tickets = port.tickets.withLock { tickets in
            tickets.map(\.0).filter { $0.attachment.syspath.hasSuffix("sdb1") }
        }
        #expect(tickets[0].attachment == tickets[1].attachment)
        #expect(tickets[0] < tickets[1])
        #expect(port.stop())
    }
}
