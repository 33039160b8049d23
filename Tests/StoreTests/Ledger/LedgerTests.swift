import Model
import Testing

@testable import Store

struct LedgerTests {
    private let problems = ProblemList([
        Problem(at: TextPlace(line: 14, column: 9, byte: 200), "\"12,5O\" is not a number of steps")
    ])

    @Test func `a content is known by its hash and person`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        #expect(try store.knownFile(sha256: sha(1), person: "me") == nil)
        let seen = file(1, outcome: .partly, problems: problems)
        _ = try store.record(seen, draft(steps: [minute(0, 5), minute(9, 7)]))
        let known = try #require(try store.knownFile(sha256: sha(1), person: "me"))
        #expect(known.outcome == .partly)
        #expect(known.problems == problems)
        #expect(known.readings == 2)
        #expect(known.from == minute(0, 0).start)
        #expect(known.to == minute(9, 0).end)
        #expect(known.path == seen.path)
        #expect(known.dialect == "generic")
        #expect(try store.knownFile(sha256: sha(1), person: "anna") == nil)
        #expect(try store.knownFile(sha256: sha(2), person: "me") == nil)
    }

    @Test func `refused content is known with its problems`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        try store.note(file(1, outcome: .refused, problems: problems))
        let known = try store.knownFile(sha256: sha(1), person: "me")
        #expect(known?.outcome == .refused)
        #expect(known?.problems == problems)
    }

    @Test func `refused content can be taken later, and taken content is never refused`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        try store.note(file(1, path: "/a", outcome: .refused, problems: problems))
        let result = try store.record(file(1, path: "/b"), draft(steps: [minute(0, 5)]))
        #expect(!result.wasKnown)
        #expect(result.marked == [days(0, 0)])
        try store.note(file(1, path: "/a", outcome: .refused, problems: problems))
        let known = try store.knownFile(sha256: sha(1), person: "me")
        #expect(known?.outcome == .taken)
        #expect(known?.path == Array("/b".utf8))
        #expect(try store.files(person: nil).map(\.outcome) == [.known, .taken])
    }

    @Test func `a waiting file is not known`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        var waiting = file(1, outcome: .waiting, problems: problems)
        try store.note(waiting)
        #expect(try store.knownFile(sha256: sha(1), person: "me") == nil)
        #expect(try store.files(person: nil) == [waiting])
        waiting.sha256 = nil
        waiting.problems = ProblemList()
        try store.note(waiting)
        #expect(try store.files(person: nil) == [waiting])
    }

    @Test func `the same content again changes nothing but the path`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        _ = try store.record(file(1, path: "/a"), draft(steps: [minute(0, 5)]))
        let marks = try store.markedDays(person: "me")
        let again = try store.record(file(1, path: "/b"), draft(steps: [minute(0, 500)]))
        #expect(again == RecordResult(wasKnown: true, marked: []))
        #expect(try store.markedDays(person: "me") == marks)
        #expect(try store.files(person: nil).map(\.outcome) == [.taken, .known])
    }

    @Test func `content that brings no readings is taken all the same`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        try store.note(file(1, problems: problems))
        #expect(try store.knownFile(sha256: sha(1), person: "me")?.readings == 0)
        #expect(try store.files(person: "me").map(\.outcome) == [.taken])
    }

    @Test func `persons are told apart and listed by name`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        #expect(try store.persons() == [])
        for person in ["me", "anna", "Åse"] { try store.note(file(1, person: person)) }
        #expect(try store.persons() == ["anna", "me", "Åse"])
        #expect(try store.files(person: "anna").map(\.person) == ["anna"])
    }
}
