import Glibc
import Model
import TestSupport
import Testing

@testable import Store

/// What a killed process leaves behind is the database and a log that may end anywhere.
struct CrashTests {
    /// Records files without closing, and gives what lies on the disk then.
    private func leftovers(files count: Int) throws -> (database: [UInt8], log: [UInt8]) {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        for number in 0..<count {
            let steps = (0..<600).map { minute(number * 1440 + $0, Int32($0 % 90)) }
            let points = (0..<100).map { point(number * 86_400 + $0) }
            _ = try store.record(file(number), draft(steps: steps, tracks: [points]))
        }
        return (Program.bytes(folder.database), Program.bytes(folder.database + "-wal"))
    }

    @Test func `a log that ends anywhere leaves whole files and nothing of others`() throws {
        let (database, log) = try leftovers(files: 4)
        var generator = SeededGenerator(seed: 3)
        var counts: Set<Int> = []
        let ends = (0..<40).map { _ in Int.random(in: 0...log.count, using: &generator) }
        for end in ends + [0, log.count] {
            let folder = StoreFolder()
            defer { folder.remove() }
            folder.write(database, to: "amble.db")
            folder.write(Array(log[..<end]), to: "amble.db-wal")
            let store = try WalkStore(path: folder.database)
            let known = try store.files(person: nil).count
            counts.insert(known)
            let all = try store.observations(
                person: "me",
                in: minutes(0..<10 * 1440),
                limits: limits
            )
            #expect(all.steps.count == known * 600)
            #expect(all.tracks.reduce(0) { $0 + $1.reading.points.count } == known * 100)
            #expect(
                try store.markedDays(person: "me").ranges
                    == (known == 0 ? [] : [days(0, known - 1)])
            )
            for number in 0..<known {
                #expect(try store.knownFile(sha256: sha(number), person: "me") != nil)
            }
            store.close()
        }
        #expect(counts == [0, 1, 2, 3, 4])
    }

    @Test func `a byte of the log that was never synced is noticed`() throws {
        let (database, log) = try leftovers(files: 2)
        var generator = SeededGenerator(seed: 4)
        for _ in 0..<30 {
            let folder = StoreFolder()
            defer { folder.remove() }
            folder.write(database, to: "amble.db")
            var changed = log
            changed[Int.random(in: 32..<log.count, using: &generator)] ^= 0x55
            folder.write(changed, to: "amble.db-wal")
            let store = try WalkStore(path: folder.database)
            let known = try store.files(person: nil).count
            let all = try store.observations(
                person: "me",
                in: minutes(0..<10 * 1440),
                limits: limits
            )
            #expect(all.steps.count == known * 600)
            store.close()
        }
    }

    @Test func `a reader reads what a killed writer left`() throws {
        let (database, log) = try leftovers(files: 2)
        let folder = StoreFolder()
        defer { folder.remove() }
        folder.write(database, to: "amble.db")
        folder.write(log, to: "amble.db-wal")
        let reader = try WalkStore.openReadOnly(path: folder.database)
        #expect(try reader.files(person: nil).count == 2)
        reader.close()
    }

    @Test func `after a crash the same files are taken as if nothing had been`() throws {
        let (database, log) = try leftovers(files: 3)
        let folder = StoreFolder()
        defer { folder.remove() }
        folder.write(database, to: "amble.db")
        folder.write(Array(log[..<(log.count / 2)]), to: "amble.db-wal")
        let store = try WalkStore(path: folder.database)
        for number in 0..<3 {
            let steps = (0..<600).map { minute(number * 1440 + $0, Int32($0 % 90)) }
            let points = (0..<100).map { point(number * 86_400 + $0) }
            _ = try store.record(file(number), draft(steps: steps, tracks: [points]))
        }
        #expect(try store.files(person: nil).map(\.outcome) == [.taken, .taken, .taken])
        #expect(try store.storedRows().count == 3)
        #expect(try store.integrityComplaints() == [])
    }
}
