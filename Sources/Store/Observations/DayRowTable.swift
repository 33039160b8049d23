import Model

/// The table of packed readings: a row for each source, UTC day and file.
///
/// A row that another row of the same source and day contains says nothing and is not kept: a
/// tracker that exports its whole history every day adds one row a day, not all of them. Of equal
/// rows that of the least hash stays. So what is stored depends on the files and not on their
/// order.
struct DayRowTable<Reading: DayReading> {
    let connection: Connection

    /// What a row brought that was not stored before.
    enum News {
        case nothing
        case everything
        case some([Reading])
    }

    private struct Stored {
        let id: Int64
        let sha256: String
        let body: [UInt8]
    }

    /// Stores a row unless it is contained, and removes those it contains.
    func keep(
        _ row: PackedDay,
        source: Int64,
        origin: Origin
    ) throws(StoreProblem) -> News {
        let stored = try stored(person: origin.person, source: source, day: row.day)
        guard !stored.isEmpty else {
            try insert(row, source: source, origin: origin)
            return .everything
        }
        let readings = try unpack(row.body, day: row.day)
        var news = readings
        var isKept = true
        for other in stored {
            if other.body == row.body {
                isKept = isKept && origin.sha256 < other.sha256
                if isKept { try delete(other.id) }
                news = []
                continue
            }
            let others = try unpack(other.body, day: row.day)
            if !news.isEmpty { news = Containment.uncovered(news, by: others) }
            let isInside = Containment.isContained(readings, in: others)
            let isAround = Containment.isContained(others, in: readings)
            // Equal in what they say, and told apart by their lines only.
            let isFirst = origin.sha256 < other.sha256
            if isInside, !isAround || !isFirst { isKept = false }
            if isAround, !isInside || isFirst { try delete(other.id) }
        }
        if isKept { try insert(row, source: source, origin: origin) }
        if news.isEmpty { return .nothing }
        return news.count == readings.count ? .everything : .some(news)
    }

    private func stored(
        person: Int64,
        source: Int64,
        day: CivilDay
    ) throws(StoreProblem) -> [Stored] {
        try connection.all(
            """
            SELECT packed.id, content.sha256, body
            FROM packed JOIN content ON content.id = packed.content
            WHERE packed.person = ? AND source = ? AND kind = ? AND day = ?
            """,
            [
                .integer(person), .integer(source), .integer(Reading.kind.rawValue),
                .integer(Int64(day.daysSinceEpoch)),
            ]
        ) { Stored(id: $0.integer(0), sha256: $0.text(1), body: $0.blob(2)) }
    }

    private func insert(
        _ row: PackedDay,
        source: Int64,
        origin: Origin
    ) throws(StoreProblem) {
        try connection.run(
            """
            INSERT INTO packed (person, source, kind, day, content, first, last, body)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .integer(origin.person), .integer(source), .integer(Reading.kind.rawValue),
                .integer(Int64(row.day.daysSinceEpoch)), .integer(origin.content),
                .integer(row.first.milliseconds), .integer(row.last.milliseconds),
                .blob(row.body),
            ]
        )
    }

    private func delete(_ id: Int64) throws(StoreProblem) {
        try connection.run("DELETE FROM packed WHERE id = ?", [.integer(id)])
    }

    private func unpack(_ body: [UInt8], day: CivilDay) throws(StoreProblem) -> [Reading] {
        try connection.unpacking("a row of observations") { () throws(PackingProblem) in
            try Reading.unpack(body, day: day, source: 0)
        }
    }
}
