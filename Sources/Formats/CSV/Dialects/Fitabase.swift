internal import Model

extension CSVDialect {
    /// Minutes of Fitabase, `minuteStepsNarrow_….csv` (FORMATS.md §1.3).
    ///
    ///     Id,ActivityMinute,Steps
    ///     1503960366,4/12/2016 12:00:00 AM,0
    ///
    /// A Fitbit's steps as a study keeps them: local time without a zone, month first, minutes
    /// without steps written out. Studies put many people into one file; Amble takes those of one.
    static let fitabaseMinutes = fitabase(
        "fitabase-minutes",
        "minutes of Fitabase",
        .whole("Id", "ActivityMinute", "Steps"),
        FitabaseTable(time: "activityminute", count: "steps", length: 60_000)
    )

    /// Minutes of Fitabase with an hour a row, `minuteStepsWide_….csv`: `Steps00` to `Steps59`.
    static let fitabaseWideMinutes = fitabase(
        "fitabase-wide",
        "minutes of Fitabase, an hour a row",
        .part("Id", "ActivityHour", "Steps00", "Steps30", "Steps59"),
        FitabaseTable(time: "activityhour", count: "steps00", length: 60_000)
    )

    /// Hours of Fitabase, `hourlySteps_….csv`: `Id,ActivityHour,StepTotal`.
    static let fitabaseHours = fitabase(
        "fitabase-hours",
        "hours of Fitabase",
        .whole("Id", "ActivityHour", "StepTotal"),
        FitabaseTable(time: "activityhour", count: "steptotal", length: 3_600_000)
    )

    /// Days of Fitabase: `dailySteps_….csv` with `Id,ActivityDay,StepTotal`, and `dailyActivity_….csv`
    /// with `Id,ActivityDate,TotalSteps` and what else a Fitbit says of a day.
    static let fitabaseDays = CSVDialect(
        name: "fitabase-days",
        title: "days of Fitabase",
        headers: [
            .whole("Id", "ActivityDay", "StepTotal"), .part("Id", "ActivityDate", "TotalSteps"),
        ],
        style: CSVSources.Style(defaultName: "fitabase", kind: .watch),
        open: { opening in
            let header = opening.header
            guard let person = header.column("id"),
                let date = header.column("activityday") ?? header.column("activitydate"),
                let count = header.column("steptotal") ?? header.column("totalsteps")
            else { return nil }
            try OnePerson.check(opening, column: person)
            return FitabaseDays(opening, person: person, date: date, count: count)
        }
    )

    private static func fitabase(
        _ name: String,
        _ title: String,
        _ header: CSVHeaderPattern,
        _ table: FitabaseTable
    ) -> CSVDialect {
        CSVDialect(
            name: name,
            title: title,
            headers: [header],
            style: CSVSources.Style(defaultName: "fitabase", kind: .watch),
            open: { opening in
                let header = opening.header
                guard let person = header.column("id"), let time = header.column(table.time),
                    let count = header.column(table.count)
                else { return nil }
                let counts = try table.columns(from: count, in: header)
                try OnePerson.check(opening, column: person)
                return FitabaseRows(opening, table, person: person, time: time, counts: counts)
            }
        )
    }
}

/// How one of the tables of Fitabase is laid out.
struct FitabaseTable {
    /// The key of the column of times.
    let time: String
    /// The key of the first column of counts.
    let count: String
    /// What one count stands for, in milliseconds.
    let length: Int64

    /// The columns of counts, one after the other in time.
    ///
    /// - Throws: `CSVRefusal` when one of sixty is missing.
    func columns(from first: Int, in header: CSVHeader) throws(CSVRefusal) -> [Int] {
        guard count == "steps00" else { return [first] }
        var columns: [Int] = []
        for minute in 0..<60 {
            guard let column = header.column("steps" + padded(minute, to: 2)) else {
                throw CSVRefusal("the hour has no column \"Steps\(padded(minute, to: 2))\"")
            }
            columns.append(column)
        }
        return columns
    }
}
