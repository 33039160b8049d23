import Devices
import Dispatch
import Ingest
import Model
import Synchronization
import TestSupport
import Testing

@testable import Daemon

@Suite("Trackers while the database fails")
struct DeviceDeskStoreTests {
    @Test("What the database could not take is not said to be synced, and is tried again")
    func conclusion() throws {
        let home = try ServiceHome()
        let workshop = try home.workshop()
        let stick = FakeStick(["a.csv": "x"])
        let (port, heard) = (FakePort(), HeardLog())
        let failures = Mutex(0)
        let taken = Mutex<[IncomingFile]>([])
        let desk = DeviceDesk(
            reception: DeviceReception(household: workshop.household, store: workshop.store),
            log: heard.logger,
            doors: DeviceDesk.Doors(
                take: { @Sendable files in taken.withLock { $0 += files } },
                whenIdle: { @Sendable body in body() },
                status: { @Sendable _ in },
                storeFailed: { @Sendable in failures.withLock { $0 += 1 } }
            )
        )
        desk.start(port.makeWatcher(of: stick))
        port.plug()
        #expect(eventually { taken.withLock { $0.count == 1 } })
        workshop.close()
        let file = try #require(taken.withLock { $0.first })
        desk.finished(file, .recorded(record(.known)))
        #expect(eventually { heard.lines.contains { $0.contains("could not take all of it") } })
        #expect(!heard.lines.contains { $0.contains("safe to unplug") })
        #expect(failures.withLock { $0 } >= 1)
        #expect(eventually { stick.state.withLock { $0.openings } >= 2 })
        let end = DispatchSemaphore(value: 0)
        desk.stop { @Sendable in end.signal() }
        #expect(end.wait(timeout: .now() + 120) == .success)
    }
}
