import Model
import Testing

@testable import Store

struct WalkStoreDaysTests {
    private func withMarks(_ body: (WalkStore, DayMarks) throws -> Void) throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        _ = try store.record(file(1), draft(steps: (0..<10).map { minute($0 * 1440, 5) }))
        try body(store, try store.markedDays(person: "me"))
    }

    @Test func `saving clears the marks that it answers`() throws {
        try withMarks { store, marks in
            #expect(marks.ranges == [days(0, 9)])
            try store.save([], replacing: days(0, 9), clearing: marks, person: "me")
            #expect(try store.markedDays(person: "me").isEmpty)
        }
    }

    @Test func `a mark that came while days were derived survives`() throws {
        try withMarks { store, marks in
            _ = try store.record(file(2), draft(steps: [minute(3 * 1440 + 5, 9)]))
            try store.save([], replacing: days(0, 9), clearing: marks, person: "me")
            #expect(try store.markedDays(person: "me").ranges == [days(3, 3)])
        }
    }

    @Test func `saving without marks clears none`() throws {
        try withMarks { store, marks in
            try store.save([], replacing: days(0, 9), clearing: nil, person: "me")
            #expect(try store.markedDays(person: "me") == marks)
        }
    }

    @Test func `what is saved and what is cleared stand or fall together`() throws {
        try withMarks { store, marks in
            let day = Day(date: today, zoneName: "UTC", coverage: .partial)
            let twice = [day, day]
            #expect(throws: StoreProblem.self) {
                try store.save(twice, replacing: days(0, 9), clearing: marks, person: "me")
            }
            let saved = try store.days(person: "me", in: days(0, 9))
            #expect(saved == [])
            #expect(try store.markedDays(person: "me") == marks)
        }
    }

    @Test func `the fingerprint of the settings is remembered`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        #expect(try store.derivedUnder() == nil)
        try store.setDerivedUnder("one")
        try store.setDerivedUnder("two")
        store.close()
        #expect(try WalkStore(path: folder.database).derivedUnder() == "two")
    }
}
