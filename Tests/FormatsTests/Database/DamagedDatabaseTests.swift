import Model
import TestSupport
import Testing

@testable import Formats

@Suite("Databases that are not as they should be")
struct DamagedDatabaseTests {
    /// A root with some sixty leaves.
    private static let rows = [
        "CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b TEXT)",
        """
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 900)
        INSERT INTO t SELECT i, i, printf('%.*c', 20 + i % 90, 'x') FROM n
        """,
    ]

    /// The root of the first table is the page behind the list of tables.
    private static func child(_ index: Int, of bytes: [UInt8], pageBytes: Int = 1024) -> Int {
        let root = bytes[pageBytes..<2 * pageBytes]
        let cell =
            Int(root[pageBytes + 12 + 2 * index]) << 8 | Int(root[pageBytes + 13 + 2 * index])
        return bytes[pageBytes + cell..<pageBytes + cell + 4].reduce(0) { $0 << 8 | Int($1) }
    }

    private static func read(_ bytes: [UInt8]) throws -> (rows: [String], problems: [Problem]) {
        let output = quietOutput()
        let rows = try Database(MemoryBytes(bytes)).rows(of: "t", ["id"], output)
        return (rows, output.problems.first)
    }

    @Test("A damaged page costs its rows and is named; all others are read")
    func damagedPage() throws {
        let made = try MadeDatabase(Self.rows, pageBytes: 1024).bytes
        #expect(made[1024] == 5)
        let page = Self.child(1, of: made)
        var bytes = made
        bytes[(page - 1) * 1024] = 77
        let (found, problems) = try Self.read(bytes)
        #expect(found.count < 900)
        #expect(found.count > 800)
        #expect(
            problems == [
                Problem(
                    at: TextPlace(line: 0, column: 0, byte: (page - 1) * 1024),
                    "page \(page) of the database is damaged (it is no page of this table); its rows"
                        + " were not read (table \"t\")"
                )
            ]
        )
    }

    @Test("Pages that lead in a circle, or are part of two things, are read once")
    func circles() throws {
        let made = try MadeDatabase(Self.rows, pageBytes: 1024).bytes
        var bytes = made
        // The last child of the root is the root.
        bytes.replaceSubrange(1024 + 8..<1024 + 12, with: [0, 0, 0, 2])
        let (found, problems) = try Self.read(bytes)
        #expect(found.count > 800)
        #expect(Set(found).count == found.count)
        #expect(problems.map(\.place.byte) == [1024])
    }

    @Test("Rows out of the order of their numbers are not taken")
    func order() throws {
        var bytes = try MadeDatabase(
            ["CREATE TABLE t (id INTEGER PRIMARY KEY)", "INSERT INTO t VALUES (1), (2), (3), (4)"],
            pageBytes: 512
        ).bytes
        // The two last cells change their places.
        let list = 512 + 8
        bytes.swapAt(list + 4, list + 6)
        bytes.swapAt(list + 5, list + 7)
        let (found, problems) = try Self.read(bytes)
        #expect(found == ["1", "2", "4"])
        #expect(problems.first?.message.contains("out of order") == true)
    }

    @Test("A broken chain of a long row costs that row alone")
    func chains() throws {
        let made = try MadeDatabase(
            [
                "CREATE TABLE t (b TEXT, id INTEGER)",
                "INSERT INTO t VALUES (printf('%.*c', 3000, 'x'), 1), ('short', 2)",
            ],
            pageBytes: 512
        ).bytes
        #expect(try Self.read(made).rows == ["1", "2"])
        var bytes = made
        // The second page of the chain leads back to the first of the database.
        let root = 512
        let cell = Int(bytes[root + 8]) << 8 | Int(bytes[root + 9])
        let usable = 512
        let least = (usable - 12) * 32 / 255 - 23
        // The record: a header of 5 bytes, the text, and a 1 that takes no room.
        let total = 5 + 3000 - 1
        let even = least + (total - least) % (usable - 4)
        let local = even <= usable - 35 ? even : least
        let link = root + cell + 3 + local
        let first = bytes[link..<link + 4].reduce(0) { $0 << 8 | Int($1) }
        #expect((3...9).contains(first))
        bytes.replaceSubrange((first - 1) * 512..<(first - 1) * 512 + 4, with: [0, 0, 0, 1])
        let (found, problems) = try Self.read(bytes)
        #expect(found == ["2"])
        #expect(problems.count == 1)
        #expect(problems.first?.message.contains("a row does not fit") == true)
    }

    @Test("A copy that breaks off is told from a whole one, and what is there is read")
    func truncated() throws {
        let made = try MadeDatabase(Self.rows, pageBytes: 1024).bytes
        let database = try Database(MemoryBytes(Array(made.prefix(made.count * 3 / 4))))
        #expect(database.file.isTruncated)
        #expect(database.file.pageCount == made.count * 3 / 4 / 1024)
        let output = quietOutput()
        let found = try database.rows(of: "t", ["id"], output)
        #expect(found.count > 400)
        #expect(found.count < 900)
        #expect(output.problems.first.contains { $0.message.contains("is missing") })
    }

    @Test("A header that is damaged, newer than Amble or cut off is refused with the reason")
    func headers() throws {
        let made = try MadeDatabase(["CREATE TABLE t (a)"], pageBytes: 512).bytes
        let damages: [(offset: Int, value: UInt8, words: String)] = [
            (16, 3, "pages of 768 bytes"), (20, 40, "pages with too little room"),
            (21, 65, "fractions"), (19, 3, "needs a newer reader (version 3"), (59, 4, "encoding"),
            (512 - 412, 0, "list of tables"),
        ]
        for damage in damages {
            var bytes = made
            bytes[damage.offset] = damage.value
            do {
                _ = try Database(MemoryBytes(bytes))
                Issue.record("taken in spite of \(damage)")
            } catch let refusal as DatabaseRefusal {
                #expect(refusal.message.contains(damage.words), "\(refusal.message)")
            }
        }
        for count in [16, 99, 100, 511] {
            #expect(throws: DatabaseRefusal.self) {
                try Database(MemoryBytes(Array(made.prefix(count))))
            }
        }
    }

    @Test("What the source throws is thrown on")
    func failing() {
        #expect(throws: FailingBytes.Broken.self) { try Database(FailingBytes()) }
    }
}
