internal import Model

extension CSVDialect {
    /// The days of Mi Fit, Zepp Life and Amazfit, `ACTIVITY_….csv` (FORMATS.md §1.9).
    ///
    ///     date,steps,distance,runDistance,calories
    ///     2020-08-28,3650,2555,183,79
    ///
    /// The same steps as in the minutes and stages, under the same source: a day adds only what they
    /// lack.
    static let miFitDays = CSVDialect(
        name: "mi-fit-days",
        title: "the days of Mi Fit or Zepp Life (ACTIVITY)",
        headers: [.part("date", "steps", "distance", "runDistance", "calories")],
        style: .miFit,
        open: { opening in
            guard let date = opening.header.column("date"),
                let count = opening.header.column("steps")
            else { return nil }
            return DateRows(opening, date: date, count: count)
        }
    )
}

extension CSVSources.Style {
    /// The one source of all tables of Mi Fit, which are views of the same steps.
    static let miFit = CSVSources.Style(defaultName: "mi-fit", kind: .watch, omitsZeros: true)
}
