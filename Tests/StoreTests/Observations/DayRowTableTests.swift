import Model
import TestSupport
import Testing

@testable import Store

extension WalkStore {
    /// Hash and body of each row that is stored, in an order that does not depend on the imports.
    func storedRows() throws -> [[String]] {
        try onQueue { (connection) throws(StoreProblem) in
            try connection.all(
                """
                SELECT sha256, day, kind, hex(body) FROM packed
                JOIN content ON content.id = packed.content ORDER BY 2, 3, 1, 4
                """
            ) { [$0.text(0), String($0.integer(1)), String($0.integer(2)), $0.text(3)] }
        }
    }
}

struct DayRowTableTests {
    @Test func `a daily export of the whole history adds one row a day`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        for day in 0..<20 {
            let history = (0..<(day * 24 + 12)).map { minute($0 * 60, 50, line: Int32($0)) }
            let result = try store.record(file(day), draft(steps: history))
            #expect(result.marked == [days(max(0, day - 1), day)])
        }
        #expect(try store.storedRows().count == 20)
    }

    @Test func `a minute that grew is stored and marked, the row before it goes`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        _ = try store.record(file(2), draft(steps: [minute(0, 30), minute(1, 80)]))
        let grown = try store.record(file(1), draft(steps: [minute(0, 90), minute(1, 80)]))
        #expect(grown.marked == [days(0, 0)])
        #expect(try store.storedRows().map(\.[0]) == [sha(1)])
        let shrunk = try store.record(file(0), draft(steps: [minute(0, 20), minute(1, 80)]))
        #expect(shrunk.marked == [])
        #expect(try store.storedRows().map(\.[0]) == [sha(1)])
    }

    @Test func `of rows that say the same that of the least hash stays`() throws {
        for order in [[1, 2, 3], [3, 2, 1], [2, 3, 1]] {
            let folder = StoreFolder()
            defer { folder.remove() }
            let store = try WalkStore(path: folder.database)
            for number in order {
                // The lines differ, so the bodies do.
                _ = try store.record(
                    file(number),
                    draft(steps: [minute(0, 30, line: Int32(number))])
                )
            }
            #expect(try store.storedRows().map(\.[0]) == [sha(1)])
        }
    }

    @Test func `rows of which neither contains the other are both kept`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        _ = try store.record(file(1), draft(steps: [minute(0, 30), minute(1, 30)]))
        let result = try store.record(file(2), draft(steps: [minute(1, 30), minute(2, 30)]))
        #expect(result.marked == [days(0, 0)])
        #expect(try store.storedRows().count == 2)
        // All of it is known from one file or the other: nothing to derive.
        let both = try store.record(file(3), draft(steps: (0..<3).map { minute($0, 30) }))
        #expect(both.marked == [])
        #expect(try store.storedRows().map(\.[0]) == [sha(3)])
    }

    @Test func `a count that nobody can take does not hide the one that counts`() throws {
        for order in [[0, 1], [1, 0]] {
            let folder = StoreFolder()
            defer { folder.remove() }
            let store = try WalkStore(path: folder.database)
            let drafts = [[minute(0, 9999)], [minute(0, 40)]]
            for number in order {
                let result = try store.record(file(number), draft(steps: drafts[number]))
                #expect(result.marked == [days(0, 0)])
            }
            let found = try store.observations(person: "me", in: minutes(0..<5), limits: limits)
            #expect(Set(found.steps.map(\.reading.steps)) == [9999, 40])
        }
    }

    @Test func `other sources and persons do not contain each other`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        let phone = Source(name: "phone", kind: .phone)
        _ = try store.record(file(1), draft(steps: [minute(0, 30)]))
        _ = try store.record(file(2), draft(steps: [minute(0, 30)], source: phone))
        _ = try store.record(file(3, person: "anna"), draft(steps: [minute(0, 30)]))
        #expect(try store.storedRows().count == 3)
    }

    @Test func `what is stored and marked depends on the files and not on their order`() throws {
        for seed in UInt64(0)..<20 {
            var generator = SeededGenerator(seed: seed)
            let values: [Int32] = [0, 30, 100, 9999]
            let files = (0..<5).map { _ in
                (0..<Int.random(in: 1...6, using: &generator)).map { line in
                    minute(
                        Int.random(in: 0..<4, using: &generator) * 480,
                        values[Int.random(in: 0..<4, using: &generator)],
                        line: Int32(line)
                    )
                }
            }
            var results: [[[String]]] = []
            for _ in 0..<3 {
                let folder = StoreFolder()
                defer { folder.remove() }
                let store = try WalkStore(path: folder.database)
                for number in Array(files.indices).shuffled(using: &generator) {
                    _ = try store.record(file(number), draft(steps: files[number]))
                }
                results.append(try store.storedRows())
            }
            #expect(results[0] == results[1] && results[1] == results[2], "seed \(seed)")
        }
    }

    @Test func `nothing that was ever said is lost`() throws {
        for seed in UInt64(100)..<120 {
            var generator = SeededGenerator(seed: seed)
            let folder = StoreFolder()
            defer { folder.remove() }
            let store = try WalkStore(path: folder.database)
            var said: [StepReading] = []
            for number in 0..<6 {
                let steps = (0..<5).map { line in
                    minute(
                        Int.random(in: 0..<5, using: &generator),
                        Int32.random(in: 0..<400, using: &generator),
                        line: Int32(line)
                    )
                }
                said += steps
                let before = try store.markedDays(person: "me").newest
                let news = try !store.record(file(number), draft(steps: steps)).marked.isEmpty
                #expect(news == (try store.markedDays(person: "me").newest > before))
            }
            let found = try store.observations(person: "me", in: minutes(0..<9), limits: limits)
            for reading in said {
                #expect(
                    found.steps.contains {
                        $0.reading.hasKey(of: reading) && $0.reading.covers(reading)
                    },
                    "seed \(seed)"
                )
            }
        }
    }
}
