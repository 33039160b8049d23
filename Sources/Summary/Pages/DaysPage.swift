package import Model
package import Scoring

/// One line a day, days without data too: `amble days`.
package enum DaysPage {
    /// Writes the page.
    ///
    /// - Parameters:
    ///   - days: the days, by date.
    ///   - home: the zones in which times are shown.
    ///   - style: how it may look.
    /// - Returns: the lines, without their ends.
    package static func lines(
        _ days: [ScoredDay],
        home: HomeZones,
        style: PageStyle
    ) -> [String] {
        guard !days.isEmpty else { return ["No days with data yet."] }
        let notice = UrgentNotice.line(for: days.last).map { [style.urgent($0), ""] } ?? []
        return notice + DayRows.lines(days, HomeClock(home), style, bars: false)
    }
}
