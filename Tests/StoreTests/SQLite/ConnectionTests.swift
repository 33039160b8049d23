import CSQLite
import Dispatch
import Testing

@testable import Store

/// Runs a test with a connection to an empty database, on its queue.
func withConnection(
    _ body: (Connection) throws -> Void
) throws {
    let folder = StoreFolder()
    defer { folder.remove() }
    try DatabaseFiles.create(folder.database)
    let queue = DispatchQueue(label: "amble.store.test")
    try queue.sync {
        try body(try Connection(path: folder.database, access: .readWrite, queue: queue))
    }
}

struct ConnectionTests {
    @Test func `values of every kind come back`() throws {
        try withConnection { connection in
            try connection.run("CREATE TABLE t (a INTEGER, b TEXT, c BLOB, d BLOB, e TEXT) STRICT")
            try connection.run(
                "INSERT INTO t VALUES (?, ?, ?, ?, ?)",
                [.integer(.min), .text("å\u{0}b"), .blob([0, 255]), .blob([]), .null]
            )
            try connection.rows("SELECT a, b, c, d, e, d IS NULL FROM t") { row in
                #expect(row.integer(0) == .min)
                #expect(row.text(1) == "å\u{0}b")
                #expect(row.blob(2) == [0, 255])
                #expect(row.blob(3) == [])
                #expect(row.optionalText(4) == nil)
                #expect(row.integer(5) == 0)
            }
        }
    }

    @Test func `a transaction that fails leaves nothing and the next one works`() throws {
        try withConnection { connection in
            try connection.run("CREATE TABLE t (a INTEGER UNIQUE) STRICT")
            let problem = StoreProblem(.failed, path: "", detail: "stop")
            #expect(throws: problem) {
                try connection.transaction { () throws(StoreProblem) in
                    try connection.run("INSERT INTO t VALUES (1)")
                    throw problem
                }
            }
            #expect(throws: StoreProblem.self) {
                try connection.transaction { () throws(StoreProblem) in
                    try connection.run("INSERT INTO t VALUES (2)")
                    try connection.run("INSERT INTO t VALUES (2)")
                }
            }
            try connection.transaction { () throws(StoreProblem) in
                try connection.run("INSERT INTO t VALUES (3)")
            }
            #expect(try connection.all("SELECT a FROM t") { $0.integer(0) } == [3])
        }
    }

    @Test func `a full database rolls back and takes writes again when there is room`() throws {
        try withConnection { connection in
            try connection.run("PRAGMA journal_mode = WAL")
            try connection.run("CREATE TABLE t (a BLOB) STRICT")
            try connection.run("PRAGMA max_page_count = 10")
            let big = SQLValue.blob([UInt8](repeating: 1, count: 100_000))
            let problem = #expect(throws: StoreProblem.self) {
                try connection.transaction { () throws(StoreProblem) in
                    try connection.run("INSERT INTO t VALUES (x'01')")
                    try connection.run("INSERT INTO t VALUES (?)", [big])
                }
            }
            #expect(problem?.isDiskFull == true)
            #expect(try connection.one("SELECT count(*) FROM t") { $0.integer(0) } == 0)
            try connection.run("PRAGMA max_page_count = 1000")
            try connection.run("INSERT INTO t VALUES (?)", [big])
            #expect(try connection.one("SELECT count(*) FROM t") { $0.integer(0) } == 1)
        }
    }

    @Test func `the same statement may run inside its own rows`() throws {
        try withConnection { connection in
            try connection.run("CREATE TABLE t (a INTEGER) STRICT")
            try connection.run("INSERT INTO t VALUES (1), (2)")
            var pairs: [[Int64]] = []
            try connection.rows("SELECT a FROM t ORDER BY a") { (outer) throws(StoreProblem) in
                try connection.rows("SELECT a FROM t ORDER BY a") { inner in
                    pairs.append([outer.integer(0), inner.integer(0)])
                }
            }
            #expect(pairs == [[1, 1], [1, 2], [2, 1], [2, 2]])
        }
    }

    @Test func `a scan ends when its handler has seen enough`() throws {
        try withConnection { connection in
            try connection.run("CREATE TABLE t (a INTEGER) STRICT")
            try connection.run("INSERT INTO t VALUES (1), (2), (3)")
            var seen: [Int64] = []
            try connection.scan("SELECT a FROM t ORDER BY a") { row in
                seen.append(row.integer(0))
                return seen.count < 2
            }
            #expect(seen == [1, 2])
        }
    }

    @Test func `a statement that is wrong says so`() throws {
        try withConnection { connection in
            let problem = #expect(throws: StoreProblem.self) { try connection.run("SELEKT 1") }
            #expect(problem?.detail.contains("SELEKT") == true)
            #expect(problem?.kind == .failed)
        }
    }

    @Test func `another queue traps`() async {
        await #expect(processExitsWith: .failure) {
            let queue = DispatchQueue(label: "amble.store.test")
            let connection = try queue.sync {
                try Connection(path: ":memory:", access: .readWrite, queue: queue)
            }
            try connection.run("SELECT 1")
        }
    }
}
