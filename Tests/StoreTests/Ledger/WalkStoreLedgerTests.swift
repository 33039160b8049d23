import Model
import Testing

@testable import Store

struct WalkStoreLedgerTests {
    @Test func `a copy is known and bears the readings of its content`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        _ = try store.record(file(1, path: "/walks/a.csv"), draft(steps: [minute(0, 5)]))
        try store.note(file(1, path: "/walks/copy.csv", outcome: .known))
        let files = try store.files(person: nil)
        #expect(files.map(\.shownPath) == ["/walks/a.csv", "/walks/copy.csv"])
        #expect(files.map(\.outcome) == [.taken, .known])
        #expect(files.map(\.readings) == [1, 1])
        #expect(files[1].from == minute(0, 0).start)
        #expect(files[1].dialect == "generic")
    }

    @Test func `a path shows what it held last`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        _ = try store.record(file(1, path: "/a"), draft(steps: [minute(0, 5)]))
        _ = try store.record(file(2, path: "/a"), draft(steps: [minute(0, 5), minute(1, 5)]))
        #expect(try store.files(person: nil).map(\.sha256) == [sha(2)])
        // The old content comes back under its old name: it was taken there.
        try store.note(file(1, path: "/a", outcome: .known))
        #expect(try store.files(person: nil).map(\.outcome) == [.taken])
    }

    @Test func `a copy of refused content is refused with its problems`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        let problems = ProblemList([Problem(at: .wholeFile, "is no export that Amble knows")])
        try store.note(file(1, path: "/a", outcome: .refused, problems: problems))
        try store.note(file(1, path: "/b", outcome: .known))
        let files = try store.files(person: nil)
        #expect(files.map(\.outcome) == [.refused, .refused])
        #expect(files[1].problems == problems)
    }

    @Test func `paths are ordered by their bytes and need not be text`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        let paths: [[UInt8]] = [
            [0x2F, 0xFF], [0x2F, 0x62], [0x2F, 0x00, 0x61], [0x2F, 0x42], [0x2F],
        ]
        for (number, path) in paths.enumerated() {
            var seen = file(number)
            seen.path = path
            try store.note(seen)
        }
        let listed = try store.files(person: nil).map(\.path)
        #expect(listed == paths.sorted { $0.lexicographicallyPrecedes($1) })
    }
}
