import Dispatch
import Testing

@testable import Store

struct StatementTests {
    @Test func `a value that is missing is told apart from an empty one`() throws {
        try withConnection { connection in
            try connection.rows(
                "SELECT ?, ?, ?, ?",
                [.null, .text(""), .optional(nil as Int64?), .integer(0)]
            ) { row in
                #expect(row.optionalText(0) == nil)
                #expect(row.optionalText(1) == "")
                #expect(row.optionalInteger(2) == nil)
                #expect(row.optionalInteger(3) == 0)
                #expect(row.text(0) == "")
                #expect(row.integer(2) == 0)
                #expect(row.blob(0) == [])
            }
        }
    }

    @Test func `values of one use are not seen in the next`() throws {
        try withConnection { connection in
            try connection.run("CREATE TABLE t (a TEXT, b BLOB) STRICT")
            let sql = "INSERT INTO t VALUES (?, ?)"
            try connection.run(sql, [.text("long text that must go"), .blob([1, 2, 3])])
            try connection.run(sql, [.optional(nil as String?), .blob([])])
            let rows = try connection.all("SELECT a, b FROM t ORDER BY rowid") {
                [$0.optionalText(0) ?? "nothing", "\($0.blob(1))"]
            }
            #expect(rows == [["long text that must go", "[1, 2, 3]"], ["nothing", "[]"]])
        }
    }

    @Test func `large blobs and texts of any bytes come back`() throws {
        try withConnection { connection in
            let blob = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            let text = String(repeating: "å\"'\u{0}%;--", count: 1000)
            let back = try connection.one("SELECT ?, ?", [.blob(blob), .text(text)]) {
                ($0.blob(0), $0.text(1))
            }
            #expect(back?.0 == blob)
            #expect(back?.1 == text)
        }
    }

    @Test func `flags are one and zero`() {
        #expect(SQLValue.flag(true) == .integer(1))
        #expect(SQLValue.flag(false) == .integer(0))
    }

    @Test func `a value too few traps`() async {
        await #expect(processExitsWith: .failure) {
            let queue = DispatchQueue(label: "amble.store.test")
            try queue.sync {
                let connection = try Connection(
                    path: ":memory:",
                    access: .readWrite,
                    queue: queue
                )
                try connection.run("SELECT ?, ?", [.null])
            }
        }
    }
}
