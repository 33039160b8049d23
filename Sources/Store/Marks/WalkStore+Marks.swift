package import Model

extension WalkStore {
    /// The UTC days of a person that must be derived anew.
    ///
    /// A local day must be derived anew when it overlaps one of them, or when its coverage may:
    /// that looks three hours beyond a record (SESSIONS.md §8.10 "Days and zones").
    package func markedDays(person: String) throws(StoreProblem) -> DayMarks {
        try reading { (connection) throws(StoreProblem) in
            guard let id = try Ledger(connection: connection).person(person)
            else { return DayMarks(person: person, ranges: [], newest: 0) }
            return try MarkTable(connection: connection).marks(person: id, name: person)
        }
    }

    /// Clears marks that were answered; marks that came since they were asked for stay.
    package func clear(_ marks: DayMarks) throws(StoreProblem) {
        try writing { (connection) throws(StoreProblem) in
            let id = try Ledger(connection: connection).notedPerson(marks.person)
            try MarkTable(connection: connection).clear(marks, person: id)
        }
    }

    /// Empties the cache of derived days and marks every day that an observation touches.
    package func markEverything() throws(StoreProblem) {
        try writing { (connection) throws(StoreProblem) in
            try DayTable(connection: connection).removeAll()
            let extents = try connection.all(
                """
                SELECT person, min(first), max(last) FROM (
                    SELECT person, first, last FROM packed
                    UNION ALL SELECT person, first, last FROM segment
                    UNION ALL SELECT person, first, last FROM diary_walk_of_person
                ) GROUP BY person
                """
            ) { ($0.integer(0), $0.integer(1), $0.integer(2)) }
            for (person, first, last) in extents {
                var days = DayRanges()
                days.insert(
                    from: Instant(milliseconds: first),
                    to: Instant(milliseconds: max(first, last))
                )
                try MarkTable(connection: connection).insert(days, person: person)
            }
        }
    }

    /// Marks the days of readings that were in the future for the last derivation and are not any
    /// more, or the other way round when a clock was set back.
    ///
    /// Call it before each derivation with the limit that the derivation will use (§8.3.2). The
    /// store remembers the limit; the first call marks everything that lies before it.
    package func markRipened(to limit: Instant) throws(StoreProblem) {
        try writing { (connection) throws(StoreProblem) in
            let facts = FactTable(connection: connection)
            let last = try facts.value(.plausibleUntil).flatMap { Int64($0) }
            let before = Instant(milliseconds: last ?? .min)
            if before == limit { return }
            try facts.set(.plausibleUntil, to: String(limit.milliseconds))
            for name in try Ledger(connection: connection).persons() {
                guard let person = try Ledger(connection: connection).person(name) else { continue }
                let ripe = RipeReadings(
                    connection: connection,
                    person: person,
                    from: min(before, limit),
                    to: max(before, limit)
                )
                let marks = MarkTable(connection: connection)
                try marks.insert(try ripe.days(), person: person)
                // Walks of a diary wait for their time and not for its nearness.
                let walks = DiaryWalks(connection: connection, person: person)
                let ended = try walks.daysOfEnds(
                    after: ripe.from.advanced(by: -Plausibility.spread),
                    upTo: ripe.to.advanced(by: -Plausibility.spread)
                )
                try marks.insert(ended, person: person)
            }
        }
    }
}
