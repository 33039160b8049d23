package import Model
package import Scoring

/// Seven days, one line and one bar each, the average and the study group: `amble week`.
package enum WeekPage {
    /// The dates of the page: the seven days that end today.
    package static func dates(today: CivilDay) -> ClosedRange<CivilDay> {
        today.advanced(by: -6)...today
    }

    /// Writes the page.
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
        let notice = UrgentNotice.lines(for: days.last, style: style)
        return notice + DayRows.lines(days, HomeClock(home), style, bars: true) + [""]
            + HabitWords.lines(days, style)
    }
}
