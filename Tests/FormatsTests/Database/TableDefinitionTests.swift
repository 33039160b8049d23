import Model
import TestSupport
import Testing

@testable import Formats

/// Tables as SQLite itself makes them, of every make: the columns are where the text of the table says.
@Suite("The definitions of tables")
struct TableDefinitionTests {
    @Test("The key is the number of the row wherever it stands among the columns")
    func rowNumber() throws {
        for sql in [
            "CREATE TABLE t (a INTEGER, id INTEGER PRIMARY KEY, b TEXT)",
            "CREATE TABLE t (a INTEGER, id INTEGER, b TEXT, PRIMARY KEY (id))",
            "CREATE TABLE t (a INTEGER NOT NULL DEFAULT 1, \"id\" \"INTEGER\" PRIMARY KEY)",
        ] {
            let definition = try #require(TableDefinition(sql: sql), "\(sql)")
            #expect(definition.place(of: "ID") == .rowNumber, "\(sql)")
            #expect(definition.place(of: "a") == .stored(0), "\(sql)")
        }
        for sql in [
            "CREATE TABLE t (a INTEGER, id INT PRIMARY KEY)",
            "CREATE TABLE t (a INTEGER, id INTEGER PRIMARY KEY DESC)",
            "CREATE TABLE t (a INTEGER, id INTEGER, PRIMARY KEY (id, a))",
        ] {
            #expect(TableDefinition(sql: sql)?.place(of: "id") == .stored(1), "\(sql)")
        }
    }

    @Test("Rows are in the order of a key that ascends, and only then")
    func order() {
        func ascends(_ text: String) -> Bool? {
            TableDefinition(sql: "CREATE TABLE t (a, b INTEGER\(text)")?.ascends
        }
        #expect(ascends(", PRIMARY KEY (b, a)) WITHOUT ROWID") == true)
        #expect(ascends(", PRIMARY KEY (b DESC, a)) WITHOUT ROWID") == false)
        #expect(ascends(" PRIMARY KEY DESC) WITHOUT ROWID") == false)
        #expect(ascends(", PRIMARY KEY (b))") == false)
    }

    @Test("What is no table is none")
    func strangers() {
        for sql in [
            "", "CREATE INDEX i ON t (a)", "CREATE TABLE t", "CREATE TABLE t (a, a)",
            "CREATE TABLE t (a", "CREATE TABLE t (a,)", "CREATE TABLE t (a) WITHOUT ROWID",
        ] {
            #expect(TableDefinition(sql: sql) == nil, "\(sql)")
        }
    }

    @Test("A table of any make has the rows that SQLite finds in it", arguments: 0..<40)
    func anyTable(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<5 {
            let table = RandomTable(using: &generator)
            let bytes = try MadeDatabase([table.creation] + table.insertions, pageBytes: 1024).bytes
            let columns = table.names.shuffled(using: &generator)
            let list = columns.map { "\"\($0)\"" }.joined(separator: ", ")
            let expected = try MadeDatabase.rows(of: bytes, "SELECT \(list) FROM t")
            let output = quietOutput()
            let found = try Database(MemoryBytes(bytes)).rows(of: "t", columns, output)
            #expect(found.sorted() == expected.sorted(), "\(table.creation)")
            #expect(output.problems.isEmpty, "\(table.creation)")
        }
    }
}

/// A table with odd declarations and a few rows.
private struct RandomTable {
    let creation: String
    let insertions: [String]
    /// The columns that are stored.
    let names: [String]

    init(using generator: inout SeededGenerator) {
        let count = Int.random(in: 2...7, using: &generator)
        let all = (0..<count).map { "c\($0)" }
        let key = all.shuffled(using: &generator).prefix(Int.random(in: 1...2, using: &generator))
        let hasNumbers = Bool.random(using: &generator)
        let isKeyApart = key.count > 1 || Bool.random(using: &generator)
        var parts: [String] = []
        for name in all {
            let isKey = !isKeyApart && name == key.first
            parts.append(Self.column(name, isKey: isKey, using: &generator))
            if Int.random(in: 0..<5, using: &generator) == 0 {
                parts.append("w\(name) INTEGER AS (length(\"\(name)\") + (1))")
            }
        }
        if isKeyApart { parts.append("PRIMARY KEY (\(key.joined(separator: ", ")))") }
        if Bool.random(using: &generator) { parts.append("CHECK (\"c0\" IS NOT 'none, at (all')") }
        let blank = [" ", "\n  ", " /* a ) comment */ ", " -- another (\n "]
        creation =
            "CREATE TABLE t (" + (blank.randomElement(using: &generator) ?? "")
            + parts.joined(separator: "," + (blank.randomElement(using: &generator) ?? "")) + ")"
            + (hasNumbers ? "" : " WITHOUT ROWID")
        names = all
        insertions = (1...12).map { row in
            let values = all.map { _ in
                // Each row differs from all others in every column.
                let value = row * 100 + Int.random(in: 0..<100, using: &generator)
                return "\(value - 600)"
            }
            let list = all.map { "\"\($0)\"" }.joined(separator: ", ")
            return "INSERT INTO t (\(list)) VALUES (\(values.joined(separator: ", ")))"
        }
    }

    private static func column(
        _ name: String,
        isKey: Bool,
        using generator: inout SeededGenerator
    ) -> String {
        let quoted = ["\(name)", "\"\(name)\"", "`\(name)`", "[\(name)]", name.uppercased()]
        let types = [
            "INTEGER", "integer", "INT", "BIGINT", "", "UNSIGNED BIG INT", "DECIMAL(10, 5)",
        ]
        let conditions = [
            "", "NOT NULL", "NOT NULL DEFAULT 7", "UNIQUE", "DEFAULT (1 + (2))",
            "CHECK (\"\(name)\" > -10000)", "COLLATE NOCASE", "CONSTRAINT k NOT NULL",
            "REFERENCES t (c0)",
        ]
        let words = [
            quoted.randomElement(using: &generator) ?? name,
            types.randomElement(using: &generator) ?? "", isKey ? "PRIMARY KEY" : "",
            conditions.randomElement(using: &generator) ?? "",
        ]
        return words.filter { !$0.isEmpty }.joined(separator: " ")
    }
}
