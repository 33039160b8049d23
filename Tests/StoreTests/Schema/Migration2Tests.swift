import Model
import Testing

@testable import Store

struct Migration2Tests {
    @Test func `what the program before refused is looked at anew`() throws {
        try withConnection { connection in
            try connection.run("PRAGMA foreign_keys = ON")
            try Schema.migrate(connection, with: [Migration1.statements])
            let ledger = Ledger(connection: connection)
            for (number, outcome) in [(1, "refused"), (2, "taken"), (3, "refused")] {
                let file = file(number, outcome: outcome == "taken" ? .taken : .refused)
                let content = try ledger.noteContent(file, sha256: sha(number))
                try ledger.noteSighting(file, content: content)
            }
            // The third one has readings that lie in the future.
            let source = try SourceTable(connection: connection).noted(watch)
            try connection.run(
                "INSERT INTO packed VALUES (1, 1, \(source), 0, 0, 3, 0, 0, x'00')"
            )
            try Schema.migrate(connection, with: [Migration1.statements, Migration2.statements])
            let left = try connection.all("SELECT sha256 FROM content ORDER BY id") { $0.text(0) }
            #expect(left == [sha(2), sha(3)])
            let files = try ledger.files(person: "me")
            #expect(files.map(\.outcome) == [.refused, .taken, .refused])
        }
    }

    @Test func `an entry stands once in its diary`() throws {
        try withConnection { connection in
            try Schema.migrate(connection)
            let content = try Ledger(connection: connection)
                .noteContent(diaryFile(1), sha256: sha(1))
            let table = DiaryTable(connection: connection, person: 1)
            let id = try table.note([47], content: content, readAgain: nil)
            let sql = "INSERT INTO diary_entry VALUES (\(id), 0, 'pain', '4')"
            try connection.run(sql)
            #expect(throws: StoreProblem.self) { try connection.run(sql) }
        }
    }
}
