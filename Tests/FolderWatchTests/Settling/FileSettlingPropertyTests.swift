@testable import FolderWatch
import LinuxSystem
import Testing
import TestSupport

/// A writer at random against the machine: what must hold whatever it does.
struct FileSettlingPropertyTests {
    private static let timing = WatchTiming(
        settle: 2000,
        debounce: 100,
        poll: 30_000,
        listing: 300_000
    )

    /// One file as it is on the disk, and what was settled of it.
    private struct World {
        var machine = FileSettling(timing: FileSettlingPropertyTests.timing)
        var version: FileVersion?
        var lastWrite: Int64 = 0
        var isOpen = false
        var settled: [FileVersion] = []
        let path = FilePath("/w/a")

        mutating func write(now: Int64) {
            version = FileVersion(
                inode: version?.inode ?? UInt64(now),
                size: (version?.size ?? 0) + 1,
                modifiedMilliseconds: now
            )
            (isOpen, lastWrite) = (true, now)
            machine.hear(.written, of: path, now: now)
        }

        mutating func close(now: Int64) {
            guard isOpen, version != nil else { return }
            isOpen = false
            machine.hear(.closed, of: path, now: now)
        }

        mutating func remove() {
            (version, isOpen) = (nil, false)
            machine.forget(path)
        }

        mutating func look(now: Int64) {
            for due in machine.takeDue(now: now) {
                let verdict = machine.look(at: due, seen: version, now: now, wall: now)
                guard case .settled(let unchanged) = verdict, let version else { continue }
                #expect(!isOpen || now - lastWrite >= 2000, "an open file was taken too early")
                #expect(unchanged <= now - lastWrite, "it says it rested longer than it did")
                #expect(settled.last != version, "one version came twice")
                settled.append(version)
            }
        }
    }

    @Test(arguments: UInt64(0)..<200)
    func `nothing too early, nothing twice, nothing left out`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var world = World()
        var now: Int64 = 1
        for _ in 0..<120 {
            now += Int64.random(in: 1...1500, using: &generator)
            switch Int.random(in: 0..<10, using: &generator) {
            case 0...4: world.write(now: now)
            case 5, 6: world.close(now: now)
            case 7: world.remove()
            case 8: world.machine.hear(.found, of: world.path, now: now)
            default: world.machine.hear(.attributes, of: world.path, now: now)
            }
            world.look(now: now)
        }
        while let due = world.machine.nextDue, due < now + 100_000 { world.look(now: due) }
        #expect(world.machine.nextDue == nil)
        if let version = world.version { #expect(world.settled.last == version) }
    }
}
