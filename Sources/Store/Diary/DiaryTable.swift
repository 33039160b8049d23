import Model

/// The tables of what diary files say, a set of entries and walks for each path.
struct DiaryTable {
    let connection: Connection
    let person: Int64

    /// What a path says, and which content it says it with.
    struct Standing {
        let id: Int64
        let sha256: String
        /// From when on the content should be read again.
        let readAgain: Instant?
    }

    /// A walk as a line of a diary declares it.
    struct DeclaredWalk: Hashable {
        let source: Int64
        let first: Instant
        let last: Instant
        let line: Int64
    }

    /// What the path said last; nothing when it never held a diary.
    func standing(_ path: [UInt8]) throws(StoreProblem) -> Standing? {
        try connection.one(
            """
            SELECT diary.id, content.sha256, read_again
            FROM diary JOIN content ON content.id = diary.content
            WHERE diary.person = ? AND diary.path = ?
            """,
            [.integer(person), .blob(path)]
        ) {
            Standing(
                id: $0.integer(0),
                sha256: $0.text(1),
                readAgain: $0.optionalInteger(2).map(Instant.init(milliseconds:))
            )
        }
    }

    /// Notes the content that a path holds now.
    ///
    /// - Returns: the identity of the path's diary.
    func note(
        _ path: [UInt8],
        content: Int64,
        readAgain: Instant?
    ) throws(StoreProblem) -> Int64 {
        try connection.run(
            """
            INSERT INTO diary (person, path, content, read_again) VALUES (?, ?, ?, ?)
            ON CONFLICT (person, path) DO UPDATE SET content = excluded.content,
            read_again = excluded.read_again
            """,
            [
                .integer(person), .blob(path), .integer(content),
                .optional(readAgain?.milliseconds),
            ]
        )
        guard let standing = try standing(path) else {
            throw StoreProblem(.failed, path: connection.path, detail: "a diary is gone")
        }
        return standing.id
    }

    /// Everyone's files whose content should be read again by a moment, by path.
    static func overdue(
        at now: Instant,
        _ connection: Connection
    ) throws(StoreProblem) -> [(person: String, path: [UInt8])] {
        try connection.all(
            """
            SELECT person.name, diary.path FROM diary JOIN person ON person.id = diary.person
            WHERE read_again <= ? ORDER BY diary.path, person.name
            """,
            [.integer(now.milliseconds)]
        ) { ($0.text(0), $0.blob(1)) }
    }
}

// MARK: - Entries

extension DiaryTable {
    /// What the person's diaries say, from several paths too: each entry once, in the order in
    /// which they apply.
    func entries() throws(StoreProblem) -> [DiaryEntry] {
        try entries(
            "SELECT DISTINCT time, entry, value FROM diary_entry JOIN diary "
                + "ON diary.id = diary_entry.diary WHERE person = ?",
            person
        ).sorted()
    }

    /// Makes the entries of one diary these; others go.
    ///
    /// - Returns: the time of the earliest entry that came or went; nothing when none did.
    func replaceEntries(
        of id: Int64,
        by entries: [DiaryEntry]
    ) throws(StoreProblem) -> Instant? {
        let before = Set(
            try self.entries("SELECT time, entry, value FROM diary_entry WHERE diary = ?", id)
        )
        let now = Set(entries)
        let gone = before.subtracting(now)
        let new = now.subtracting(before)
        for entry in gone {
            try connection.run(
                "DELETE FROM diary_entry WHERE diary = ? AND time = ? AND entry = ? AND value = ?",
                values(id, entry)
            )
        }
        for entry in new {
            try connection.run("INSERT INTO diary_entry VALUES (?, ?, ?, ?)", values(id, entry))
        }
        return [gone.lazy.map(\.time).min(), new.lazy.map(\.time).min()].compactMap(\.self).min()
    }

    private func values(_ id: Int64, _ entry: DiaryEntry) -> [SQLValue] {
        [
            .integer(id), .integer(entry.time.milliseconds), .text(entry.content.word),
            .text(entry.content.value),
        ]
    }

    private func entries(_ sql: String, _ key: Int64) throws(StoreProblem) -> [DiaryEntry] {
        try connection.all(sql, [.integer(key)]) { (row) throws(StoreProblem) in
            let word = row.text(1)
            let value = row.text(2)
            do throws(DiaryMistake) {
                return DiaryEntry(
                    time: Instant(milliseconds: row.integer(0)),
                    content: try DiaryContent(word: word, value: value)
                )
            } catch {
                throw connection.damage("a diary holds \"\(word)\" \"\(value)\"")
            }
        }
    }
}

// MARK: - Walks

extension DiaryTable {
    /// Makes the walks of one diary these; others go.
    ///
    /// - Returns: the UTC days of the walks that came or went, and those beside them.
    func replaceWalks(
        of id: Int64,
        by walks: [DeclaredWalk]
    ) throws(StoreProblem) -> DayRanges {
        let before = Set(try self.walks("diary_walk WHERE diary = ?", [.integer(id)]).map(\.span))
        let now = Set(walks.map(\.span))
        try connection.run("DELETE FROM diary_walk WHERE diary = ?", [.integer(id)])
        for walk in walks {
            try connection.run(
                "INSERT OR IGNORE INTO diary_walk VALUES (?, ?, ?, ?, ?)",
                [
                    .integer(id), .integer(walk.source), .integer(walk.first.milliseconds),
                    .integer(walk.last.milliseconds), .integer(walk.line),
                ]
            )
        }
        var changed = DayRanges()
        for span in before.symmetricDifference(now) {
            // What a walk that is gone held together reaches into the days beside it, and nothing
            // that is left shows how far.
            let first = span.lowerBound.utcDay.advanced(by: -1)
            changed.insert(first...max(first, span.upperBound.utcDay.advanced(by: 1)))
        }
        return changed
    }

    /// The walks of a table, whatever its conditions.
    func walks(
        _ tableAndConditions: String,
        _ values: [SQLValue]
    ) throws(StoreProblem) -> [DeclaredWalk] {
        try connection.all("SELECT source, first, last, line FROM \(tableAndConditions)", values) {
            DeclaredWalk(
                source: $0.integer(0),
                first: Instant(milliseconds: $0.integer(1)),
                last: Instant(milliseconds: $0.integer(2)),
                line: $0.integer(3)
            )
        }
    }
}

extension DiaryTable.DeclaredWalk {
    /// From its beginning to its end.
    var span: Range<Instant> { first..<max(first, last) }
}
