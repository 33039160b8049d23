import LinuxSystem
import Model
import Scoring

/// The level of a plan in words: where it stands, and what moves it on.
enum LevelWords {
    /// `level 3, day 2 of 3`.
    static func level(_ plan: PlanDay) -> String {
        guard let name = plan.level else { return "its level" }
        let day = plan.dayOfLevel.map { day in
            ", day \(day)" + (plan.levelDays.map { " of \($0)" } ?? "")
        }
        return "level \(name.escapingControlCharacters)" + (day ?? "")
    }

    /// What moves the plan on, in a sentence; nothing before the start.
    static func wayOn(_ scored: ScoredDay) -> String? {
        let plan = scored.plan
        switch plan.mode {
        case .none: return nil
        case .suspended:
            let resume = plan.isPaused ? " and `amble plan resume`" : ""
            return "It goes on with `amble plan cleared`\(resume), where it stands."
        case .paused:
            return "It asks for nothing, and goes on with `amble plan resume`, where it stands."
        case .flareUp, .level: break
        }
        if !plan.flags.isEmpty {
            return "No day counts until `amble plan cleared`, and none is lost."
        }
        if let until = plan.heldUntil {
            return held(until, scored)
        }
        if plan.mode == .flareUp { return "Days on the way to the next level are kept." }
        return counting(scored)
    }

    /// After a long spike; at the lowest level nothing was lowered, and only the counting waits.
    private static func held(_ until: CivilDay, _ scored: ScoredDay) -> String {
        let isOver = scored.day.date > until
        guard scored.advice.contains(.levelDown) else {
            return "No day counts until \(isOver ? "the first calm day" : "\(until)")."
        }
        return isOver
            ? "It is held until the first calm day; the level from before resumes on it."
            : "It is held until \(until) at least; the level from before resumes on the first calm "
                + "day after it."
    }

    private static func counting(_ scored: ScoredDay) -> String {
        let plan = scored.plan
        guard let length = plan.levelDays, let day = plan.dayOfLevel else { return last(plan) }
        if scored.advice.contains(.levelUp) { return "The next level begins tomorrow." }
        let left = max(1, length - day + 1)
        let days = left == 1 ? "One more day" : "\(left) more days"
        let what = plan.pace == .calendar ? "with data" : "with all walks done"
        return "\(days) \(what), and the next level begins; \(isToday(scored))"
    }

    private static func isToday(_ scored: ScoredDay) -> String {
        scored.plan.result == .met || scored.plan.pace == .calendar && scored.day.hasData
            ? "today is one of them." : "today may be one of them."
    }

    private static func last(_ plan: PlanDay) -> String {
        guard let met = plan.metDays7 else { return "It is the last level, and has no end." }
        return "It is the last level, and has no end: \(met) of the last seven days were met; "
            + "four are most days."
    }

    /// How a plan begins (PLAN.md §2.2).
    static let beginning = [
        "The walking plan is not started.",
        "A first outing finds the starting point: walk for ten minutes, or until pain has risen by "
            + "more than two points, whichever comes first. Note pain before and after with "
            + "`amble pain N`.",
        "If it was less than ten minutes, say how many: `amble plan baseline MIN`. Then "
            + "`amble plan start` begins, gently.",
    ]
}
