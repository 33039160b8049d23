import Model

/// The samples of a counter before and after a stretch of time, however far they lie.
///
/// Steps are what a counter gained from sample to sample, so a sample speaks of all the time to its
/// neighbours; an isolated dip is judged by one more on either side (SESSIONS.md §8.3.1).
struct CounterNeighbours {
    /// How many samples on either side decide what a stretch of time holds.
    static let reach = 3

    let connection: Connection
    let person: Int64

    /// One row of samples, still packed.
    struct PackedRow {
        let day: CivilDay
        let content: Int64
        let body: [UInt8]
    }

    /// The days whose steps a new sample of this day may change: to the second day with samples on
    /// either side, which holds the second sample at the latest.
    func daysAround(_ day: CivilDay, source: Int64) throws(StoreProblem) -> ClosedRange<CivilDay> {
        var first = day
        var last = day
        for namesake in try SourceTable(connection: connection).namesakes(of: source) {
            first = min(first, try dayReached(from: day, source: namesake, isBefore: true))
            last = max(last, try dayReached(from: day, source: namesake, isBefore: false))
        }
        return first...last
    }

    private func dayReached(
        from day: CivilDay,
        source: Int64,
        isBefore: Bool
    ) throws(StoreProblem) -> CivilDay {
        var reached = day
        for _ in 0..<2 {
            guard let next = try nextDay(from: reached, source: source, isBefore: isBefore)
            else { return reached }
            reached = next
        }
        return reached
    }

    /// The next day with samples of the source.
    func nextDay(
        from day: CivilDay,
        source: Int64,
        isBefore: Bool
    ) throws(StoreProblem) -> CivilDay? {
        let order = isBefore ? "day < ? ORDER BY day DESC" : "day > ? ORDER BY day"
        return try connection.one(
            """
            SELECT day FROM packed
            WHERE person = ? AND source = ? AND kind = ? AND \(order) LIMIT 1
            """,
            [
                .integer(person), .integer(source), .integer(ReadingKind.counters.rawValue),
                .integer(Int64(day.daysSinceEpoch)),
            ]
        ) { CivilDay(daysSinceEpoch: Int32(clamping: $0.integer(0))) }
    }

    /// The rows of a day.
    func rows(of day: CivilDay, source: Int64) throws(StoreProblem) -> [PackedRow] {
        try connection.all(
            """
            SELECT content, body FROM packed
            WHERE person = ? AND source = ? AND kind = ? AND day = ?
            """,
            [
                .integer(person), .integer(source), .integer(ReadingKind.counters.rawValue),
                .integer(Int64(day.daysSinceEpoch)),
            ]
        ) { PackedRow(day: day, content: $0.integer(0), body: $0.blob(1)) }
    }

    /// The sources of the person that have samples.
    func sources() throws(StoreProblem) -> [Int64] {
        try connection.all(
            """
            SELECT id FROM source WHERE EXISTS
            (SELECT 1 FROM packed WHERE person = ? AND source = source.id AND kind = ?)
            """,
            [.integer(person), .integer(ReadingKind.counters.rawValue)]
        ) { $0.integer(0) }
    }
}
