@testable import FolderWatch
import LinuxSystem
import Testing

struct FileSettlingTests {
    private let path = FilePath("/w/a.csv")
    private let other = FilePath("/w/b.csv")
    private var machine = FileSettling(
        timing: WatchTiming(settle: 2000, debounce: 100, poll: 30_000, listing: 300_000)
    )

    private func version(
        _ size: Int64,
        inode: UInt64 = 1,
        time: Int64 = 0,
        mode: UInt32 = 0o600
    ) -> FileVersion {
        FileVersion(inode: inode, size: size, modifiedMilliseconds: time, mode: mode)
    }

    /// Looks if the file is due; nothing when it is not.
    private mutating func look(
        _ seen: FileVersion?,
        now: Int64,
        wall: Int64? = nil
    ) -> FileSettling.Verdict? {
        guard machine.takeDue(now: now).contains(path) else { return nil }
        return machine.look(at: path, seen: seen, now: now, wall: wall)
    }

    // MARK: Closed and moved in

    @Test mutating func `closed after writing is settled a moment later`() {
        machine.hear(.written, of: path, now: 1000)
        machine.hear(.closed, of: path, now: 1010)
        #expect(machine.nextDue == 1110)
        #expect(look(version(5), now: 1109) == nil)
        #expect(look(version(5), now: 1110) == .settled(unchangedMilliseconds: 110))
        #expect(machine.nextDue == nil)
    }

    @Test mutating func `moved in is settled a moment later, as old as its time says`() {
        machine.hear(.closed, of: path, now: 1000)
        let verdict = look(version(5, time: 40_000), now: 1100, wall: 100_000)
        #expect(verdict == .settled(unchangedMilliseconds: 60_000))
    }

    @Test mutating func `several closings in a row become one`() {
        for now in stride(from: Int64(1000), through: 1090, by: 10) {
            machine.hear(.written, of: path, now: now)
            machine.hear(.closed, of: path, now: now)
        }
        #expect(look(version(5), now: 1100) == .settled(unchangedMilliseconds: 10))
        #expect(machine.nextDue == nil)
    }

    @Test mutating func `closed and opened again for writing waits for the next closing`() {
        machine.hear(.closed, of: path, now: 1000)
        machine.hear(.written, of: path, now: 1050)
        #expect(look(version(5), now: 1100) == .waits)
        machine.hear(.written, of: path, now: 1400)
        machine.hear(.closed, of: path, now: 1500)
        #expect(look(version(6), now: 1600) == .settled(unchangedMilliseconds: 200))
    }

    // MARK: Unchanged

    @Test mutating func `without a closing it is settled when unchanged for two seconds`() {
        machine.hear(.written, of: path, now: 1000)
        #expect(look(version(5), now: 2999) == nil)
        #expect(look(version(5), now: 3000) == .settled(unchangedMilliseconds: 2000))
    }

    @Test mutating func `a copy in chunks is taken once, at its end`() {
        var size: Int64 = 0
        for now in stride(from: Int64(0), to: 20_000, by: 500) {
            size += 4096
            machine.hear(.written, of: path, now: now)
            if let verdict = look(version(size, time: now), now: now) { #expect(verdict == .waits) }
        }
        machine.hear(.closed, of: path, now: 19_600)
        let verdict = look(version(size, time: 19_500), now: 19_700)
        #expect(verdict == .settled(unchangedMilliseconds: 200))
    }

    @Test mutating func `a file that grows unheard waits while it grows`() {
        machine.hear(.found, of: path, now: 0)
        var now: Int64 = 0
        for size in Int64(1)...10 {
            #expect(look(version(size), now: now) == .waits)
            now = machine.nextDue ?? 0
        }
        #expect(look(version(10), now: now) == .settled(unchangedMilliseconds: 2000))
    }

    @Test mutating func `a writer that rests with the file open is taken now and again later`() {
        machine.hear(.written, of: path, now: 0)
        #expect(look(version(5), now: 2000) == .settled(unchangedMilliseconds: 2000))
        machine.hear(.written, of: path, now: 9000)
        #expect(look(version(9), now: 11_000) == .settled(unchangedMilliseconds: 2000))
        machine.hear(.closed, of: path, now: 12_000)
        #expect(look(version(9), now: 12_100) == .nothingNew)
    }

    // MARK: Found by looking

    @Test mutating func `an old file that is found is settled at once`() {
        machine.hear(.found, of: path, now: 500)
        let verdict = look(version(5, time: 1000), now: 500, wall: 9000)
        #expect(verdict == .settled(unchangedMilliseconds: 8000))
    }

    @Test mutating func `a fresh file that is found waits for its two seconds`() {
        machine.hear(.found, of: path, now: 0)
        #expect(look(version(5, time: 8500), now: 0, wall: 9000) == .waits)
        #expect(
            look(version(5, time: 8500), now: 2000, wall: 11_000)
                == .settled(
                    unchangedMilliseconds: 2500
                )
        )
    }

