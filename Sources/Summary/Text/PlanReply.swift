import LinuxSystem
import Model
import Scoring

/// What follows from a word about the plan.
struct PlanReply {
    let word: PlanWord
    let reply: EntryReply

    private var day: PlanDay { reply.today.plan }
    private var isStarted: Bool { day.mode != .none }

    /// One or two sentences.
    var text: String {
        switch word {
        case .start: start
        case .restart: "The plan \(moves("begins again")) at \(level)."
        case .pause: isStarted ? "The plan is paused and asks for nothing. \(end)" : notStarted
        case .resume: isStarted ? goesOn : notStarted
        case .cleared: cleared
        case .level(let name): chosen(name)
        case .baseline(let minutes): baseline(minutes)
        case .usual(let score): "Usual pain is \(score) from now on."
        case .usualAuto: usualAuto
        }
    }

    /// A plan that asks for nothing neither begins nor goes on; it stands.
    private func moves(_ verb: String) -> String {
        [.suspended, .paused].contains(day.mode) ? "stands" : verb
    }

    private var goesOn: String { "The plan \(moves("goes on")) at \(level)." }

    /// How a pause ends; while an urgent flag is in force `resume` alone does not end the rest.
    private var end: String {
        day.urgentFlags.isEmpty
            ? "`amble plan resume` goes on."
            : "It takes both `amble plan cleared` and `amble plan resume` to go on."
    }

    private let notStarted =
        "The plan is not started, so nothing changes; `amble plan start` begins it."

    private var start: String {
        let isRepeated = reply.diary.contains { $0.startsPlan && $0 < reply.entry }
        guard !isRepeated else {
            return "The plan was started before and stays at \(level); `amble plan restart` "
                + "begins again."
        }
        return "The plan \(moves("begins")) at \(level)."
    }

    private var cleared: String {
        guard isStarted else { return "What was reported is taken back." }
        return "What was reported is taken back; the plan stands at \(level)."
    }

    private func chosen(_ name: String) -> String {
        guard isStarted else { return notStarted }
        guard day.level != name else { return goesOn }
        let names = PlanLadder(reply.plan, baseline: day.baseline).rungs.map(\.name)
        guard !names.contains(name) else { return "Noted; the plan stands at \(level)." }
        return "Your plan has no level \(name), so it stays at \(level). Its levels are "
            + names.joined(separator: ", ") + "."
    }

    private func baseline(_ minutes: Int) -> String {
        guard isStarted else {
            return "A first outing of \(minutes) min is kept for `amble plan start`."
        }
        return "A first outing of \(minutes) min: the plan \(moves("begins")) at \(level)."
    }

    private var usualAuto: String {
        let usual = reply.today.pain.usual.map { "; today it is \($0)" } ?? ""
        return "Usual pain follows from the scores of two weeks\(usual)."
    }

    private var level: String { LevelWords.level(day) }
}
