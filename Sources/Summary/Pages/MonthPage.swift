package import Model
package import Scoring

/// Thirty days in weeks, one line and one bar a day, the average and the group: `amble month`.
package enum MonthPage {
    /// The dates of the page: the thirty days that end today.
    package static func dates(today: CivilDay) -> ClosedRange<CivilDay> {
        today.advanced(by: -29)...today
    }

    /// Writes the page; an empty line stands before each Monday.
    ///
    /// - Parameters:
    ///   - days: the days of `dates`, by date.
    ///   - home: the zones in which times are shown.
    ///   - style: how it may look.
    /// - Returns: the lines, without their ends.
    package static func lines(
        _ days: [ScoredDay],
        home: HomeZones,
        style: PageStyle
    ) -> [String] {
        var lines = UrgentNotice.lines(for: days.last, style: style)
        let rows = DayRows.lines(days, HomeClock(home), style, bars: true)
        for (index, row) in rows.enumerated() {
            if index > 0, days[index].day.date.weekday == 0 { lines.append("") }
            lines.append(row)
        }
        return lines + [""] + HabitWords.lines(days, style)
    }
}
