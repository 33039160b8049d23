import Glibc
import Model
import Testing

@testable import Store

struct WalkStoreTests {
    @Test func `a new database is for its owner only, its log too`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        try store.note(file(1))
        #expect(folder.names == ["amble.db", "amble.db-shm", "amble.db-wal"])
        for name in folder.names { #expect(folder.mode(name) == 0o600) }
        store.close()
    }

    @Test func `closing leaves one file that holds everything`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        try store.note(file(1))
        store.close()
        #expect(folder.names == ["amble.db"])
        #expect(try WalkStore(path: folder.database).files(person: nil).count == 1)
    }

    @Test func `a closed store says so`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        store.close()
        store.close()
        let problem = #expect(throws: StoreProblem.self) { try store.persons() }
        #expect(problem?.description.contains("closed") == true)
    }

    @Test func `a reader sees what a writer in another store has written`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let writer = try WalkStore(path: folder.database)
        try writer.note(file(1))
        let reader = try WalkStore.openReadOnly(path: folder.database)
        #expect(try reader.files(person: nil).count == 1)
        try writer.note(file(2))
        #expect(try reader.files(person: nil).count == 2)
        let problem = #expect(throws: StoreProblem.self) { try reader.note(file(3)) }
        #expect(problem?.isPermission == true)
        reader.close()
        writer.close()
    }

    @Test func `without a database a reader says that there is none and makes none`() {
        let folder = StoreFolder()
        defer { folder.remove() }
        let problem = #expect(throws: StoreProblem.self) {
            try WalkStore.openReadOnly(path: folder.database)
        }
        #expect(problem?.isMissing == true)
        #expect(folder.names == [])
        folder.write([], to: "amble.db")
        let empty = #expect(throws: StoreProblem.self) {
            try WalkStore.openReadOnly(path: folder.database)
        }
        #expect(empty?.isMissing == true)
    }

    @Test func `a folder that does not exist is no reason to trap`() {
        let problem = #expect(throws: StoreProblem.self) {
            try WalkStore(path: "/tmp/amble-no-such-folder/amble.db")
        }
        #expect(problem?.kind == .failed)
    }

    @Test func `what is no database is damaged`() {
        let folder = StoreFolder()
        defer { folder.remove() }
        folder.write(Array(repeating: 0x41, count: 5000), to: "amble.db")
        let problem = #expect(throws: StoreProblem.self) { try WalkStore(path: folder.database) }
        #expect(problem?.isDamaged == true)
    }

    @Test func `damage is found at opening when the last writer did not close`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        let steps = (0..<60 * 1440).map { minute($0, Int32($0 * 7919 % 180)) }
        _ = try store.record(file(1), draft(steps: steps))
        store.close()
        folder.write(
            [UInt8](repeating: 0xEE, count: folder.size("amble.db") - 8192),
            to: "amble.db",
            at: 8192
        )
        folder.write([0], to: "amble.db-wal")
        let problem = #expect(throws: StoreProblem.self) { try WalkStore(path: folder.database) }
        #expect(problem?.isDamaged == true)
    }

    @Test func `a sound database has no complaints`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        _ = try store.record(file(1), draft(steps: [minute(0, 5)]))
        #expect(try store.integrityComplaints() == [])
    }

    @Test func `a damaged database gets a new name, and nothing is deleted`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        for name in ["amble.db", "amble.db-wal", "amble.db-shm"] {
            folder.write(Array(name.utf8), to: name)
        }
        let now = Instant(seconds: 1_795_219_200 + 7 * 3600 + 2 * 60 + 3)
        let first = try WalkStore.setAside(path: folder.database, now: now)
        #expect(first == folder.database + ".damaged-20261121T070203Z")
        #expect(
            folder.names == [
                "amble.db.damaged-20261121T070203Z", "amble.db.damaged-20261121T070203Z-shm",
                "amble.db.damaged-20261121T070203Z-wal",
            ]
        )
        folder.write([1], to: "amble.db")
        let second = try WalkStore.setAside(path: folder.database, now: now)
        #expect(second == first + "-2")
        #expect(folder.names.count == 4)
        #expect(folder.size("amble.db.damaged-20261121T070203Z") == 8)
    }

    @Test func `a full disk stores nothing of a file, and everything once there is room`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        _ = try store.record(file(1), draft(steps: [minute(0, 5)]))
        let pages = try store.onQueue { (connection) throws(StoreProblem) in
            let pages = try connection.one("PRAGMA page_count") { $0.integer(0) } ?? 0
            try connection.run("PRAGMA max_page_count = \(pages + 4)")
            return pages
        }
        let steps = (0..<30 * 1440).map { minute(1440 + $0, Int32($0 * 7919 % 180)) }
        let problem = #expect(throws: StoreProblem.self) {
            try store.record(file(2), draft(steps: steps))
        }
        #expect(problem?.isDiskFull == true)
        #expect(try store.knownFile(sha256: sha(2), person: "me") == nil)
        #expect(try store.files(person: nil).count == 1)
        #expect(try store.markedDays(person: "me").ranges == [days(0, 0)])
        try store.onQueue { (connection) throws(StoreProblem) in
            try connection.run("PRAGMA max_page_count = \(pages + 10_000)")
        }
        #expect(try store.record(file(2), draft(steps: steps)).marked == [days(1, 30)])
    }

    @Test func `what another program holds is busy`() throws {
        #expect(StoreProblem.kind(code: 5, errno: 0) == .busy)
        let folder = StoreFolder()
        defer { folder.remove() }
        let first = try WalkStore(path: folder.database)
        let second = try WalkStore(path: folder.database)
        let problem = try first.writing { (_) throws(StoreProblem) -> StoreProblem? in
            do throws(StoreProblem) {
                try second.onQueue { (connection) throws(StoreProblem) in
                    try connection.run("PRAGMA busy_timeout = 1")
                    try connection.run("BEGIN IMMEDIATE")
                }
                return nil
            } catch {
                return error
            }
        }
        #expect(problem?.isBusy == true)
    }
}
