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

    /// Notes lines that are about to be written, each in the place of the day's line before.
    package func notePending(_ lines: [ToldDay]) throws(StoreProblem) {
        try writing { (connection) throws(StoreProblem) in
            let ledger = Ledger(connection: connection)
            for line in lines {
                try connection.run(
                    """
                    INSERT INTO told (person, date, text, revision, is_pending)
                    VALUES (?, ?, ?, ?, 1)
                    ON CONFLICT (person, date) DO UPDATE SET text = excluded.text,
                    revision = excluded.revision, is_pending = 1
                    """,
                    [
                        .integer(try ledger.notedPerson(line.person)),
                        .integer(Int64(line.date.daysSinceEpoch)), .text(line.text),
                        .integer(Int64(line.revision)),
                    ]
                )
            }
        }
    }

    /// Notes that lines stand in the log and were synced; a line that is not the newest any more is
    /// left alone.
    package func noteWritten(_ lines: [ToldDay]) throws(StoreProblem) {
        try writing { (connection) throws(StoreProblem) in
            for line in lines {
                try connection.run(
                    """
                    UPDATE told SET is_pending = 0 WHERE date = ? AND revision = ? AND text = ?
                    AND person = (SELECT id FROM person WHERE name = ?)
                    """,
                    [
                        .integer(Int64(line.date.daysSinceEpoch)),
                        .integer(Int64(line.revision)), .text(line.text), .text(line.person),
                    ]
                )
            }
        }
    }
}
