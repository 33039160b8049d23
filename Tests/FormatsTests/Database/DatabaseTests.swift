import Model
import TestSupport
import Testing

@testable import Formats

/// Our reading of files beside that of SQLite itself.
@Suite("The reader of SQLite databases")
struct DatabaseTests {
    /// Rows with numbers of every size, texts that fill more than a page, and gaps.
    private static func plain(_ count: Int) -> [String] {
        [
            "CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b TEXT, c REAL, d BLOB)",
            """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(count))
            INSERT INTO t SELECT i * 3, CASE i % 9 WHEN 0 THEN NULL WHEN 1 THEN 0 WHEN 2 THEN 1
                WHEN 3 THEN -i WHEN 4 THEN i * 300 WHEN 5 THEN -i * 70000 WHEN 6 THEN i * 20000000
                WHEN 7 THEN i * 3000000000 ELSE -9223372036854775807 + i END,
                'søster ' || i || CASE WHEN i % 1000 = 7 THEN printf('%.*c', 9000, 'x') ELSE '' END,
                i + 0.5, x'00ff' FROM n
            """,
            "DELETE FROM t WHERE id % 21 = 0",
        ]
    }

    private static let layouts: [(pageBytes: Int, reserved: Int32, encoding: String)] = [
        (512, 0, "UTF-8"), (512, 32, "UTF-16le"), (1024, 0, "UTF-16be"), (2048, 0, "UTF-8"),
        (4096, 0, "UTF-8"), (4096, 12, "UTF-8"), (8192, 0, "UTF-8"), (16384, 0, "UTF-8"),
        (32768, 0, "UTF-16le"), (65536, 0, "UTF-8"), (65536, 255, "UTF-16be"),
    ]

    @Test("Pages of every size, reserved bytes and encodings read as SQLite reads them")
    func layouts() throws {
        for layout in Self.layouts {
            // Ten thousand rows of small pages make trees of three levels.
            let rows = layout.pageBytes == 1024 ? 10_000 : 1400
            let made = try MadeDatabase(
                Self.plain(rows),
                pageBytes: layout.pageBytes,
                reservedBytes: layout.reserved,
                encoding: layout.encoding
            )
            let database = try Database(MemoryBytes(made.bytes))
            #expect(database.file.header.pageBytes == layout.pageBytes)
            #expect(database.file.header.usableBytes == layout.pageBytes - Int(layout.reserved))
            let output = quietOutput()
            let found = try database.rows(of: "T", ["id", "a", "B", "c"], output)
            let expected = try MadeDatabase.rows(of: made.bytes, "SELECT id, a, b, c FROM t")
            #expect(found.count == rows - rows / 7)
            #expect(found == expected, "\(layout)")
            #expect(output.problems.isEmpty)
        }
    }

    @Test("A table without row numbers is read in the order of its key, with its columns in theirs")
    func withoutRowNumbers() throws {
        for pageBytes in [512, 4096, 65_536] {
            let made = try MadeDatabase(
                [
                    """
                    CREATE TABLE "W" ("RAW" INTEGER NOT NULL, "TIMESTAMP" INTEGER NOT NULL ,
                    "DEVICE_ID" INTEGER NOT NULL , note TEXT, "STEPS" INTEGER,
                    PRIMARY KEY ("TIMESTAMP" ,"DEVICE_ID" ) ON CONFLICT REPLACE) WITHOUT ROWID
                    """,
                    """
                    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2500)
                    INSERT INTO w SELECT i, (i * 7919) % 7907, i % 3,
                        printf('%.*c', i % 700, 'y'), i * 2 FROM n
                    """,
                ],
                pageBytes: pageBytes
            )
            let output = quietOutput()
            let columns = ["steps", "timestamp", "device_id", "raw", "note"]
            let found = try Database(MemoryBytes(made.bytes)).rows(of: "w", columns, output)
            let expected = try MadeDatabase.rows(
                of: made.bytes,
                "SELECT steps, timestamp, device_id, raw, note FROM w ORDER BY timestamp, device_id"
            )
            #expect(found.count == 2500)
            #expect(found == expected)
            #expect(output.problems.isEmpty)
        }
    }

