import TestSupport

extension Mutation {
    /// Ways to write the same content into another file of SQLite.
    static let databases: [Mutation] = [
        database("pages of another size") { dump, generator in
            let sizes = [512, 1024, 2048, 8192, 16_384, 32_768, 65_536]
            return try dump.made(
                pageBytes: sizes.randomElement(using: &generator) ?? 4096,
                reservedBytes: Int32.random(in: 0...32, using: &generator)
            )
        },
        database("texts of another encoding") { dump, generator in
            let isLittle = Bool.random(using: &generator)
            return try dump.made(encoding: isLittle ? "UTF-16le" : "UTF-16be")
        },
        database("rows in another order") { dump, generator in
            var dump = dump
            for index in dump.tables.indices { dump.tables[index].rows.shuffle(using: &generator) }
            return try dump.made()
        },
        database("rows twice") { dump, _ in
            var dump = dump
            for (index, table) in dump.tables.enumerated()
            where table.numbersRows && !table.name.contains("session") {
                // Each with a number of its own, which the parts of a session do not know.
                dump.tables[index].rows += table.rows.map { ["NULL"] + $0.dropFirst() }
            }
            return try dump.made()
        },
        database("columns in another order") { dump, generator in
            var dump = dump
            for index in dump.tables.indices {
                dump.tables[index].columns.shuffle(using: &generator)
            }
            return try dump.made()
        },
        database("more columns") { dump, generator in
            let table = dump.tables.randomElement(using: &generator)?.name ?? ""
            let kinds = ["INTEGER", "TEXT", "REAL DEFAULT 1.5", "INTEGER NOT NULL DEFAULT 7"]
            let kind = kinds.randomElement(using: &generator) ?? ""
            // Rows that are there already stay as short as they are.
            return try dump.made([], ["ALTER TABLE \"\(table)\" ADD COLUMN added \(kind)"])
        },
        database("more tables, views and indexes") { dump, generator in
            guard let table = dump.tables.randomElement(using: &generator),
                let column = table.stored.randomElement(using: &generator)
            else { return [] }
            return try dump.made(
                ["CREATE TABLE other (a, steps INTEGER)", "INSERT INTO other VALUES (1, 2)"],
                [
                    "CREATE INDEX i ON \"\(table.name)\" (\"\(column)\")",
                    "CREATE VIEW v AS SELECT * FROM \"\(table.name)\"",
                ]
            )
        },
        database("free pages") { dump, generator in
            let count = Int.random(in: 1...300, using: &generator)
            let filling = """
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(count))
                INSERT INTO gone SELECT i, printf('%.*c', 90, 'x') FROM n
                """
            return try dump.made(["CREATE TABLE gone (a, b)", filling], ["DROP TABLE gone"])
        },
        database("pages that know their parents") { dump, generator in
            try dump.made(["PRAGMA auto_vacuum=\(Int.random(in: 1...2, using: &generator))"])
        },
        database("numbers of rows where there were none") { dump, _ in
            var dump = dump
            for index in dump.tables.indices { dump.tables[index].tail = "" }
            return try dump.made()
        },
        database("columns of another type") { dump, generator in
            var dump = dump
            let type = ["TEXT", "REAL", "NUMERIC", "BLOB"].randomElement(using: &generator) ?? ""
            for index in dump.tables.indices {
                dump.tables[index].columns = dump.tables[index].columns.map { column in
                    // Only whole numbers may be the number of a row.
                    column.contains("PRIMARY KEY")
                        ? column : column.replacing(" INTEGER", with: " \(type)")
                }
            }
            return try dump.made()
        },
        database("a log of writes was beside it") { dump, _ in
            var bytes = try dump.made()
            bytes[18] = 2
            bytes[19] = 2
            return bytes
        },
    ]

    private static func database(
        _ name: String,
        _ write: @escaping @Sendable (DatabaseDump, inout SeededGenerator) throws -> [UInt8]
    ) -> Mutation {
        Mutation(name, .same) { sample, generator in
            guard let dump = sample.dump, let bytes = try? write(dump, &generator), !bytes.isEmpty
            else { return nil }
            return Mutant(bytes)
        }
    }
}
