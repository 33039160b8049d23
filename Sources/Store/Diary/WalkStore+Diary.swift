package import Model

extension WalkStore {
    /// Stores what a diary file says now, in the place of what the same path said before: the
    /// ledger, the entries, the walks, the marks of the days that they change, all or nothing.
    ///
    /// The content may be known; what its path says follows the content that came last. The latest
    /// judgement of a content is the one that stands. The draft is sealed.
    /// - Parameters:
    ///   - file: the file with its hash; taken, partly, or refused for nothing but times too late.
    ///   - draft: its entries, and its walks as declared readings.
    ///   - readAgain: from when on a line that was refused for its time should be read again.
    /// - Returns: what it changed.
    /// - Throws: when the store cannot be written; nothing is changed then.
    package func record(
        diary file: SeenFile,
        _ draft: FileDraft,
        readAgain: Instant?
    ) throws(StoreProblem) -> RecordResult {
        guard let sha256 = file.sha256 else {
            preconditionFailure("a file is recorded under its hash")
        }
        let contents = draft.sealed()
        var file = file
        file.readings = contents.readings
        file.from = contents.from
        file.to = contents.to
        return try writing { [file] (connection) throws(StoreProblem) in
            let ledger = Ledger(connection: connection)
            let person = try ledger.notedPerson(file.person)
            let known = try ledger.content(sha256: sha256, person: file.person)
            let content = try ledger.noteContent(file, sha256: sha256)
            if let known, known.file.outcome != .refused {
                try ledger.judge(content, anew: file, path: known.file.path)
            }
            try ledger.noteSighting(file, content: content)

            let table = DiaryTable(connection: connection, person: person)
            let diary = try table.note(file.path, content: content, readAgain: readAgain)
            let first = try table.replaceEntries(of: diary, by: contents.entries)
            let walks = try walks(of: draft, contents, connection)
            let days = try table.replaceWalks(of: diary, by: walks)
            if let first { try markDiary(first, person: person, connection) }
            return RecordResult(
                wasKnown: known != nil,
                marked: try mark(days, person: person, connection),
                changedDiary: first != nil
            )
        }
    }

    /// Whether a path said what it says with this content last, and no line of it is to be read
    /// again by now.
    package func standsInDiary(
        _ path: [UInt8],
        sha256: String,
        person: String,
        now: Instant
    ) throws(StoreProblem) -> Bool {
        try onQueue { (connection) throws(StoreProblem) in
            guard let id = try Ledger(connection: connection).person(person) else { return false }
            let table = DiaryTable(connection: connection, person: id)
            guard let standing = try table.standing(path), standing.sha256 == sha256
            else { return false }
            return standing.readAgain.map { $0 > now } ?? true
        }
    }

    /// The diary files of which a line was refused for its time and is near now; their content has
    /// not changed, so nobody else asks for them.
    package func diariesToReadAgain(
        at now: Instant
    ) throws(StoreProblem) -> [(person: String, path: [UInt8])] {
        try onQueue { (connection) throws(StoreProblem) in
            try DiaryTable.overdue(at: now, connection)
        }
    }

    /// What a person's diaries say, each entry once, in the order in which they apply.
    ///
    /// Entries of any time are among them: one later than the moment of reading waits (PLAN.md §3).
    package func diary(person: String) throws(StoreProblem) -> [DiaryEntry] {
        try reading { (connection) throws(StoreProblem) in
            guard let id = try Ledger(connection: connection).person(person) else { return [] }
            return try DiaryTable(connection: connection, person: id).entries()
        }
    }

    /// The walks of a draft, with their source as the store knows it.
    private func walks(
        of draft: FileDraft,
        _ contents: FileDraft.Contents,
        _ connection: Connection
    ) throws(StoreProblem) -> [DiaryTable.DeclaredWalk] {
        let sources = SourceTable(connection: connection)
        var walks: [DiaryTable.DeclaredWalk] = []
        for row in contents.declared where Int(row.source) < draft.sources.count {
            let source = try sources.noted(draft.sources[Int(row.source)])
            let readings = try connection.unpacking("a walk of a diary") {
                () throws(PackingProblem) in
                try DeclaredReading.unpack(row.body, day: row.day, source: row.source)
            }
            walks += readings.map {
                DiaryTable.DeclaredWalk(
                    source: source,
                    first: $0.start,
                    last: $0.end,
                    line: Int64($0.line)
                )
            }
        }
        return walks
    }
}

// MARK: - Changes

extension WalkStore {
    /// What changed in a person's diary since it was last cleared; nothing when nothing did.
    package func diaryChange(person: String) throws(StoreProblem) -> DiaryChange? {
        try onQueue { (connection) throws(StoreProblem) in
            guard let id = try Ledger(connection: connection).person(person) else { return nil }
            return try connection.one(
                "SELECT min(first), max(id) FROM diary_mark WHERE person = ? HAVING count(*) > 0",
                [.integer(id)]
            ) {
                DiaryChange(
                    person: person,
                    first: Instant(milliseconds: $0.integer(0)),
                    newest: $0.integer(1)
                )
            }
        }
    }

    /// Clears a change that was answered; what changed since it was asked for stays.
    package func clear(_ change: DiaryChange) throws(StoreProblem) {
        try writing { (connection) throws(StoreProblem) in
            let id = try Ledger(connection: connection).notedPerson(change.person)
            try connection.run(
                "DELETE FROM diary_mark WHERE person = ? AND id <= ?",
                [.integer(id), .integer(change.newest)]
            )
        }
    }

    private func markDiary(
        _ first: Instant,
        person: Int64,
        _ connection: Connection
    ) throws(StoreProblem) {
        try connection.run(
            "INSERT INTO diary_mark (person, first) VALUES (?, ?)",
            [.integer(person), .integer(first.milliseconds)]
        )
    }
}
