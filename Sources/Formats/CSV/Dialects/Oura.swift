internal import Model

extension CSVDialect {
    /// The days of an Oura ring (FORMATS.md §1.13), of the old site in one wide table and of the new
    /// one, `oura_daily-activity_….csv`.
    ///
    ///     date,…,Activity Burn,Total Burn,Target Calories,Steps,Daily Movement,…
    ///     …,day,…,high_activity_time,…,steps,…
    ///
    /// Each row is a day without a clock. The minutes of activity are no minutes of walking.
    static let oura = CSVDialect(
        name: "oura",
        title: "the days of an Oura ring",
        headers: [
            .part("date", "Activity Burn", "Steps"), .part("day", "steps", "high_activity_time"),
        ],
        style: CSVSources.Style(defaultName: "oura"),
        open: { opening in
            let header = opening.header
            let isOld = header.keySet.contains("activityburn")
            guard let date = header.column(isOld ? "date" : "day"),
                let count = header.column("steps")
            else { return nil }
            return DateRows(opening, date: date, count: count)
        }
    )
}
