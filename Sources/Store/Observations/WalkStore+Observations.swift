package import Model

extension WalkStore {
    /// Stores a file with its readings: the ledger, the path, the problems, the observations that
    /// are new and the days that they change, all of it or nothing.
    ///
    /// A content that was taken before changes nothing but the path. The readings, their first
    /// start and last end are those of the draft, whatever the file says of them; the draft is
    /// sealed.
    /// A refused file may have readings too, when all of them are implausible for now.
    /// - Precondition: the file is taken, partly or refused and has its hash.
    package func record(
        _ file: SeenFile,
        _ draft: FileDraft
    ) throws(StoreProblem) -> RecordResult {
        guard let sha256 = file.sha256 else {
            preconditionFailure("a file is recorded under its hash")
        }
        precondition(
            file.outcome == .taken || file.outcome == .partly || file.outcome == .refused,
            "only what was judged is recorded"
        )
        let contents = draft.sealed()
        var file = file
        file.readings = contents.readings
        file.from = contents.from
        file.to = contents.to
        return try writing { [file] (connection) throws(StoreProblem) in
            let ledger = Ledger(connection: connection)
            let known = try ledger.content(sha256: sha256, person: file.person)
            if let known, known.file.outcome != .refused {
                try ledger.noteSighting(file, content: known.id)
                return RecordResult(wasKnown: true, marked: [])
            }
            let content = try ledger.noteContent(file, sha256: sha256)
            try ledger.noteSighting(file, content: content)
            let origin = Origin(
                person: try ledger.notedPerson(file.person),
                content: content,
                sha256: sha256
            )
            var writer = try ObservationWriter(connection, origin: origin, sources: draft.sources)
            try writer.keep(contents)
            return RecordResult(
                wasKnown: false,
                marked: try mark(writer.changed, person: origin.person, connection)
            )
        }
    }

    /// Marks what changed, and the days whose walks were still open, since they may end otherwise
    /// now.
    func mark(
        _ changed: DayRanges,
        person: Int64,
        _ connection: Connection
    ) throws(StoreProblem) -> [ClosedRange<CivilDay>] {
        if changed.isEmpty { return [] }
        var days = changed
        for day in try DayTable(connection: connection).daysWithOpenWalk(person: person) {
            // The date is local; its UTC days are those around it.
            days.insert(day.advanced(by: -1)...day.advanced(by: 1))
        }
        try MarkTable(connection: connection).insert(days, person: person)
        return days.ranges
    }

    /// Reads everything that files say about a stretch of time.
    ///
    /// These are: each reading that touches it; of every counter also the three samples (by time)
    /// before and after it; each track segment with a point in it or around it, whole, and those of
    /// the same source within 300 s of one of them, and within 300 s of those. What lies in
    /// quarantine is among them; only `lastKnown` asks the limits what is plausible. A month of
    /// minutes takes 2 MiB, ten years at once 200: go by stretches.
    package func observations(
        person: String,
        in span: Range<Instant>,
        limits: Plausibility
    ) throws(StoreProblem) -> Observations {
        try reading { (connection) throws(StoreProblem) in
            guard let id = try Ledger(connection: connection).person(person)
            else { return Observations() }
            var reader = ObservationReader(connection, person: id, span: span)
            return try reader.read(limits: limits)
        }
    }

    /// The time from the first to the last instant that an observation of a person touches, cut to
    /// what is plausible.
    ///
    /// - Returns: nothing when no observation lies in plausible time.
    package func allObservationSpan(
        person: String,
        limits: Plausibility
    ) throws(StoreProblem) -> Range<Instant>? {
        try reading { (connection) throws(StoreProblem) in
            guard let id = try Ledger(connection: connection).person(person) else { return nil }
            var ends: [Int64] = []
            for table in ["packed", "segment", "diary_walk_of_person"] {
                ends += try connection.all(
                    """
                    SELECT min(max(first, ?2)), max(min(last, ?3)) FROM \(table)
                    WHERE person = ?1 AND last >= ?2 AND first <= ?3
                    """,
                    [
                        .integer(id), .integer(limits.earliest.milliseconds),
                        .integer(limits.latest.milliseconds),
                    ]
                ) { [$0.optionalInteger(0), $0.optionalInteger(1)].compactMap(\.self) }
                .flatMap(\.self)
            }
            guard let first = ends.min(), let last = ends.max() else { return nil }
            let end = Instant(milliseconds: last).advanced(by: 1)
            return Instant(milliseconds: first)..<end
        }
    }
}