    @Test("Columns that were added later or are worked out are where SQLite finds them")
    func columns() throws {
        let made = try MadeDatabase([
            """
            CREATE TABLE t (/* a key, */ "a""b" INTEGER, [c d] INTEGER -- one, two
            , e INTEGER AS (length('),(') + 1) VIRTUAL, f INTEGER AS ("a""b" + 1) STORED,
            g DECIMAL(10,5) DEFAULT (1), CHECK ("a""b" > 0), PRIMARY KEY("a""b" DESC))
            """,
            "INSERT INTO t (\"a\"\"b\", [c d], g) VALUES (5, 6, 8)",
            "ALTER TABLE t ADD COLUMN h INTEGER AS (1000 * [c d])",
            "ALTER TABLE t ADD COLUMN i INTEGER",
            "INSERT INTO t VALUES (7, 8, 9, 10)",
        ])
        let database = try Database(MemoryBytes(made.bytes))
        let output = quietOutput()
        let found = try database.rows(of: "t", ["a\"b", "c d", "f", "g", "i"], output)
        #expect(found == ["5|6|6|8|null", "7|8|8|9|10"])
        #expect(database.has("t", "a\"b"))
        #expect(!database.has("t", "e"))
        #expect(!database.has("t", "h"))
    }

    @Test("Which column stands for the number of the row is as SQLite has it")
    func rowNumbers() throws {
        let stored: [(String, TableDefinition.Place?)] = [
            ("CREATE TABLE t (a INTEGER PRIMARY KEY AUTOINCREMENT, b)", .rowNumber),
            ("CREATE TABLE t (a INTEGER PRIMARY KEY DESC, b)", .stored(0)),
            ("CREATE TABLE t (a INTEGER, b, PRIMARY KEY (a DESC))", .rowNumber),
            ("CREATE TABLE t (a INTEGER, b, PRIMARY KEY (a, b))", .stored(0)),
            ("CREATE TABLE t (a INT PRIMARY KEY, b)", .stored(0)),
            ("CREATE TABLE t (a INTEGER NOT NULL PRIMARY KEY, b)", .rowNumber),
            ("CREATE TABLE t (b, a INTEGER PRIMARY KEY) WITHOUT ROWID", .stored(0)),
            ("CREATE TABLE t (b, a INTEGER)", .stored(1)),
            ("CREATE TABLE t (b, a INTEGER, PRIMARY KEY (c)) WITHOUT ROWID", nil),
            ("CREATE TABLE t (b, a INTEGER", nil),
            ("CREATE VIEW t AS SELECT 1 AS a", nil),
        ]
        for (sql, place) in stored {
            #expect(TableDefinition(sql: sql)?.place(of: "A") == place, "\(sql)")
        }
    }

    @Test("Rows are read alike, however the bytes come")
    func patches() throws {
        let made = try MadeDatabase(Self.plain(2000), pageBytes: 1024)
        let whole = try Database(MemoryBytes(made.bytes)).rows(of: "t", ["id", "b"], quietOutput())
        let source = PatchyBytes(made.bytes, largest: 700, seed: 3)
        let patches = try Database(source).rows(of: "t", ["id", "b"], quietOutput())
        #expect(patches == whole)
    }

    @Test("Of a file without a current count of pages its length decides")
    func oldWriters() throws {
        var bytes = try MadeDatabase(Self.plain(7000)).bytes
        let pages = bytes.count / 4096
        bytes[95] ^= 1
        let database = try Database(MemoryBytes(bytes))
        #expect(database.file.header.declaredPages == nil)
        #expect(database.file.pageCount == pages)
        #expect(!database.file.isTruncated)
        #expect(try database.rows(of: "t", ["id"], quietOutput()).count == 6000)
    }
}
