import Devices
import Dispatch
import Synchronization
import TestSupport

@testable import Daemon

/// A shift with a port and a stick of the test's own.
final class Evening: Sendable {
    let port = FakePort()
    let stick: FakeStick
    let heard = HeardLog()
    let statuses = Mutex<[String]>([])
    private let queue = DispatchQueue(label: "amble.test.devices")
    private let shift: Shift

    convenience init(_ home: ServiceHome, _ files: [String: String]) throws {
        try self.init(home, FakeStick(files))
    }

    /// Begins with a stick that was there before.
    init(_ home: ServiceHome, _ stick: FakeStick) throws {
        home.readsDevices = true
        self.stick = stick
        let household = try home.household()
        try household.makeFolders()
        let port = port
        let told = Mutex<@Sendable (String) -> Void>({ _ in })
        shift = try Shift(
            household: household,
            queue: queue,
            isDamaged: false,
            log: heard.logger,
            events: Shift.Events(
                armed: {},
                damaged: {},
                status: { @Sendable line in told.withLock { $0 }(line) }
            ),
            makeDeviceWatcher: port.makeWatcher(of: stick)
        )
        told.withLock { hear in
            hear = { @Sendable [weak self] line in
                self?.statuses.withLock { $0.append(line) }
            }
        }
        queue.sync { shift.start() }
    }

    func says(_ words: String, times: Int = 1) -> Bool {
        let isSaid = eventually { self.heard.lines.count { $0.contains(words) } == times }
        // What was said instead tells what went wrong.
        if !isSaid { print(self.heard.lines.joined(separator: "\n")) }
        return isSaid
    }

    func stop() -> Bool {
        let end = DispatchSemaphore(value: 0)
        queue.sync { shift.stop { @Sendable in end.signal() } }
        return end.wait(timeout: .now() + 120) == .success
    }
}
