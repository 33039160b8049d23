extension CSVDialect {
    /// The steps of a Google Health or Fitbit Takeout, `steps_YYYY-MM-DD.csv` (FORMATS.md §1.2).
    ///
    ///     timestamp,steps,data source
    ///     2026-10-01T06:14:03.552356Z,51,Phone Health Kit
    ///
    /// Times are UTC, minutes without steps are left out, and names that end with `Health Connect`
    /// are copies of other apps' steps. Files from before 2026 lack the third column; since
    /// `timestamp,steps` are words that anybody may choose, their name must be the export's too.
    static let googleHealthTakeout = CSVDialect(
        name: "google-health",
        title: "the steps of a Google Health or Fitbit Takeout",
        headers: [.whole("timestamp", "steps", "data source"), .whole("timestamp", "steps")],
        style: CSVSources.Style(
            defaultName: "google-health",
            omitsZeros: true,
            hasMirrors: true
        ),
        open: { opening in
            guard let time = opening.header.column("timestamp"),
                let count = opening.header.column("steps"),
                opening.looks(time, { $0.hasSuffix("Z") })
            else { return nil }
            let source = opening.header.column("datasource")
            guard source != nil || isNameOfTakeout(opening.fileName) else { return nil }
            let columns = GenericColumns(time: time, count: count, source: source)
            return try GenericRows(opening, columns, wallTimes: .refused)
        }
    )

    private static func isNameOfTakeout(_ name: String) -> Bool {
        name.hasPrefix("steps_") && FileNameDate.dates(in: name).count == 1
    }
}
