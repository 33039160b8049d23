import LinuxSystem
import Model
import Scoring

/// What a running day of the plan still asks for, in pieces, and what it leaves to the walker.
enum LeftToWalk {
    /// A sentence or two; nothing when the plan is not started or the day has ended.
    static func text(_ scored: ScoredDay) -> String? {
        guard scored.isRunning else { return nil }
        switch scored.plan.mode {
        case .none: return nil
        case .suspended: return "The plan is suspended and asks for nothing."
        case .paused:
            return "The plan is paused and asks for nothing; `amble plan resume` goes on."
        case .flareUp: return flareUp(scored)
        case .level: return level(scored.plan, scored.day.walks)
        }
    }

    // MARK: - A day of a level

    private static func level(_ plan: PlanDay, _ walks: [Walk]) -> String {
        if plan.result == .met {
            return "All that the plan asks today is walked." + stroll(plan, walks)
        }
        if plan.metDays7 != nil { return together(plan) }
        let open = plan.targets.filter { !$0.isOptional && $0.isMet != true }
        let pieces = list(open.map(length))
        let way = open.count > 1 ? "each in one piece, with a rest between them" : "in one piece"
        return "Left for today: \(pieces), \(way)." + stroll(plan, walks)
    }

    private static func together(_ plan: PlanDay) -> String {
        let asked = Milliseconds.minutes(Int64(plan.targets.first?.minutes ?? 0))
        let left = asked - (plan.time ?? .zero)
        return "Left for today: \(left.spokenUp), in as many pieces as you like."
    }

    private static func stroll(_ plan: PlanDay, _ walks: [Walk]) -> String {
        guard let stroll = plan.targets.first(where: \.isOptional),
            !(plan.result == .met && isWalked(stroll, walks))
        else { return "" }
        return " An extra stroll of \(length(stroll)) is up to you, once pain is back to usual "
            + "within an hour; note it before with `amble pain N`."
    }

    /// Whether a walk long enough for the stroll came after the longest one (PLAN.md §2.1).
    private static func isWalked(_ stroll: PlanTarget, _ sessions: [Walk]) -> Bool {
        let walks = sessions.filter { $0.kind == .walk }
        let longest = walks.max {
            ($0.active, $1.start) < ($1.active, $0.start)
        }
        guard let longest else { return false }
        let enough = Milliseconds.minutes(Int64(stroll.minutes) - 1)
        return walks.contains { $0.start >= longest.end && $0.active >= enough }
    }

    private static func length(_ target: PlanTarget) -> String {
        (target.upTo.map { "\(target.minutes)–\($0)" } ?? "\(target.minutes)") + " min"
    }

    /// `20 min, 20 min and 10 min`.
    private static func list(_ parts: [String]) -> String {
        guard let last = parts.last, parts.count > 1 else { return parts.first ?? "nothing" }
        return parts.dropLast().joined(separator: ", ") + " and " + last
    }

    // MARK: - A flare-up day

    private static func flareUp(_ scored: ScoredDay) -> String? {
        let plan = scored.plan
        if plan.result == .met { return nil }
        let done = plan.targets.count { $0.isMet == true }
        if scored.advice.contains(.tooLongForAFlareUp) {
            return "The rest of the day may be an easy one."
        }
        if done == plan.targets.count {
            return "All \(done) loops are there. With half an hour of rest before it, one more "
                + "short loop makes the day."
        }
        return "\(done) of \(plan.targets.count) short walks so far. Half an hour of rest between "
            + "them, none longer than ten minutes."
    }

    /// What a flare-up day asks for, `three short walks of 5 minutes, half an hour apart`.
    static func flareUpWalks(_ plan: PlanDay) -> String {
        let minutes = Set(plan.targets.map(\.minutes)).sorted()
        let lengths = list(minutes.map { number($0) })
        let walks = plan.targets.count == 1 ? "short walk" : "short walks"
        let apart = plan.targets.count == 1 ? "" : ", half an hour apart"
        return "\(number(plan.targets.count)) \(walks) of \(lengths) minutes\(apart)"
    }

    private static func number(_ number: Int) -> String {
        let names = [
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        ]
        return names.indices.contains(number) ? names[number] : "\(number)"
    }
}
