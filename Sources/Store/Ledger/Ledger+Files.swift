import Model

extension Ledger {
    /// Every path, with what became of what it held last, by the bytes of the path.
    func files(person: String?) throws(StoreProblem) -> [SeenFile] {
        try connection.all(
            """
            SELECT person.name, sighting.path, sighting.sha256, sighting.bytes, sighting.outcome,
            sighting.dialect, sighting.problems, sighting.seen, content.path, content.outcome,
            content.dialect, content.readings, content.first, content.last, content.problems
            FROM sighting JOIN person ON person.id = sighting.person
            LEFT JOIN content ON content.id = sighting.content
            WHERE ?1 IS NULL OR person.name = ?1
            ORDER BY sighting.path, person.name
            """,
            [.optional(person)]
        ) { (row) throws(StoreProblem) in try file(row) }
    }

    private func file(_ row: Row) throws(StoreProblem) -> SeenFile {
        var file = SeenFile(
            path: row.blob(1),
            person: row.text(0),
            sha256: row.optionalText(2),
            bytes: row.integer(3),
            outcome: try outcome(row.text(4)),
            dialect: row.optionalText(5),
            problems: try problems(row.blob(6)),
            seen: Instant(milliseconds: row.integer(7))
        )
        guard let contentOutcome = row.optionalText(9) else { return file }
        let found = try outcome(contentOutcome)
        file.outcome = found == .refused || row.blob(8) == file.path ? found : .known
        file.dialect = row.optionalText(10)
        file.readings = row.integer(11)
        file.from = row.optionalInteger(12).map(Instant.init(milliseconds:))
        file.to = row.optionalInteger(13).map(Instant.init(milliseconds:))
        file.problems = try problems(row.blob(14))
        return file
    }
}
