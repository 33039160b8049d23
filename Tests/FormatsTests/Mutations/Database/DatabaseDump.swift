import TestSupport

/// What a database holds, taken apart so that it can be written in other ways.
struct DatabaseDump: Sendable {
    /// One table.
    struct Table: Sendable {
        let name: String
        /// The columns as they are declared, worked-out ones too.
        var columns: [String]
        /// What is declared behind the columns.
        let constraints: [String]
        /// What stands behind the brackets.
        var tail: String
        /// Names of the columns that are stored.
        let stored: [String]
        /// Each row as the literals of its stored columns.
        var rows: [[String]]

        /// Whether rows get numbers of their own.
        var numbersRows: Bool { columns.contains { $0.contains("AUTOINCREMENT") } }
    }

    var tables: [Table]

    /// Takes a file apart.
    init(_ bytes: [UInt8]) throws {
        let query = """
            SELECT name || char(31) || sql FROM sqlite_master
            WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid
            """
        tables = try MadeDatabase.rows(of: bytes, query).map { row in
            let parts = row.split(separator: "\u{1F}").map(String.init)
            return try Table(name: parts[0], sql: parts[1], bytes)
        }
    }

    /// The whole file, written anew, with statements before the tables are made and after they are
    /// filled.
    func made(
        _ first: [String] = [],
        _ last: [String] = [],
        pageBytes: Int = 512,
        reservedBytes: Int32 = 0,
        encoding: String = "UTF-8"
    ) throws -> [UInt8] {
        try MadeDatabase(
            first + tables.map(\.creation) + tables.flatMap(\.insertions) + last,
            pageBytes: pageBytes,
            reservedBytes: reservedBytes,
            encoding: encoding
        ).bytes
    }
}

extension DatabaseDump.Table {
    fileprivate init(name: String, sql: String, _ bytes: [UInt8]) throws {
        self.name = name
        let open = sql.firstIndex(of: "(") ?? sql.startIndex
        let close = sql.lastIndex(of: ")") ?? sql.endIndex
        let parts = Self.parts(of: sql[open..<close].dropFirst())
        columns = parts.filter { !Self.isConstraint($0) }
        constraints = parts.filter(Self.isConstraint)
        tail = String(sql[close...].dropFirst())
        stored = columns.filter { !$0.contains(" AS (") }.map(Self.name)
        let literals = stored.map { "quote(\"\($0)\")" }.joined(separator: " || char(31) || ")
        rows = try MadeDatabase.rows(of: bytes, "SELECT \(literals) FROM \"\(name)\"").map {
            $0.split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init)
        }
    }

    fileprivate var creation: String {
        "CREATE TABLE \"\(name)\" (\((columns + constraints).joined(separator: ",")))\(tail)"
    }

    fileprivate var insertions: [String] {
        let names = stored.map { "\"\($0)\"" }.joined(separator: ",")
        return rows.map { row in
            "INSERT INTO \"\(name)\" (\(names)) VALUES (\(row.joined(separator: ",")))"
        }
    }

    /// The name that a declaration begins with.
    private static func name(_ column: String) -> String {
        String(column.split(whereSeparator: { $0 == " " || $0 == "\"" }).first ?? "")
    }

    private static func isConstraint(_ part: String) -> Bool { part.hasPrefix("PRIMARY KEY") }

    /// What stands between the commas outside of brackets.
    private static func parts(of text: Substring) -> [String] {
        var parts: [String] = []
        var part = ""
        var depth = 0
        for character in text {
            switch character {
            case "(": depth += 1
            case ")": depth -= 1
            case "," where depth == 0:
                parts.append(part)
                part = ""
                continue
            default: break
            }
            if !part.isEmpty || character != " " { part.append(character) }
        }
        return parts + [part]
    }
}