    @Test mutating func `a time in the future says nothing`() {
        machine.hear(.found, of: path, now: 0)
        #expect(look(version(5, time: 99_000), now: 0, wall: 9000) == .waits)
        #expect(
            look(version(5, time: 99_000), now: 2000, wall: 11_000)
                == .settled(
                    unchangedMilliseconds: 2000
                )
        )
    }

    @Test mutating func `another machine's clock says nothing`() {
        machine.hear(.found, of: path, now: 0)
        #expect(look(version(5, time: 1000), now: 0, wall: nil) == .waits)
        #expect(look(version(6, time: 1000), now: 2000, wall: nil) == .waits)
        #expect(
            look(version(6, time: 1000), now: 4000, wall: nil)
                == .settled(
                    unchangedMilliseconds: 2000
                )
        )
    }

    @Test mutating func `a step of the clock does not settle what was heard being written`() {
        machine.hear(.written, of: path, now: 0)
        machine.hear(.attributes, of: path, now: 100)
        #expect(look(version(5, time: 1000), now: 200, wall: 99_999_999) == .waits)
        #expect(
            look(version(5, time: 1000), now: 2000, wall: 0)
                == .settled(
                    unchangedMilliseconds: 2000
                )
        )
    }

    // MARK: Once a version

    @Test mutating func `one version is settled once`() {
        machine.hear(.closed, of: path, now: 0)
        #expect(look(version(5), now: 100) == .settled(unchangedMilliseconds: 100))
        for cue in [FileSettling.Cue.found, .closed, .attributes] {
            machine.hear(cue, of: path, now: 1000)
            #expect(look(version(5), now: 1100) == .nothingNew)
        }
        #expect(machine.nextDue == nil)
    }

    @Test mutating func `written to and closed is new, though it looks the same`() {
        machine.hear(.closed, of: path, now: 0)
        #expect(look(version(5), now: 100) == .settled(unchangedMilliseconds: 100))
        machine.hear(.written, of: path, now: 101)
        machine.hear(.closed, of: path, now: 101)
        #expect(look(version(5), now: 201) == .settled(unchangedMilliseconds: 100))
    }

    @Test mutating func `another inode of the same size and time is another file`() {
        machine.hear(.found, of: path, now: 0)
        #expect(look(version(5), now: 0, wall: 9000) == .settled(unchangedMilliseconds: 9000))
        machine.hear(.found, of: path, now: 1000)
        #expect(look(version(5, inode: 2), now: 1000) == .waits)
        #expect(look(version(5, inode: 3), now: 3000) == .waits)
        #expect(look(version(5, inode: 3), now: 5000) == .settled(unchangedMilliseconds: 2000))
    }

    @Test mutating func `other permissions are worth another try`() {
        machine.hear(.closed, of: path, now: 0)
        #expect(look(version(5, mode: 0), now: 100) == .settled(unchangedMilliseconds: 100))
        machine.hear(.attributes, of: path, now: 9000)
        #expect(look(version(5), now: 9100, wall: 9100) == .settled(unchangedMilliseconds: 9100))
    }

    @Test mutating func `a folder that goes and comes back brings nothing twice`() {
        machine.hear(.closed, of: path, now: 0)
        #expect(look(version(5), now: 100) == .settled(unchangedMilliseconds: 100))
        machine.forget(path)
        machine.hear(.found, of: path, now: 5000)
        #expect(look(version(5), now: 5000) == .nothingNew)
        #expect(machine.knows(path))
    }

    // MARK: Removed and renamed

    @Test mutating func `removed while it waits it is forgotten`() {
        machine.hear(.written, of: path, now: 0)
        machine.forget(path)
        #expect(machine.nextDue == nil)
        #expect(!machine.knows(path))
    }

    @Test mutating func `gone when it is looked at it is forgotten`() {
        machine.hear(.closed, of: path, now: 0)
        #expect(look(nil, now: 100) == .nothingNew)
        #expect(machine.nextDue == nil)
    }

    @Test mutating func `renamed while it is written it goes on waiting under its new name`() {
        machine.hear(.written, of: other, now: 0)
        machine.rename(other, to: path, now: 500)
        #expect(!machine.knows(other))
        #expect(look(version(5), now: 600) == nil)
        machine.hear(.written, of: path, now: 1900)
        #expect(look(version(6), now: 2000) == .waits)
        #expect(look(version(6), now: 3900) == .settled(unchangedMilliseconds: 2000))
    }

    @Test mutating func `renamed after its closing, or never heard of, it is as moved in`() {
        machine.hear(.written, of: other, now: 0)
        machine.hear(.closed, of: other, now: 10)
        machine.rename(other, to: path, now: 50)
        #expect(look(version(5), now: 150) == .settled(unchangedMilliseconds: 100))
        machine.rename(FilePath("/w/unknown"), to: other, now: 200)
        #expect(machine.takeDue(now: 300) == [other])
    }

    @Test mutating func `a settled file under another name is settled there, too`() {
        machine.hear(.closed, of: other, now: 0)
        #expect(machine.takeDue(now: 100) == [other])
        _ = machine.look(at: other, seen: version(5), now: 100, wall: nil)
        machine.rename(other, to: path, now: 200)
        #expect(look(version(5), now: 300) == .settled(unchangedMilliseconds: 100))
    }

    // MARK: Asked for

    @Test mutating func `asked for, a file comes again after a while, changed or not`() {
        machine.hear(.closed, of: path, now: 0)
        #expect(look(version(5), now: 100) == .settled(unchangedMilliseconds: 100))
        machine.ask(for: path, afterMilliseconds: 30_000, now: 200)
        #expect(look(version(5), now: 30_199) == nil)
        #expect(look(version(5), now: 30_200) == .settled(unchangedMilliseconds: 30_000))
        machine.hear(.found, of: path, now: 31_000)
        #expect(look(version(5), now: 31_000) == .nothingNew)
    }

    @Test mutating func `asked for, it comes sooner when it is closed`() {
        machine.ask(for: path, afterMilliseconds: 30_000, now: 0)
        machine.hear(.closed, of: path, now: 1000)
        #expect(look(version(5), now: 1100) == .settled(unchangedMilliseconds: 1100))
        #expect(machine.nextDue == nil)
    }

    @Test mutating func `asked for, it still waits while it is written`() {
        machine.ask(for: path, afterMilliseconds: 100, now: 0)
        machine.hear(.written, of: path, now: 50)
        #expect(look(version(5), now: 100) == .waits)
        #expect(look(version(5), now: 2050) == .settled(unchangedMilliseconds: 2000))
    }

    @Test mutating func `a change that nobody heard restarts the waiting of one asked for`() {
        machine.hear(.closed, of: path, now: 0)
        #expect(look(version(5), now: 100) == .settled(unchangedMilliseconds: 100))
        machine.ask(for: path, afterMilliseconds: 30_000, now: 200)
        #expect(look(version(6), now: 30_200) == .waits)
        #expect(look(version(6), now: 32_200) == .settled(unchangedMilliseconds: 2000))
    }

    @Test mutating func `a silly delay does no harm`() {
        machine.ask(for: path, afterMilliseconds: .max, now: 5)
        #expect(machine.nextDue == .max)
        machine.ask(for: path, afterMilliseconds: -5, now: 5)
        #expect(machine.nextDue == 5)
    }

    // MARK: Due

    @Test mutating func `those that are due come once, by path`() {
        machine.hear(.found, of: other, now: 0)
        machine.hear(.found, of: path, now: 0)
        machine.hear(.written, of: FilePath("/w/0"), now: 0)
        #expect(machine.takeDue(now: 0) == [path, other])
        #expect(machine.takeDue(now: 0) == [])
        #expect(machine.nextDue == 2000)
    }

    @Test mutating func `heard of while somebody looks, it is looked at again`() {
        machine.hear(.found, of: path, now: 0)
        #expect(machine.takeDue(now: 0) == [path])
        machine.hear(.written, of: path, now: 1)
        #expect(machine.look(at: path, seen: version(5), now: 2, wall: nil) == .waits)
        #expect(machine.nextDue == 2001)
    }

    @Test mutating func `looking at a file nobody waits for is nothing`() {
        #expect(machine.look(at: path, seen: version(5), now: 0, wall: nil) == .nothingNew)
        #expect(!machine.knows(path))
    }
}
