import Devices
import Dispatch
import Glibc
import LinuxSystem
import Synchronization
import TestSupport
import Testing

@Suite("News of mounts")
struct MountMonitorTests {
    /// What was told, for the test's thread to look at.
    private final class Told: Sendable {
        let tables = Mutex<[MountTable]>([])

        var count: Int { tables.withLock(\.count) }

        func lastHas(_ folder: FilePath) -> Bool {
            tables.withLock { all in
                all.last?.mounts.contains { $0.folder == folder } ?? false
            }
        }
    }

    private let queue = DispatchQueue(label: "amble.test.mounts")

    private func begin(_ monitor: MountMonitor, _ told: Told) throws {
        try queue.sync {
            try monitor.begin(on: queue) { table in told.tables.withLock { $0.append(table) } }
        }
    }

    @Test("The table is told once at the beginning, and never again after the end")
    func beginning() throws {
        let told = Told()
        let monitor = MountMonitor()
        try begin(monitor, told)
        #expect(eventually { told.count > 0 })
        queue.sync { monitor.end() }
        let count = told.count
        queue.sync {}
        #expect(told.count == count)
        try begin(monitor, told)
        #expect(eventually { told.count > count })
        queue.sync { monitor.end() }
    }

    @Test("Each mount and unmount is told", .enabled(if: mayMount))
    func changes() throws {
        try withTemporaryFolder { folder in
            let told = Told()
            let monitor = MountMonitor()
            try begin(monitor, told)
            defer { queue.sync { monitor.end() } }
            #expect(eventually { told.count > 0 })
            for _ in 0..<20 {
                #expect(mountMemory(folder) == 0)
                #expect(eventually { told.lastHas(folder) })
                #expect(folder.withCString { umount2($0, 0) } == 0)
                #expect(eventually { !told.lastHas(folder) })
            }
            queue.sync {}
        }
    }
}

private func mountMemory(_ folder: FilePath) -> Int32 {
    folder.withCString { mount("amble-test", $0, "tmpfs", 0, nil) }
}

/// Only root may, and in most containers not even root.
private let mayMount: Bool = {
    guard geteuid() == 0 else { return false }
    return
        (try? withTemporaryFolder { folder in
            guard mountMemory(folder) == 0 else { return false }
            return folder.withCString { umount2($0, 0) } == 0
        }) ?? false
}()
