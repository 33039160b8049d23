import Model

/// The tables of persons, contents and sightings.
///
/// A content is known by its hash and its person; what was read of it is noted there once. A
/// sighting is a path and what it held when it was last looked at.
struct Ledger {
    let connection: Connection

    /// A content that was taken or refused.
    struct Content {
        let id: Int64
        let file: SeenFile
    }

    /// The identity of a person, or nothing while nothing of theirs was seen.
    func person(_ name: String) throws(StoreProblem) -> Int64? {
        try connection.one("SELECT id FROM person WHERE name = ?", [.text(name)]) { $0.integer(0) }
    }

    /// The identity of a person, noted when they are new.
    func notedPerson(_ name: String) throws(StoreProblem) -> Int64 {
        if let known = try person(name) { return known }
        try connection.run("INSERT INTO person (name) VALUES (?)", [.text(name)])
        return connection.lastInserted
    }

    /// Everyone of whom something was seen, by name.
    func persons() throws(StoreProblem) -> [String] {
        try connection.all("SELECT name FROM person ORDER BY name") { $0.text(0) }
    }

    /// What became of a content.
    func content(sha256: String, person: String) throws(StoreProblem) -> Content? {
        try connection.one(
            """
            SELECT content.id, path, bytes, outcome, dialect, readings, first, last, problems, seen
            FROM content JOIN person ON person.id = content.person
            WHERE person.name = ? AND sha256 = ?
            """,
            [.text(person), .text(sha256)]
        ) { (row) throws(StoreProblem) in
            Content(
                id: row.integer(0),
                file: SeenFile(
                    path: row.blob(1),
                    person: person,
                    sha256: sha256,
                    bytes: row.integer(2),
                    outcome: try outcome(row.text(3)),
                    dialect: row.optionalText(4),
                    readings: row.integer(5),
                    from: row.optionalInteger(6).map(Instant.init(milliseconds:)),
                    to: row.optionalInteger(7).map(Instant.init(milliseconds:)),
                    problems: try problems(row.blob(8)),
                    seen: Instant(milliseconds: row.integer(9))
                )
            )
        }
    }

    /// Notes what became of a content; one that was taken stays as it was.
    ///
    /// - Returns: the content's identity.
    func noteContent(_ file: SeenFile, sha256: String) throws(StoreProblem) -> Int64 {
        let person = try notedPerson(file.person)
        guard let known = try content(sha256: sha256, person: file.person) else {
            return try insertContent(file, sha256: sha256, person: person)
        }
        guard known.file.outcome == .refused else { return known.id }
        let path = file.outcome == .refused ? known.file.path : file.path
        try judge(known.id, anew: file, path: path)
        return known.id
    }

    /// Notes what a new look at a content found, in the place of what the last one had.
    func judge(_ content: Int64, anew file: SeenFile, path: [UInt8]) throws(StoreProblem) {
        try connection.run(
            """
            UPDATE content SET path = ?, outcome = ?, dialect = ?, readings = ?, first = ?,
            last = ?, problems = ?, seen = ? WHERE id = ?
            """,
            [
                .blob(path), .text(file.outcome.rawValue), .optional(file.dialect),
                .integer(file.readings), .optional(file.from?.milliseconds),
                .optional(file.to?.milliseconds), .blob(file.problems.packed()),
                .integer(file.seen.milliseconds), .integer(content),
            ]
        )
    }

    private func insertContent(
        _ file: SeenFile,
        sha256: String,
        person: Int64
    ) throws(StoreProblem) -> Int64 {
        try connection.run(
            """
            INSERT INTO content (person, sha256, path, bytes, outcome, dialect, readings, first,
            last, problems, seen) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .integer(person), .text(sha256), .blob(file.path), .integer(file.bytes),
                .text(file.outcome.rawValue), .optional(file.dialect), .integer(file.readings),
                .optional(file.from?.milliseconds), .optional(file.to?.milliseconds),
                .blob(file.problems.packed()), .integer(file.seen.milliseconds),
            ]
        )
        return connection.lastInserted
    }

    /// The hash of what a path held when it was last looked at; nothing when it never was, or waited.
    func sighting(_ path: [UInt8], person: String) throws(StoreProblem) -> String? {
        try connection.one(
            """
            SELECT sha256 FROM sighting JOIN person ON person.id = sighting.person
            WHERE person.name = ? AND path = ?
            """,
            [.text(person), .blob(path)]
        ) { $0.optionalText(0) }.flatMap { $0 }
    }

    /// Notes what a path holds now, in the place of what it held before.
    func noteSighting(_ file: SeenFile, content: Int64?) throws(StoreProblem) {
        let person = try notedPerson(file.person)
        try connection.run(
            """
            INSERT INTO sighting (person, path, content, sha256, bytes, outcome, dialect, problems,
            seen) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (person, path) DO UPDATE SET content = excluded.content,
            sha256 = excluded.sha256, bytes = excluded.bytes, outcome = excluded.outcome,
            dialect = excluded.dialect, problems = excluded.problems, seen = excluded.seen
            """,
            [
                .integer(person), .blob(file.path), .optional(content), .optional(file.sha256),
                .integer(file.bytes), .text(file.outcome.rawValue), .optional(file.dialect),
                .blob(file.problems.packed()), .integer(file.seen.milliseconds),
            ]
        )
    }

    func outcome(_ text: String) throws(StoreProblem) -> FileOutcome {
        guard let outcome = FileOutcome(rawValue: text)
        else { throw connection.damage("\"\(text)\" is no outcome of a file") }
        return outcome
    }

    func problems(_ bytes: [UInt8]) throws(StoreProblem) -> ProblemList {
        try connection.unpacking("the problems of a file") { () throws(PackingProblem) in
            try ProblemList(packed: bytes)
        }
    }
}

extension Connection {
    /// A problem of content that no version of this program wrote.
    func damage(_ detail: String) -> StoreProblem {
        StoreProblem(.damaged, path: path, detail: detail)
    }

    /// Unpacks something; what does not unpack is damage.
    func unpacking<Value>(
        _ what: String,
        _ unpack: () throws(PackingProblem) -> Value
    ) throws(StoreProblem) -> Value {
        do throws(PackingProblem) {
            return try unpack()
        } catch {
            throw damage("\(what) cannot be read back")
        }
    }
}
