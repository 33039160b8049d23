import Model
import Scoring

/// One line a day, with a bar where bars are shown: what `days`, `week` and `month` have in common.
enum DayRows {
    /// Writes the rows.
    ///
    /// - Parameters:
    ///   - days: the days, by date.
    ///   - clock: the zones in which times are shown.
    ///   - style: how they may look.
    ///   - bars: whether bars are wanted where the style has them.
    /// - Returns: one line a day.
    static func lines(
        _ days: [ScoredDay],
        _ clock: HomeClock,
        _ style: PageStyle,
        bars: Bool
    ) -> [String] {
        var table = TextTable([.left, .right, .right, .left, .right, .left])
        for day in days {
            let date = "\(day.day.date) \(day.day.date.weekdayName)"
            table.add([date] + (day.day.hasData ? figures(day) : ["no data"]))
        }
        guard bars, style.showsBars else { return table.lines }
        let drawing = bar(for: days, style)
        return zip(days, table.lines).map { day, line in
            let date = line.prefix(dateWidth)
            // An empty bar would say "nothing walked"; without data there is none.
            let bar = day.day.stepping.map { drawing.text($0.central, style) } ?? drawing.blank
            return date + "  " + bar + line.dropFirst(dateWidth)
        }
    }

    /// `2026-11-21 Sat`.
    private static let dateWidth = 14

    private static func figures(_ scored: ScoredDay) -> [String] {
        let day = scored.day
        return [
            duration(day), scored.finding.percent.map { "\($0) %" } ?? "",
            counted(day.walks.count, "walk"),
            day.steps.map { "\(Decimals.grouped($0.count)) steps" } ?? "",
            remark(scored),
        ]
    }

    private static func duration(_ day: Day) -> String {
        guard let stepping = day.stepping else { return "" }
        guard WalkedWords.isEstimated(day) else { return stepping.central.spoken }
        return "≈ \(stepping.central.spoken) (\(WalkedWords.range(stepping)))"
    }

    private static func remark(_ scored: ScoredDay) -> String {
        let parts = [
            scored.isRunning ? "so far" : nil,
            scored.day.coverage == .partial && !scored.isRunning ? "partly recorded" : nil,
            PlanWords.text(scored), PainWords.text(scored.pain),
        ]
        return parts.compactMap { $0 }.joined(separator: " · ")
    }

    /// A bar that is full at the goal.
    private static func bar(for days: [ScoredDay], _ style: PageStyle) -> Bar {
        let goal = days.last?.finding.goalMinutes ?? Finding.studiedGoalMinutes
        return Bar(full: .minutes(Int64(goal)), cells: min(30, max(8, style.width - 60)))
    }
}
