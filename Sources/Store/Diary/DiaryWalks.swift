import Model

/// The walks of a person's diaries as observations: they are what the lines say now, and a walk
/// that ends later than now waits (PLAN.md §3).
struct DiaryWalks {
    let connection: Connection
    let person: Int64

    /// A walk and the file that declares it.
    struct Found {
        let source: Int64
        let content: Int64
        let first: Instant
        let last: Instant
        let line: Int64

        /// The walk as a reading, under the index that its source has among others.
        func reading(source index: SourceIndex) -> DeclaredReading {
            DeclaredReading(
                start: first,
                end: last,
                moving: Milliseconds(first.milliseconds(to: last)),
                steps: nil,
                line: Int32(clamping: line),
                source: index
            )
        }
    }

    /// The walks that touch a stretch of time and have ended by now.
    func touching(_ span: Range<Instant>, now: Instant) throws(StoreProblem) -> [Found] {
        try found(
            "last > ? AND first < ? AND last <= ? ORDER BY first, last, content",
            [span.lowerBound, span.upperBound, now]
        )
    }

    /// The UTC days of the walks that end between two moments, the first one left out.
    func daysOfEnds(after from: Instant, upTo to: Instant) throws(StoreProblem) -> DayRanges {
        var days = DayRanges()
        for walk in try found("last > ? AND last <= ?", [from, to]) {
            days.insert(from: walk.first, to: walk.last)
        }
        return days
    }

    /// The end of the last walk of a source that has ended by now.
    func lastEnd(source: Int64, now: Instant) throws(StoreProblem) -> Instant? {
        try connection.one(
            "SELECT max(last) FROM diary_walk_of_person WHERE person = ? AND source = ? AND last <= ?",
            [.integer(person), .integer(source), .integer(now.milliseconds)]
        ) { $0.optionalInteger(0).map(Instant.init(milliseconds:)) } ?? nil
    }

    private func found(
        _ conditions: String,
        _ instants: [Instant]
    ) throws(StoreProblem) -> [Found] {
        try connection.all(
            """
            SELECT source, content, first, last, line FROM diary_walk_of_person
            WHERE person = ? AND \(conditions)
            """,
            [.integer(person)] + instants.map { .integer($0.milliseconds) }
        ) {
            Found(
                source: $0.integer(0),
                content: $0.integer(1),
                first: Instant(milliseconds: $0.integer(2)),
                last: Instant(milliseconds: $0.integer(3)),
                line: $0.integer(4)
            )
        }
    }
}
