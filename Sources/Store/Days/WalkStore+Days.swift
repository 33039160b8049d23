package import Model

extension WalkStore {
    /// Saves derived days and clears the marks they answer, in one transaction.
    ///
    /// What the cache holds for the dates is replaced; days without records need not be among the
    /// days. The marks are those that `markedDays` told before the derivation: marks that came
    /// since then stay. Without marks none is cleared.
    package func save(
        _ days: [Day],
        replacing dates: ClosedRange<CivilDay>,
        clearing marks: DayMarks?,
        person: String
    ) throws(StoreProblem) {
        precondition(days.allSatisfy { dates.contains($0.date) }, "a day lies outside of the dates")
        precondition(marks.map { $0.person == person } ?? true, "marks are those of one person")
        try writing { (connection) throws(StoreProblem) in
            let id = try Ledger(connection: connection).notedPerson(person)
            try DayTable(connection: connection).replace(dates, with: days, person: id)
            if let marks { try MarkTable(connection: connection).clear(marks, person: id) }
        }
    }

    /// Reads the derived days that have records, by date.
    package func days(
        person: String,
        in dates: ClosedRange<CivilDay>
    ) throws(StoreProblem) -> [Day] {
        try onQueue { (connection) throws(StoreProblem) in
            try DayTable(connection: connection).days(person: person, in: dates)
        }
    }

    /// The first and the last derived day that has data; nothing when none has.
    package func extent(person: String) throws(StoreProblem) -> ClosedRange<CivilDay>? {
        try onQueue { (connection) throws(StoreProblem) in
            try DayTable(connection: connection).extent(person: person)
        }
    }

    /// The last record of the days before a date; nothing when no day before it has data.
    package func lastRecord(
        person: String,
        before date: CivilDay
    ) throws(StoreProblem) -> LastRecord? {
        try onQueue { (connection) throws(StoreProblem) -> LastRecord? in
            let table = DayTable(connection: connection)
            guard let last = try table.lastDate(person: person, before: date) else { return nil }
            return try table.days(person: person, in: last...last).last?.lastRecord
        }
    }

    /// The settings, zones and tz version under which the cache was derived; nothing at first.
    package func derivedUnder() throws(StoreProblem) -> String? {
        try onQueue { (connection) throws(StoreProblem) in
            try FactTable(connection: connection).value(.derivedUnder)
        }
    }

    /// Notes under which settings, zones and tz version the cache is derived from now on.
    package func setDerivedUnder(_ fingerprint: String) throws(StoreProblem) {
        try writing { (connection) throws(StoreProblem) in
            try FactTable(connection: connection).set(.derivedUnder, to: fingerprint)
        }
    }
}
