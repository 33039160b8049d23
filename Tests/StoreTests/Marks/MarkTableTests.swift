import Model
import Testing

@testable import Store

struct MarkTableTests {
    private func withTable(_ body: (MarkTable, Int64) throws -> Void) throws {
        try withConnection { connection in
            try Schema.migrate(connection)
            let person = try Ledger(connection: connection).notedPerson("me")
            try body(MarkTable(connection: connection), person)
        }
    }

    @Test func `marks are joined when they are read`() throws {
        try withTable { table, person in
            try table.insert(DayRanges([days(0, 3)]), person: person)
            try table.insert(DayRanges([days(2, 5), days(9, 9)]), person: person)
            let marks = try table.marks(person: person, name: "me")
            #expect(marks.ranges == [days(0, 5), days(9, 9)])
            #expect(marks.person == "me")
        }
    }

    @Test func `clearing some days keeps the others`() throws {
        try withTable { table, person in
            try table.insert(DayRanges([days(0, 9)]), person: person)
            let all = try table.marks(person: person, name: "me")
            let some = DayMarks(person: "me", ranges: [days(3, 4)], newest: all.newest)
            try table.clear(some, person: person)
            let left = try table.marks(person: person, name: "me")
            #expect(left.ranges == [days(0, 2), days(5, 9)])
            #expect(left.newest > all.newest)
        }
    }

    @Test func `a number is never given twice, even when all marks are gone`() throws {
        try withTable { table, person in
            try table.insert(DayRanges([days(0, 0)]), person: person)
            let first = try table.marks(person: person, name: "me")
            try table.clear(first, person: person)
            try table.insert(DayRanges([days(0, 0)]), person: person)
            try table.clear(first, person: person)
            #expect(try table.marks(person: person, name: "me").ranges == [days(0, 0)])
        }
    }
}
