import LinuxSystem
import Model
import Scoring

/// A day of the walking plan in words, `level 3: 20 ✓ 10 ✓ met, day 3 of 3`.
enum PlanWords {
    /// The words; nothing when the plan was not started.
    static func text(_ plan: PlanDay) -> String? {
        switch plan.mode {
        case .none: nil
        case .suspended: "plan suspended"
        case .paused: "plan paused"
        case .flareUp: "flare-up: " + targetsAndResult(plan)
        case .level: level(plan)
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

    private static func level(_ plan: PlanDay) -> String {
        let name = plan.level.map { "level \($0.escapingControlCharacters)" } ?? "level"
        return "\(name): \(targetsAndResult(plan))" + day(plan)
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
