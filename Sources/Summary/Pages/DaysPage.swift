package import Model
package import Scoring

/// One line a day, days without data too: `amble days`.
///
/// An urgent notice is a matter of today, which need not be among the days: the command says it.
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
        return DayRows.lines(days, HomeClock(home), style, bars: false)
    }
}
