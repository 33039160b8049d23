import LinuxSystem
import Model
import Scoring

/// A day of the walking plan in words, `level 3: 20 ✓ 10 ✓ met, day 3 of 3`.
enum PlanWords {
    /// The words with what the day itself adds to them: why it is not met, and what holds the
    /// level; nothing when the plan was not started.
    static func text(_ scored: ScoredDay) -> String? {
        guard let words = text(scored.plan, why: reason(scored)) else { return nil }
        guard [.level, .flareUp].contains(scored.plan.mode) else { return words }
        let all = [words, uncounted(scored.plan), held(scored)]
        return all.compactMap { $0 }.joined(separator: SummaryLine.separator)
    }

    /// The words, with a reason behind the result; nothing when the plan was not started.
    static func text(_ plan: PlanDay, why: String = "") -> String? {
        switch plan.mode {
        case .none: nil
        case .suspended: "plan suspended"
        case .paused: "plan paused"
        case .flareUp: "flare-up: " + targetsAndResult(plan) + why
        case .level: level(plan, why)
        }
    }

    /// The targets with their marks, `20 min ✓, 10 min ○`; nothing when nothing is asked.
    static func asked(_ plan: PlanDay) -> String? {
        guard !plan.targets.isEmpty else { return nil }
        let all = plan.metDays7 == nil ? " min" : " min in all"
        return plan.targets.map { target($0, unit: all) }.joined(separator: ", ")
    }

    /// What a level asks for, `20 and 10 min, and 10 more if you like`.
    static func walks(_ level: PlanLevel) -> String {
        let walks = level.walks.map(minutes).joined(separator: " and ")
        let all = walks + (level.isTogether ? " min in all" : " min")
        return all + (level.optional.map { ", and \(minutes($0)) more if you like" } ?? "")
    }

    private static func minutes(_ walk: AskedWalk) -> String {
        walk.upTo.map { "\(walk.minutes)–\($0)" } ?? "\(walk.minutes)"
    }

    /// Why a day with a walk or a run is not met.
    private static func reason(_ scored: ScoredDay) -> String {
        let plan = scored.plan
        if plan.result == .missed, !scored.day.walks.isEmpty { return " for the plan" }
        guard plan.mode == .flareUp, plan.result == .partly else { return "" }
        if scored.day.walks.contains(where: { $0.kind == .run }) { return " (with a run)" }
        if scored.day.walks.contains(where: { $0.active > .minutes(10) }) {
            return " (one longer than ten minutes)"
        }
        return plan.targets.allSatisfy { $0.isMet == true } ? " (too close together)" : ""
    }

    private static func uncounted(_ plan: PlanDay) -> String? {
        guard plan.mode == .level, !plan.flags.isEmpty else { return nil }
        let names = plan.flags.map { $0.escapingControlCharacters.replacing("-", with: " ") }
        return "does not count (reported: \(names.joined(separator: ", ")))"
    }

    private static func held(_ scored: ScoredDay) -> String? {
        guard let until = scored.plan.heldUntil else { return nil }
        return scored.day.date <= until ? "held until \(until)" : "held until a calm day"
    }

    private static func level(_ plan: PlanDay, _ why: String) -> String {
        let name = plan.level.map { "level \($0.escapingControlCharacters)" } ?? "level"
        return "\(name): \(targetsAndResult(plan))" + why + day(plan)
    }

    private static func day(_ plan: PlanDay) -> String {
        guard let day = plan.dayOfLevel else { return "" }
        return ", day \(day)" + (plan.levelDays.map { " of \($0)" } ?? "")
    }

    private static func targetsAndResult(_ plan: PlanDay) -> String {
        let words = plan.targets.map { target($0) } + [plan.result.map(result)].compactMap { $0 }
        return words.joined(separator: " ")
    }

    private static func target(_ target: PlanTarget, unit: String = "") -> String {
        let range = target.upTo.map { "\(target.minutes)–\($0)" } ?? "\(target.minutes)"
        let minutes = range + unit
        if target.isOptional { return "(\(minutes))" }
        return minutes + (target.isMet.map { $0 ? " ✓" : " ○" } ?? "")
    }

    private static func result(_ result: PlanResult) -> String {
        switch result {
        case .suspended: "suspended"
        case .met: "met"
        case .open: "still open"
        case .noData: "no data"
        case .partly: "partly"
        case .missed: "no walk"
        }
    }
}
