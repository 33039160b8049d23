/// The layout of the database and how an older one becomes it.
///
/// Migrations are numbered by their place, only ever appended, never changed: a database knows in
/// `user_version` how many it has been through.
enum Schema {
    /// The migrations, oldest first; one file each.
    static let migrations: [[String]] = [
        Migration1.statements, Migration2.statements, Migration3.statements,
    ]

    /// The version that this program reads and writes.
    static var version: Int64 { Int64(migrations.count) }

    /// The version of a database; 0 for one that was only just created.
    static func version(of connection: Connection) throws(StoreProblem) -> Int64 {
        try connection.one("PRAGMA user_version") { $0.integer(0) } ?? 0
    }

    /// Brings a database up to this version; each step is one transaction.
    ///
    /// - Throws: `otherVersion` when a newer program wrote it.
    static func migrate(
        _ connection: Connection,
        with migrations: [[String]] = migrations
    ) throws(StoreProblem) {
        let current = try version(of: connection)
        guard current >= 0, current <= migrations.count else {
            throw StoreProblem(
                .otherVersion,
                path: connection.path,
                detail: "it has layout \(current), this program knows \(migrations.count); update"
            )
        }
        for next in Int(current)..<migrations.count {
            try connection.transaction { () throws(StoreProblem) in
                for statement in migrations[next] { try connection.run(statement) }
                try connection.run("PRAGMA user_version = \(next + 1)")
            }
        }
    }

    /// Checks that a database that may not be changed has this layout.
    ///
    /// - Throws: `missing` when nothing was ever stored, `otherVersion` when it has another layout.
    static func check(_ connection: Connection) throws(StoreProblem) {
        let current = try version(of: connection)
        if current == version { return }
        if current == 0 { throw StoreProblem(.missing, path: connection.path, detail: "empty") }
        let advice = current < version ? "run ambled once, which brings it up to date" : "update"
        throw StoreProblem(
            .otherVersion,
            path: connection.path,
            detail: "it has layout \(current), this program knows \(version); \(advice)"
        )
    }
}
