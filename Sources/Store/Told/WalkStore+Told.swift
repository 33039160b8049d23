package import Model

extension WalkStore {
    /// The newest line of each day that was told or is about to be, by date.
    package func toldDays(
        person: String,
        in dates: ClosedRange<CivilDay>
    ) throws(StoreProblem) -> [ToldDay] {
        try onQueue { (connection) throws(StoreProblem) in
            try connection.all(
                """
                SELECT date, text, revision, is_pending
                FROM told JOIN person ON person.id = told.person
                WHERE person.name = ? AND date BETWEEN ? AND ? ORDER BY date
                """,
                [
                    .text(person), .integer(Int64(dates.lowerBound.daysSinceEpoch)),
                    .integer(Int64(dates.upperBound.daysSinceEpoch)),
                ]
            ) {
                ToldDay(
                    person: person,
                    date: CivilDay(daysSinceEpoch: Int32(clamping: $0.integer(0))),
                    text: $0.text(1),
                    revision: Int($0.integer(2)),
                    isPending: $0.integer(3) != 0
                )
            }
        }
    }

    /// The first and the last day of which a line was told; nothing when none was.
    package func toldExtent(person: String) throws(StoreProblem) -> ClosedRange<CivilDay>? {
        try onQueue { (connection) throws(StoreProblem) -> ClosedRange<CivilDay>? in
            let ends = try connection.all(
                """
                SELECT min(date), max(date)
                FROM told JOIN person ON person.id = told.person WHERE person.name = ?
                """,
                [.text(person)]
            ) { ($0.optionalInteger(0), $0.optionalInteger(1)) }
            guard let first = ends.first?.0, let last = ends.first?.1, first <= last
            else { return nil }
            let least = CivilDay(daysSinceEpoch: Int32(clamping: first))
            return least...CivilDay(daysSinceEpoch: Int32(clamping: last))
        }
    }

    /// Notes lines in one transaction, each in the place of the day's line before: pending before
    /// they are appended to the log, written once they stand in it and were synced.
    package func note(_ lines: [ToldDay]) throws(StoreProblem) {
        try writing { (connection) throws(StoreProblem) in
            let ledger = Ledger(connection: connection)
            for line in lines {
                try connection.run(
                    """
                    INSERT INTO told (person, date, text, revision, is_pending)
                    VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (person, date) DO UPDATE SET text = excluded.text,
                    revision = excluded.revision, is_pending = excluded.is_pending
                    """,
                    [
                        .integer(try ledger.notedPerson(line.person)),
                        .integer(Int64(line.date.daysSinceEpoch)), .text(line.text),
                        .integer(Int64(line.revision)), .flag(line.isPending),
                    ]
                )
            }
        }
    }
}
