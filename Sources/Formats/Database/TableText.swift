/// What the text with which a table was made says.
struct TableText {
    struct Column {
        /// Its name in lower case.
        let name: String
        /// Whether its value is worked out when it is read, so that it is not stored.
        var isWorkedOut = false
        /// Whether its type lets it stand for the number of the row if it alone is the key.
        var isRowNumber = false
    }

    private(set) var columns: [Column] = []
    /// The names of the columns of the key.
    private(set) var key: [String] = []
    private(set) var isWithoutRowNumbers = false
    /// Whether the first column of the key says that it descends.
    private(set) var isKeyDescending = false

    /// Reads `CREATE TABLE name (…) …`; nothing when it is something else.
    init?(_ sql: String) {
        let tokens = Array(SQLTokens(sql))
        guard tokens.first == .word("create"), let open = tokens.firstIndex(of: .sign("(")),
            tokens[..<open].contains(.word("table"))
        else { return nil }
        guard let (parts, end) = Self.parts(of: tokens, from: open) else { return nil }
        for part in parts {
            guard take(part) else { return nil }
        }
        let options = tokens[end...]
        isWithoutRowNumbers = zip(options, options.dropFirst()).contains {
            $0 == .word("without") && $1 == .word("rowid")
        }
    }

    /// What stands between commas inside a pair of brackets, and what comes behind the pair.
    private static func parts(
        of tokens: [SQLToken],
        from open: Int
    ) -> (parts: [[SQLToken]], end: Int)? {
        var parts: [[SQLToken]] = [[]]
        var depth = 0
        for index in open..<tokens.count {
            let token = tokens[index]
            if token == .sign(")") { depth -= 1 }
            if depth == 0, index > open { return (parts, index + 1) }
            if depth == 1, token == .sign(",") {
                parts.append([])
            } else if index > open {
                parts[parts.count - 1].append(token)
            }
            if token == .sign("(") { depth += 1 }
        }
        return nil
    }

    /// Takes a column or a condition of the table.
    private mutating func take(_ part: [SQLToken]) -> Bool {
        guard let first = part.first else { return false }
        switch first {
        case .sign: return false
        case .word("constraint"), .word("primary"), .word("unique"), .word("check"),
            .word("foreign"):
            return takeKey(part)
        case .word(let name), .quoted(let name):
            takeColumn(name.lowercased(), part.dropFirst())
            return true
        }
    }

    /// Takes the key out of `PRIMARY KEY (a, b DESC)`.
    private mutating func takeKey(_ part: [SQLToken]) -> Bool {
        guard let start = Self.index(of: "primary", "key", in: part[...]) else { return true }
        guard start + 2 < part.count, part[start + 2] == .sign("("),
            let (names, _) = Self.parts(of: part, from: start + 2)
        else { return false }
        isKeyDescending = names.first?.last == .word("desc")
        for name in names {
            switch name.first {
            case .word(let text), .quoted(let text): key.append(text.lowercased())
            case .sign, nil: return false
            }
        }
        return true
    }

    private mutating func takeColumn(_ name: String, _ rest: ArraySlice<SQLToken>) {
        let outer = Self.outside(rest)
        var column = Column(name: name)
        if let place = Self.index(of: "as", in: outer), place + 1 < outer.endIndex,
            outer[place + 1] == .sign("(")
        {
            column.isWorkedOut = !outer.contains(.word("stored"))
        }
        if let place = Self.index(of: "primary", "key", in: outer[...]) {
            key.append(name)
            // By a quirk of SQLite this one is a key like any other.
            let isDescending = place + 2 < outer.count && outer[place + 2] == .word("desc")
            column.isRowNumber = Self.isInteger(outer) && !isDescending
            isKeyDescending = isDescending
        } else {
            column.isRowNumber = Self.isInteger(outer)
        }
        columns.append(column)
    }

    /// Whether the type is `INTEGER` and nothing else.
    private static func isInteger(_ tokens: [SQLToken]) -> Bool {
        guard tokens.first == .word("integer") || tokens.first == .quoted("INTEGER") else {
            return false
        }
        guard tokens.count > 1 else { return true }
        guard case .word(let next) = tokens[1] else { return false }
        return [
            "primary", "not", "null", "unique", "default", "check", "collate", "constraint",
            "references", "generated", "as",
        ].contains(next)
    }

    /// The tokens outside of brackets, and of each pair the opening one.
    private static func outside(_ tokens: ArraySlice<SQLToken>) -> [SQLToken] {
        var depth = 0
        var outer: [SQLToken] = []
        for token in tokens {
            if token == .sign(")") { depth -= 1 }
            if depth == 0, token != .sign(")") { outer.append(token) }
            if token == .sign("(") { depth += 1 }
        }
        return outer
    }

    private static func index(of word: String, in tokens: [SQLToken]) -> Int? {
        tokens.firstIndex(of: .word(word))
    }

    private static func index(
        of first: String,
        _ second: String,
        in tokens: ArraySlice<SQLToken>
    ) -> Int? {
        tokens.indices.dropLast().first {
            tokens[$0] == .word(first) && tokens[$0 + 1] == .word(second)
        }
    }
}

extension SQLToken {
    /// A sign, written as one.
    fileprivate static func sign(_ sign: Unicode.Scalar) -> SQLToken {
        .sign(UInt8(ascii: sign))
    }
}
