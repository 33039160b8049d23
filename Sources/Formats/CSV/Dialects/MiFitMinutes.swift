internal import Model

extension CSVDialect {
    /// The minutes of Mi Fit, Zepp Life and Amazfit, `ACTIVITY_MINUTE_….csv` (FORMATS.md §1.9).
    ///
    ///     date,time,steps
    ///     2020-08-28,05:13,21
    ///
    /// Local time without a zone; minutes without steps are left out; a minute holds at most 127,
    /// where the band's counter is clipped. A table whose words or times are written otherwise is
    /// somebody's own.
    static let miFitMinutes = CSVDialect(
        name: "mi-fit",
        title: "the minutes of Mi Fit or Zepp Life (ACTIVITY_MINUTE)",
        headers: [.whole("date", "time", "steps")],
        style: .miFit,
        open: { opening in
            let isOwn =
                opening.delimiter == UInt8(ascii: ",")
                && opening.header.words.prefix(3) == ["date", "time", "steps"]
                && opening.looks(0, { $0.utf8.count == 10 })
                && opening.looks(1, { $0.utf8.count == 5 })
            guard isOwn else { return nil }
            return try GenericRows(opening, GenericColumns(time: 0, clock: 1, count: 2))
        }
    )
}
