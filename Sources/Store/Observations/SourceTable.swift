import Model

/// The table of sources: each combination of name and kind once.
struct SourceTable {
    let connection: Connection

    /// The identity of a source, noted when it is new.
    func noted(_ source: Source) throws(StoreProblem) -> Int64 {
        let values: [SQLValue] = [
            .text(source.name), .integer(Int64(source.kind.rawValue)), .flag(source.omitsZeros),
            .flag(source.resetsDaily), .optional(source.counterModulus),
        ]
        let known = try connection.one(
            """
            SELECT id FROM source WHERE name = ? AND kind = ? AND omits_zeros = ?
            AND resets_daily = ? AND ifnull(modulus, -1) = ifnull(?, -1)
            """,
            values
        ) { $0.integer(0) }
        if let known { return known }
        try connection.run(
            """
            INSERT INTO source (name, kind, omits_zeros, resets_daily, modulus)
            VALUES (?, ?, ?, ?, ?)
            """,
            values
        )
        return connection.lastInserted
    }

    /// The source with an identity.
    func source(_ id: Int64) throws(StoreProblem) -> Source {
        let source = try connection.one(
            "SELECT name, kind, omits_zeros, resets_daily, modulus FROM source WHERE id = ?",
            [.integer(id)]
        ) { (row) throws(StoreProblem) in
            guard let kind = Int(exactly: row.integer(1)).flatMap(SourceKind.init(rawValue:))
            else { throw connection.damage("a source is of kind \(row.integer(1))") }
            return Source(
                name: row.text(0),
                kind: kind,
                omitsZeros: row.integer(2) != 0,
                resetsDaily: row.integer(3) != 0,
                counterModulus: row.optionalInteger(4)
            )
        }
        guard let source else { throw connection.damage("source \(id) is gone") }
        return source
    }

    /// All sources of the name that this one bears, itself among them.
    func namesakes(of id: Int64) throws(StoreProblem) -> [Int64] {
        try connection.all(
            "SELECT id FROM source WHERE name = (SELECT name FROM source WHERE id = ?)",
            [.integer(id)]
        ) { $0.integer(0) }
    }
}
