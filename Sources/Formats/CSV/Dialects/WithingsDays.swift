internal import Model

extension CSVDialect {
    /// The days of a Withings account, `aggregates_steps.csv` (FORMATS.md §1.8).
    ///
    ///     date,value
    ///     2020-03-22,611
    ///
    /// The latest day comes first. The tables of distance, height and so on have the very same
    /// header, so here the name must be the export's. The same steps as in the raw table, under the
    /// same source.
    static let withingsDays = CSVDialect(
        name: "withings-days",
        title: "aggregates_steps of Withings",
        headers: [.whole("date", "value")],
        style: CSVSources.Style(defaultName: "withings", kind: .watch),
        open: { opening in
            guard let date = opening.header.column("date"),
                let count = opening.header.column("value")
            else { return nil }
            if opening.fileName.contains("aggregates_steps") {
                return DateRows(opening, date: date, count: count)
            }
            // A table that a person named for steps is that person's own.
            if opening.fileName.contains("steps") { return nil }
            throw CSVRefusal(
                "a table of \"date\" and \"value\", as Withings writes its days, says only in its "
                    + "name what it holds, and this name does not say steps; export it again, or "
                    + "give it back its name, aggregates_steps.csv"
            )
        }
    )
}
