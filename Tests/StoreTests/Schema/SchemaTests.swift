import Testing

@testable import Store

struct SchemaTests {
    @Test func `each migration runs once and in order`() throws {
        try withConnection { connection in
            let first = [["CREATE TABLE a (x INTEGER) STRICT"]]
            try Schema.migrate(connection, with: first)
            #expect(try Schema.version(of: connection) == 1)
            let both = first + [["CREATE TABLE b (x INTEGER) STRICT", "INSERT INTO b VALUES (7)"]]
            try Schema.migrate(connection, with: both)
            try Schema.migrate(connection, with: both)
            #expect(try Schema.version(of: connection) == 2)
            #expect(try connection.all("SELECT x FROM b") { $0.integer(0) } == [7])
        }
    }

    @Test func `a migration that fails leaves the layout before it`() throws {
        try withConnection { connection in
            let broken = [
                ["CREATE TABLE a (x INTEGER) STRICT", "CREATE TABLE a (x INTEGER) STRICT"]
            ]
            #expect(throws: StoreProblem.self) { try Schema.migrate(connection, with: broken) }
            let tables = try connection.all("SELECT name FROM sqlite_schema") { $0.text(0) }
            #expect(tables == [])
            #expect(try Schema.version(of: connection) == 0)
        }
    }

    @Test func `a database of a newer program is left alone`() throws {
        try withConnection { connection in
            try connection.run("PRAGMA user_version = 99")
            let problem = #expect(throws: StoreProblem.self) { try Schema.migrate(connection) }
            #expect(problem?.kind == .otherVersion)
            #expect(problem?.description.contains("99") == true)
        }
    }

    @Test func `a reader wants exactly its own layout`() throws {
        try withConnection { connection in
            let empty = #expect(throws: StoreProblem.self) { try Schema.check(connection) }
            #expect(empty?.isMissing == true)
            try Schema.migrate(connection)
            try Schema.check(connection)
            try connection.run("PRAGMA user_version = 99")
            let newer = #expect(throws: StoreProblem.self) { try Schema.check(connection) }
            #expect(newer?.kind == .otherVersion)
        }
    }

    @Test func `every table is strict`() throws {
        try withConnection { connection in
            try Schema.migrate(connection)
            let loose = try connection.all(
                """
                SELECT name FROM pragma_table_list
                WHERE NOT strict AND type = 'table' AND name NOT LIKE 'sqlite_%'
                """
            ) { $0.text(0) }
            #expect(loose == [])
        }
    }
}
