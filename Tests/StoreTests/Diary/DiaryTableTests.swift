import Model
import TestSupport
import Testing

@testable import Store

struct DiaryTableTests {
    /// Runs a test with a table of one person and the identity of one diary in it.
    private func withTable(_ body: (DiaryTable, Int64) throws -> Void) throws {
        try withConnection { connection in
            try Schema.migrate(connection)
            let ledger = Ledger(connection: connection)
            let person = try ledger.notedPerson("me")
            let content = try ledger.noteContent(diaryFile(1), sha256: sha(1))
            let table = DiaryTable(connection: connection, person: person)
            try body(table, try table.note([47, 97], content: content, readAgain: nil))
        }
    }

    @Test func `a path is noted once, with what it holds now`() throws {
        try withTable { table, id in
            let other = try Ledger(connection: table.connection)
                .noteContent(diaryFile(2), sha256: sha(2))
            let again = try table.note([47, 97], content: other, readAgain: morning)
            #expect(again == id)
            let standing = try #require(try table.standing([47, 97]))
            #expect(standing.sha256 == sha(2))
            #expect(standing.readAgain == morning)
            #expect(try table.standing([47, 98]) == nil)
        }
    }

    @Test func `the earliest entry that came or went is told`() throws {
        try withTable { table, id in
            let two = [entry(5, .pain(4)), entry(3, .flareUp(false))]
            let said = [[], two, two.reversed(), [two[1]]]
            var changes: [Instant?] = []
            for entries in said {
                changes.append(try table.replaceEntries(of: id, by: entries))
            }
            #expect(changes == [nil, two[1].time, nil, two[0].time])
            let left = try table.entries()
            #expect(left == [two[1]])
        }
    }

    @Test func `every content that can be written is read back`() throws {
        try withTable { table, id in
            var entries = DiaryFlag.allCases.map { entry(1, .flag($0)) }
            let words: [PlanWord] = [
                .start, .restart, .pause, .resume, .cleared, .level("0.12"), .baseline(60),
                .usual(0), .usualAuto,
            ]
            entries += words.map { entry(2, .plan($0)) }
            entries += [entry(-4, .pain(0)), entry(-4, .walk(600)), entry(-4, .moves(1))]
            _ = try table.replaceEntries(of: id, by: entries)
            #expect(try table.entries() == entries.sorted())
        }
    }

    @Test func `what no version wrote is damage`() throws {
        try withTable { table, id in
            try table.connection.run("INSERT INTO diary_entry VALUES (\(id), 0, 'pain', '99')")
            let problem = #expect(throws: StoreProblem.self) { try table.entries() }
            #expect(problem?.kind == .damaged)
        }
    }

    @Test func `a walk over midnight marks both its days and those beside them`() throws {
        try withTable { table, id in
            let source = try SourceTable(connection: table.connection).noted(watch)
            let walk = DiaryTable.DeclaredWalk(
                source: source,
                first: morning.advanced(by: -600_000),
                last: morning.advanced(by: 600_000),
                line: 4
            )
            #expect(try table.replaceWalks(of: id, by: [walk, walk]).ranges == [days(-2, 1)])
            #expect(try table.walks("diary_walk", []) == [walk])
            let moved = DiaryTable.DeclaredWalk(
                source: source,
                first: walk.first,
                last: walk.last,
                line: 9
            )
            #expect(try table.replaceWalks(of: id, by: [moved]).isEmpty)
            #expect(try table.walks("diary_walk", []) == [moved])
            #expect(try table.replaceWalks(of: id, by: []).ranges == [days(-2, 1)])
        }
    }

    @Test func `whatever is said in turn, the last word of each path holds`() throws {
        var generator = SeededGenerator(seed: 11)
        try withStore { store in
            var said: [String: [DiaryEntry]] = [:]
            for content in 1...60 {
                let path = "/\(Int.random(in: 0..<3, using: &generator))"
                let entries = (0..<Int.random(in: 0..<6, using: &generator)).map { _ in
                    let minute = Int.random(in: 0..<4, using: &generator) * 700
                    let isWalk = Bool.random(using: &generator)
                    return entry(minute, isWalk ? .walk(20) : .pain(minute / 700))
                }
                try store.say(entries, content: content, path: path)
                said[path] = entries
                let all = Set(said.values.joined())
                #expect(try store.diary(person: "me") == all.sorted())
                let walks = all.filter { $0.content == .walk(20) }.count
                let found = try store.declaredWalks(now: morning.advanced(by: 8 * 86_400_000))
                #expect(Set(found).count == walks)
            }
        }
    }
}
