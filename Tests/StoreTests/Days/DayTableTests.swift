import Model
import TestSupport
import Testing

@testable import Store

struct DayTableTests {
    @Test func `saved days come back in order, those without records do not`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        var generator = SeededGenerator(seed: 8)
        var some = (0..<30).map { generator.day(today.advanced(by: $0)) }
        for index in some.indices { some[index].coverage = .recorded }
        let blank = Day(date: today.advanced(by: 30), zoneName: "UTC")
        try store.save(
            (some + [blank]).reversed(),
            replacing: days(0, 30),
            clearing: nil,
            person: "me"
        )
        #expect(try store.days(person: "me", in: days(-5, 40)) == some)
        #expect(try store.days(person: "me", in: days(3, 4)) == Array(some[3...4]))
        #expect(try store.days(person: "anna", in: days(-5, 40)) == [])
    }

    @Test func `saving replaces the dates and leaves the others`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        func day(_ offset: Int, _ minutes: Int) -> Day {
            Day(
                date: today.advanced(by: offset),
                zoneName: "UTC",
                coverage: .partial,
                coveredMinutes: minutes
            )
        }
        try store.save(
            (0..<5).map { day($0, 1) },
            replacing: days(0, 4),
            clearing: nil,
            person: "me"
        )
        try store.save([day(2, 2)], replacing: days(1, 3), clearing: nil, person: "me")
        #expect(
            try store.days(person: "me", in: days(0, 9)) == [day(0, 1), day(2, 2), day(4, 1)]
        )
    }

    @Test func `the extent is that of the days with data`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        #expect(try store.extent(person: "me") == nil)
        var some = [2, 5, 9].map {
            Day(date: today.advanced(by: $0), zoneName: "UTC", coverage: .partial)
        }
        some[2].coverage = .none
        some[2].lastRecord = LastRecord(time: morning, source: "watch")
        try store.save(some, replacing: days(0, 9), clearing: nil, person: "me")
        #expect(try store.extent(person: "me") == days(2, 5))
        #expect(try store.days(person: "me", in: days(0, 9)).count == 3)
    }

    @Test func `a day that cannot be read back is damage and names its date`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        let day = Day(date: today, zoneName: "UTC", coverage: .partial)
        try store.save([day], replacing: days(0, 0), clearing: nil, person: "me")
        try store.onQueue { (connection) throws(StoreProblem) in
            try connection.run("UPDATE day SET body = x'09'")
        }
        let problem = #expect(throws: StoreProblem.self) {
            try store.days(person: "me", in: days(0, 0))
        }
        #expect(problem?.isDamaged == true)
        #expect(problem?.detail.contains("2026-11-21") == true)
    }
}
