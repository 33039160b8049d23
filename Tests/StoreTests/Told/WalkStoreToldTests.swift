import Model
import Testing

@testable import Store

struct WalkStoreToldTests {
    private func line(
        _ offset: Int,
        _ text: String,
        revision: Int = 1,
        isPending: Bool = true
    ) -> ToldDay {
        ToldDay(
            person: "me",
            date: today.advanced(by: offset),
            text: text,
            revision: revision,
            isPending: isPending
        )
    }

    @Test func `a line is pending until it is written`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        #expect(try store.toldExtent(person: "me") == nil)
        let lines = [line(1, "40 min of 90"), line(0, "64 min of 90 · å")]
        try store.note(lines)
        #expect(try store.toldDays(person: "me", in: days(0, 9)) == lines.reversed())
        try store.note([line(0, "64 min of 90 · å", isPending: false)])
        let told = try store.toldDays(person: "me", in: days(0, 9))
        #expect(told.map(\.isPending) == [false, true])
        #expect(try store.toldDays(person: "me", in: days(1, 1)) == [lines[0]])
        #expect(try store.toldDays(person: "anna", in: days(0, 9)) == [])
        #expect(try store.toldExtent(person: "me") == days(0, 1))
    }

    @Test func `a revision takes the place of the line before`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        let second = line(0, "71 min", revision: 2)
        try store.note([line(0, "64 min", isPending: false)])
        try store.note([second])
        #expect(try store.toldDays(person: "me", in: days(0, 0)) == [second])
    }

    @Test func `rebuilding the days does not forget what was told`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        try store.note([line(0, "64 min")])
        try store.markEverything()
        #expect(try store.toldDays(person: "me", in: days(0, 0)).count == 1)
    }
}
