import Model
import Testing

@testable import Store

struct WalkStoreMarksTests {
    @Test func `marking everything empties the cache and marks all observations of all persons`()
        throws
    {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        _ = try store.record(file(1), draft(steps: [minute(0, 5), minute(4 * 1440, 5)]))
        _ = try store.record(file(2, person: "anna"), draft(tracks: [[point(0)]]))
        try store.note(file(3, person: "nobody"))
        for person in try store.persons() {
            let day = Day(date: today, zoneName: "UTC", coverage: .partial)
            let marks = try store.markedDays(person: person)
            try store.save([day], replacing: days(0, 9), clearing: marks, person: person)
        }
        try store.markEverything()
        #expect(try store.markedDays(person: "me").ranges == [days(0, 4)])
        #expect(try store.markedDays(person: "anna").ranges == [days(0, 0)])
        #expect(try store.markedDays(person: "nobody").isEmpty)
        #expect(try store.days(person: "me", in: days(0, 9)) == [])
    }

    @Test func `somebody who is not known has no marks`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        #expect(try store.markedDays(person: "me").isEmpty)
        try store.markEverything()
        try store.markRipened(to: morning)
        #expect(try store.markedDays(person: "me").isEmpty)
    }

    @Test func `marks outlive the store`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        _ = try store.record(file(1), draft(steps: [minute(0, 5)]))
        let marks = try store.markedDays(person: "me")
        store.close()
        #expect(try WalkStore(path: folder.database).markedDays(person: "me") == marks)
    }
}
