import Devices
import LinuxSystem
import Model
import Store
import Synchronization
import TestSupport
import Testing

@testable import Daemon

/// However a stick is plugged in and pulled out, what stands in the end is what one clean reading of
/// it gives.
@Suite("Schedules of plugging and pulling")
struct DeviceScheduleTests {
    /// Thirty files of ten days, three of each day that overlap.
    private static let files = Dictionary(
        uniqueKeysWithValues: (0..<30).map { number in
            ("\(number).csv", walk(3 + number, on: "2026-11-\(number % 10 + 10)"))
        }
    )

    private static func days(_ home: ServiceHome) throws -> [Day] {
        let store = try WalkStore.openReadOnly(path: home.state.appending("amble.db").shown)
        defer { store.close() }
        #expect(try store.files(person: "me").count == 30)
        #expect(try store.devices().map(\.state) == [.read])
        let first = try #require(CivilDay(iso: "2026-11-09"))
        return try store.days(person: "me", in: first...first.advanced(by: 15))
    }

    /// Plugs the stick in for the last time and waits until all of it was read.
    private static func end(_ evening: Evening, stay: Int) -> Bool {
        evening.stick.state.withLock {
            $0.readsUntilGone = .max
            $0.refusals = []
        }
        let words = "synced, safe to unplug"
        let before = evening.heard.lines.count { $0.contains(words) }
        evening.port.plug(stay: stay)
        let isRead = eventually {
            evening.heard.lines.count { $0.contains(words) } > before
        }
        return evening.stop() && isRead
    }

    @Test("They end with the days of one clean reading", arguments: 1...20)
    func schedule(seed: UInt64) throws {
        let cleanHome = try ServiceHome()
        #expect(Self.end(try Evening(cleanHome, Self.files), stay: 1))
        let clean = try Self.days(cleanHome)
        #expect(clean.count { $0.steps != nil } == 10)

        var generator = SeededGenerator(seed: seed)
        let home = try ServiceHome()
        let stick = FakeStick(Self.files)
        var evening = try Evening(home, stick)
        var stay = 1
        for _ in 0..<8 {
            let reads = Int.random(in: 1...120, using: &generator)
            let refusal: [DeviceError] = [.gone, .busy(holder: nil), .damaged("x"), .timedOut("y")]
            let choice = Int.random(in: 0..<8, using: &generator)
            stick.state.withLock {
                $0.readsUntilGone = reads
                $0.refusals = choice < 4 ? [refusal[choice]] : []
            }
            let opened = stick.state.withLock { $0.openings }
            evening.port.plug(stay: stay)
            if Bool.random(using: &generator) {
                #expect(eventually { stick.state.withLock { $0.openings } > opened })
            }
            // Another card, or the same one under the same id.
            stay += Int.random(in: 0...1, using: &generator)
            if Int.random(in: 0..<4, using: &generator) == 0 {
                #expect(evening.stop())
                evening = try Evening(home, stick)
            } else {
                evening.port.pull()
            }
        }
        #expect(Self.end(evening, stay: stay + 1))
        #expect(try Self.days(home) == clean)
    }
}
