import LinuxSystem
import Model
import Scoring

/// Six weeks of a plan, one line a week: a mark for each day, the levels, and pain; gaps are marked.
enum PlanGrid {
    /// Writes the grid and what its marks mean.
    static func lines(_ days: [ScoredDay], _ style: PageStyle) -> [String] {
        guard let last = days.last?.day.date else { return [] }
        var table = TextTable([.left] + [TextTable.Alignment](repeating: .left, count: 9))
        let first = last.advanced(by: -41)
        let weekdays = (0..<7).map { first.advanced(by: $0).weekdayName }
        table.add(["week from"] + weekdays + ["levels", "pain"])
        let byDate = Dictionary(days.map { ($0.day.date, $0) }) { $1 }
        for week in 0..<6 {
            let start = first.advanced(by: week * 7)
            let dates = (0..<7).map { start.advanced(by: $0) }
            let known = dates.compactMap { byDate[$0] }
            let marks = dates.map { byDate[$0].map(mark) ?? "" }
            table.add(["\(start)"] + marks + [levels(known), pain(known)])
        }
        let rows = table.lines
        return [style.faint(rows[0])] + rows.dropFirst()
            + style.wrapped(legend).map(style.faint)
    }

    /// What the marks mean.
    static let legend =
        "✓ met · ◐ partly · ○ no walk · ? no data · – nothing asked · … today · f flare-up day"

    /// The mark of a day, none before the plan; a flare-up day has an `f` beside it.
    static func mark(_ scored: ScoredDay) -> String {
        guard let result = scored.plan.result else { return "" }
        let mark =
            switch result {
            case .met: "✓"
            case .partly: "◐"
            case .missed: "○"
            case .noData: "?"
            case .suspended: scored.day.hasData ? "–" : "?"
            case .open: "…"
            }
        return scored.plan.mode == .flareUp ? mark + "f" : mark
    }

    /// The levels of a week in their order, `2 → 3`.
    private static func levels(_ days: [ScoredDay]) -> String {
        var names: [String] = []
        for name in days.compactMap(\.plan.level) where name != names.last { names.append(name) }
        return names.map(\.escapingControlCharacters).joined(separator: " → ")
    }

    /// The lowest and the highest score of a week, `2–5`.
    private static func pain(_ days: [ScoredDay]) -> String {
        let lowest = days.compactMap(\.pain.lowest).min()
        let highest = days.compactMap(\.pain.highest).max()
        guard let lowest, let highest else { return "" }
        return lowest == highest ? "\(lowest)" : "\(lowest)–\(highest)"
    }
}
