import Model

/// The table of derived days: a cache that can be thrown away.
struct DayTable {
    let connection: Connection

    /// Puts derived days in the place of all that the cache holds for the dates.
    func replace(
        _ dates: ClosedRange<CivilDay>,
        with days: [Day],
        person: Int64
    ) throws(StoreProblem) {
        try connection.run(
            "DELETE FROM day WHERE person = ? AND date BETWEEN ? AND ?",
            [
                .integer(person), .integer(Int64(dates.lowerBound.daysSinceEpoch)),
                .integer(Int64(dates.upperBound.daysSinceEpoch)),
            ]
        )
        for day in days where day != Day(date: day.date, zoneName: day.zoneName) {
            try insert(day, person: person)
        }
    }

    private func insert(_ day: Day, person: Int64) throws(StoreProblem) {
        let isOpen = (day.walks + day.tracks).contains(where: \.isOpen)
        try connection.run(
            "INSERT INTO day (person, date, has_data, is_open, body) VALUES (?, ?, ?, ?, ?)",
            [
                .integer(person), .integer(Int64(day.date.daysSinceEpoch)),
                .flag(day.coverage != .none), .flag(isOpen), .blob(day.packed()),
            ]
        )
    }

    /// The days of a person that the cache holds, by date.
    func days(
        person: String,
        in dates: ClosedRange<CivilDay>
    ) throws(StoreProblem) -> [Day] {
        try connection.all(
            """
            SELECT date, body FROM day JOIN person ON person.id = day.person
            WHERE person.name = ? AND date BETWEEN ? AND ? ORDER BY date
            """,
            [
                .text(person), .integer(Int64(dates.lowerBound.daysSinceEpoch)),
                .integer(Int64(dates.upperBound.daysSinceEpoch)),
            ]
        ) { (row) throws(StoreProblem) in
            let date = CivilDay(daysSinceEpoch: Int32(clamping: row.integer(0)))
            return try connection.unpacking("the day \(date)") { () throws(PackingProblem) in
                try Day(packed: row.blob(1), date: date)
            }
        }
    }

    /// The first and last day with data.
    func extent(person: String) throws(StoreProblem) -> ClosedRange<CivilDay>? {
        try connection.one(
            """
            SELECT min(date), max(date) FROM day JOIN person ON person.id = day.person
            WHERE person.name = ? AND has_data = 1
            """,
            [.text(person)]
        ) { (row) throws(StoreProblem) -> ClosedRange<CivilDay>? in
            guard let first = row.optionalInteger(0), let last = row.optionalInteger(1)
            else { return nil }
            let least = CivilDay(daysSinceEpoch: Int32(clamping: first))
            return least...max(least, CivilDay(daysSinceEpoch: Int32(clamping: last)))
        } ?? nil
    }

    /// The last day with data before a date.
    func lastDate(person: String, before date: CivilDay) throws(StoreProblem) -> CivilDay? {
        try connection.one(
            """
            SELECT max(date) FROM day JOIN person ON person.id = day.person
            WHERE person.name = ? AND has_data = 1 AND date < ?
            """,
            [.text(person), .integer(Int64(date.daysSinceEpoch))]
        ) { row in
            row.optionalInteger(0).map { CivilDay(daysSinceEpoch: Int32(clamping: $0)) }
        } ?? nil
    }

    /// The days with a walk that may still grow.
    func daysWithOpenWalk(person: Int64) throws(StoreProblem) -> [CivilDay] {
        try connection.all(
            "SELECT date FROM day WHERE person = ? AND is_open = 1",
            [.integer(person)]
        ) { CivilDay(daysSinceEpoch: Int32(clamping: $0.integer(0))) }
    }

    /// Empties the cache.
    func removeAll() throws(StoreProblem) {
        try connection.run("DELETE FROM day")
    }
}
