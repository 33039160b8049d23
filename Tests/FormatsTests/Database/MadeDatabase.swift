import CSQLite
import Model
import TestSupport

@testable import Formats

/// Databases that SQLite itself makes in memory, for tests.
struct MadeDatabase {
    struct Failure: Error {
        let message: String
    }

    /// The whole file.
    let bytes: [UInt8]

    /// Runs statements in an empty database.
    ///
    /// - Parameters:
    ///   - statements: what is done, one after the other.
    ///   - pageBytes: the size of its pages.
    ///   - reservedBytes: what is left free at the end of each page.
    ///   - encoding: how its texts are written, in words of SQLite.
    /// - Throws: what SQLite said.
    init(
        _ statements: [String],
        pageBytes: Int = 4096,
        reservedBytes: Int32 = 0,
        encoding: String = "UTF-8"
    ) throws {
        var handle: OpaquePointer?
        guard sqlite3_open(":memory:", &handle) == SQLITE_OK, let handle else {
            throw Failure(message: "no memory")
        }
        defer { sqlite3_close(handle) }
        var reserve = reservedBytes
        _ = sqlite3_file_control(handle, "main", SQLITE_FCNTL_RESERVE_BYTES, &reserve)
        let all = ["PRAGMA page_size=\(pageBytes)", "PRAGMA encoding='\(encoding)'"] + statements
        for statement in all {
            guard sqlite3_exec(handle, statement, nil, nil, nil) == SQLITE_OK else {
                throw Failure(message: "\(String(cString: sqlite3_errmsg(handle))): \(statement)")
            }
        }
        var size: sqlite3_int64 = 0
        guard let image = sqlite3_serialize(handle, "main", &size, 0) else {
            throw Failure(message: "nothing in it")
        }
        defer { sqlite3_free(image) }
        bytes = Array(UnsafeBufferPointer(start: image, count: Int(size)))
    }

    /// What SQLite itself finds in a file, each row as its columns between bars.
    static func rows(of bytes: [UInt8], _ query: String) throws -> [String] {
        var handle: OpaquePointer?
        guard sqlite3_open(":memory:", &handle) == SQLITE_OK, let handle else {
            throw Failure(message: "no memory")
        }
        defer { sqlite3_close(handle) }
        guard let copy = sqlite3_malloc64(sqlite3_uint64(bytes.count)) else {
            throw Failure(message: "no memory")
        }
        copy.copyMemory(from: bytes, byteCount: bytes.count)
        let image = copy.assumingMemoryBound(to: UInt8.self)
        let size = sqlite3_int64(bytes.count)
        let flags = UInt32(SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY)
        guard sqlite3_deserialize(handle, "main", image, size, size, flags) == SQLITE_OK else {
            throw Failure(message: "no database")
        }
        var statement: OpaquePointer?
        guard sqlite3_prepare_v2(handle, query, -1, &statement, nil) == SQLITE_OK else {
            throw Failure(message: String(cString: sqlite3_errmsg(handle)))
        }
        defer { sqlite3_finalize(statement) }
        var rows: [String] = []
        while sqlite3_step(statement) == SQLITE_ROW {
            rows.append(
                (0..<sqlite3_column_count(statement)).map { column in
                    sqlite3_column_text(statement, column).map { String(cString: $0) } ?? "null"
                }.joined(separator: "|")
            )
        }
        return rows
    }
}

/// A sink and an output that belong to nobody.
func quietOutput() -> ReadingOutput {
    ReadingOutput(CSVSink(), plausibility: Plausibility(now: CSVTrial.now))
}

extension Database {
    /// The rows of a table as `MadeDatabase.rows` writes them; damaged pages are left out.
    func rows(of name: String, _ columns: [String], _ output: ReadingOutput) throws -> [String] {
        guard let table = self[name] else { return [] }
        var rows: [String] = []
        try forEachRow(of: table, columns, output) { row in
            rows.append(row.cells.map(\.plain).joined(separator: "|"))
            return true
        }
        return rows
    }
}

extension DatabaseCell {
    /// The value without quotes.
    fileprivate var plain: String {
        switch self {
        case .null: "null"
        case .integer(let value): "\(value)"
        case .real(let value): "\(value)"
        case .text(let text): text
        case .bytes: "bytes"
        }
    }
}
