import LinuxSystem
package import Model
package import Scoring

/// The day so far, to be understood in one look: `amble today` (COMMANDS.md §4).
package enum TodayPage {
    /// Writes the page.
    ///
    /// - Parameters:
    ///   - scored: the running day; an ended one is shown in the same way.
    ///   - home: the zones in which times are shown.
    ///   - style: how it may look.
    /// - Returns: the lines, without their ends.
    package static func lines(
        _ scored: ScoredDay,
        home: HomeZones,
        style: PageStyle
    ) -> [String] {
        let clock = HomeClock(home)
        let date = scored.day.date
        var lines = UrgentNotice.lines(for: scored, style: style)
        lines += [style.strong("\(date.longWeekdayName) \(date)"), ""]
        lines += scored.day.hasData ? figures(scored, clock, style) : silence(scored, clock)
        lines += plan(scored, style) + average(scored.finding)
        return lines + advice(scored, clock, style)
    }

    private static let indent = "  "

    private static func figures(
        _ scored: ScoredDay,
        _ clock: HomeClock,
        _ style: PageStyle
    ) -> [String] {
        let day = scored.day
        var lines = [indent + minutes(scored, style)]
        lines += walks(day.walks, clock)
        if let steps = day.steps { lines.append(indent + "\(Decimals.grouped(steps.count)) steps") }
        if day.coverage == .partial, !scored.isRunning {
            lines.append(indent + "less than ten hours of the day were recorded")
        }
        return lines + (isForRest(scored) ? [] : [indent + whatIsLeft(scored)])
    }

    /// Whether nothing more than the plan's few minutes, or nothing at all, is to be walked.
    private static func isForRest(_ scored: ScoredDay) -> Bool {
        scored.advice.contains(.urgentCare) || !scored.plan.flags.isEmpty
            || [.flareUp, .suspended].contains(scored.plan.mode)
    }

    private static func minutes(_ scored: ScoredDay, _ style: PageStyle) -> String {
        let goal = scored.finding.goalMinutes
        let walked = scored.day.stepping?.central ?? .zero
        let text = style.strong("\(WalkedWords.minutes(scored.day)) of \(goal)")
        let percent = scored.finding.percent.map { "\($0) %" } ?? ""
        guard style.showsBars else { return text + " (\(percent))" }
        let bar = Bar(full: .minutes(Int64(goal)), cells: min(36, style.width - 32))
        return "\(text)  \(bar.text(walked, style)) \(percent)"
    }

    private static func walks(_ walks: [Walk], _ clock: HomeClock) -> [String] {
        let count = indent + counted(walks.count, "walk")
        return [count] + walks.map { indent + indent + WalkWords.short($0, clock) }
    }

    /// The way to the goal as an offer; what is over it is no merit and no fault.
    private static func whatIsLeft(_ scored: ScoredDay) -> String {
        let goal = Milliseconds.minutes(Int64(scored.finding.goalMinutes))
        let left = goal - (scored.day.stepping?.central ?? .zero)
        let name = scored.finding.isStudiedGoal ? "the \(goal.wholeMinutes) minutes" : "your goal"
        guard left.count > 0 else {
            return "That makes \(name); anything more is up to you and your back."
        }
        guard scored.isRunning else { return "\(left.spokenUp) short of \(name)." }
        return "\(left.spokenUp) to \(name), if your back feels like it. Short walks count."
    }

    private static func silence(_ scored: ScoredDay, _ clock: HomeClock) -> [String] {
        let when = scored.isRunning ? "No data yet today" : "No data"
        guard let last = scored.lastData else {
            return [indent + when + "."]
        }
        let since = clock.recently(last.time, seenFrom: scored.day.date)
        return [
            indent
                + "\(when); the last record ended \(since) (\(last.source.escapingControlCharacters)).",
            indent + "No data is not no walking: it comes in when the tracker syncs.",
        ]
    }

    /// The plan with its marks, what is left of it and what to know of it, and pain.
    private static func plan(_ scored: ScoredDay, _ style: PageStyle) -> [String] {
        let plan = scored.plan
        let isOpen = scored.isRunning && plan.mode == .level && plan.result == .open
        let sentences = [
            LeftToWalk.text(scored), isOpen ? plan.note?.escapingControlCharacters : nil,
        ]
        let marks = [PlanWords.text(scored)].compactMap { $0 }.map { indent + $0 }
        let pain = [PainWords.text(scored.pain)].compactMap { $0 }.map { indent + $0 }
        return marks
            + sentences.compactMap { $0 }
            .flatMap { style.wrapped($0, indent: indent + indent) } + pain
    }

    private static func average(_ finding: Finding) -> [String] {
        guard let minutes = finding.average.wholeMinutes else { return [] }
        let days = finding.average.daysWithData
        return [indent + "7-day average: \(minutes) min a day (\(days) days with data)"]
    }

    private static func advice(
        _ scored: ScoredDay,
        _ clock: HomeClock,
        _ style: PageStyle
    ) -> [String] {
        // The notice above asks for more than a word with a professional.
        let isUrgent = scored.advice.contains(.urgentCare)
        let said = scored.advice.filter {
            $0 != .urgentCare && !(isUrgent && $0 == .talkToProfessional)
        }
        let sentences = said.map { AdviceWords.sentence($0, on: scored, clock) }
        guard !sentences.isEmpty else { return [] }
        return [""] + sentences.flatMap { style.wrapped($0, indent: indent) }
    }
}
