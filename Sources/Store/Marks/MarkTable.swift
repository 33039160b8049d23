import Model

/// The table of days that must be derived anew.
struct MarkTable {
    let connection: Connection

    /// The marks of a person.
    func marks(person: Int64, name: String) throws(StoreProblem) -> DayMarks {
        let newest = try connection.one(
            "SELECT ifnull(max(id), 0) FROM mark WHERE person = ?",
            [.integer(person)]
        ) { $0.integer(0) }
        let days = try days(person: person, upTo: newest ?? 0)
        return DayMarks(person: name, ranges: days.ranges, newest: newest ?? 0)
    }

    /// Adds marks.
    func insert(_ days: DayRanges, person: Int64) throws(StoreProblem) {
        for range in days.ranges {
            try connection.run(
                "INSERT INTO mark (person, first, last) VALUES (?, ?, ?)",
                [
                    .integer(person), .integer(Int64(range.lowerBound.daysSinceEpoch)),
                    .integer(Int64(range.upperBound.daysSinceEpoch)),
                ]
            )
        }
    }

    /// Takes days out of the marks that were there when they were asked for.
    func clear(_ marks: DayMarks, person: Int64) throws(StoreProblem) {
        let left = try days(person: person, upTo: marks.newest)
            .subtracting(DayRanges(marks.ranges))
        try connection.run(
            "DELETE FROM mark WHERE person = ? AND id <= ?",
            [.integer(person), .integer(marks.newest)]
        )
        try insert(left, person: person)
    }

    private func days(person: Int64, upTo newest: Int64) throws(StoreProblem) -> DayRanges {
        DayRanges(
            try connection.all(
                "SELECT first, last FROM mark WHERE person = ? AND id <= ?",
                [.integer(person), .integer(newest)]
            ) { (row) throws(StoreProblem) in
                let first = CivilDay(daysSinceEpoch: Int32(clamping: row.integer(0)))
                let last = CivilDay(daysSinceEpoch: Int32(clamping: row.integer(1)))
                guard first <= last else { throw connection.damage("a mark ends before it begins") }
                return first...last
            }
        )
    }
}
