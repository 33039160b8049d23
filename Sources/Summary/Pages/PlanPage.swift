import LinuxSystem
package import Model
package import Scoring

/// The walking plan: the level now, what moves it on, and six weeks behind: `amble plan`.
package enum PlanPage {
    /// The dates of the page: the six weeks that end today.
    package static func dates(today: CivilDay) -> ClosedRange<CivilDay> {
        today.advanced(by: -41)...today
    }

    /// Writes the page.
    ///
    /// - Parameters:
    ///   - days: the days of `dates`, by date; the last one is the running day.
    ///   - plan: the walking plan in use.
    ///   - style: how it may look.
    /// - Returns: the lines, without their ends.
    package static func lines(
        _ days: [ScoredDay],
        plan: WalkingPlan,
        style: PageStyle
    ) -> [String] {
        guard let today = days.last else { return [] }
        let notice = UrgentNotice.lines(for: today, style: style)
        guard today.plan.mode != .none else {
            return notice + LevelWords.beginning.flatMap { style.wrapped($0) }
                + flags(today.plan, style)
        }
        return notice + now(today, style) + [""] + ladder(today.plan, plan, style) + [""]
            + PlanGrid.lines(days, style)
    }

    private static let indent = "  "

    private static func now(_ today: ScoredDay, _ style: PageStyle) -> [String] {
        let plan = today.plan
        var lines = [style.strong(title(plan))]
        if let asked = PlanWords.asked(plan) { lines.append(indent + "today: " + asked) }
        if let pain = PainWords.text(today.pain) { lines.append(indent + pain) }
        // Of a pause the way on says all there is to say.
        let left = plan.mode == .paused ? nil : LeftToWalk.text(today)
        let sentences = [left, plan.note, LevelWords.wayOn(today)]
        return lines
            + sentences.compactMap { $0?.escapingControlCharacters }
            .flatMap { style.wrapped($0, indent: indent) } + flags(plan, style)
    }

    private static func title(_ plan: PlanDay) -> String {
        let level = LevelWords.level(plan)
        return switch plan.mode {
        case .flareUp: "Flare-up day; the plan stands at \(level)"
        case .suspended: "The plan is suspended at \(level)"
        case .paused: "The plan is paused at \(level)"
        case .level, .none: level.prefix(1).uppercased() + level.dropFirst()
        }
    }

    private static func flags(_ plan: PlanDay, _ style: PageStyle) -> [String] {
        guard !plan.flags.isEmpty else { return [] }
        let names = plan.flags.map { $0.escapingControlCharacters.replacing("-", with: " ") }
        return style.wrapped("reported: " + names.joined(separator: ", "), indent: indent)
    }

    /// All levels with what they ask, the present one marked.
    private static func ladder(
        _ day: PlanDay,
        _ plan: WalkingPlan,
        _ style: PageStyle
    ) -> [String] {
        var table = TextTable([.left, .left, .left])
        let rungs = PlanLadder(plan, baseline: day.baseline).rungs
        for rung in rungs {
            let mark = rung.name == day.level ? "→" : " "
            let days = rung.level.days.map { counted($0, "day") } ?? "on most days"
            table.add(["\(mark) level \(rung.name)", PlanWords.walks(rung.level), days])
        }
        return table.lines
    }
}
