import LinuxSystem
package import Model
package import Scoring

/// What follows from a diary entry, said right after it was made: `amble pain 6` and its like.
package struct EntryReply: Sendable {
    let entry: DiaryEntry
    let diary: [DiaryEntry]
    let today: ScoredDay
    let now: Instant
    let plan: WalkingPlan
    let home: HomeZones

    /// Prepares a reply.
    ///
    /// - Parameters:
    ///   - entry: what was entered, and stands in the diary.
    ///   - diary: all entries of the person, in the order in which they apply.
    ///   - today: the running day, scored with the entry.
    ///   - now: the moment, which says whether the entry holds already.
    ///   - plan: the walking plan in use.
    ///   - home: the zones in which times are shown.
    package init(
        entry: DiaryEntry,
        diary: [DiaryEntry],
        today: ScoredDay,
        now: Instant,
        plan: WalkingPlan,
        home: HomeZones
    ) {
        self.entry = entry
        self.diary = diary
        self.today = today
        self.now = now
        self.plan = plan
        self.home = home
    }

    /// The reply in lines that fit.
    package func lines(style: PageStyle) -> [String] { style.wrapped(text) }

    /// What is said when a running daemon has not read the line in time.
    package static func waiting(_ entry: DiaryEntry) -> String {
        "Written down: \(entry.content.word) \(entry.content.value). The daemon is busy and will "
            + "take it; `amble` shows it then."
    }

    /// A few short sentences.
    var text: String {
        guard entry.time <= now else {
            return "Written down: \(entry.content.word) \(entry.content.value). It counts from "
                + "\(HomeClock(home).dateAndTime(entry.time)) on."
        }
        return ([what] + (isForToday || movesPlan ? state : [])).joined(separator: " ")
    }

    private var isForToday: Bool { home.day(at: entry.time) == today.day.date }

    private var movesPlan: Bool {
        switch entry.content {
        case .plan, .flag: true
        default: false
        }
    }

    /// ` for 2026-11-20` when it is not for today.
    private var forDay: String { isForToday ? "" : " for \(home.day(at: entry.time))" }

    private var what: String {
        switch entry.content {
        case .pain(let score):
            let usual = isForToday ? today.pain.usual.map { ", usual \($0)" } ?? "" : ""
            return "Noted\(forDay): pain \(score)\(usual)."
        case .flag(let flag): return reported(flag)
        case .flareUp(let isDeclared): return declared(isDeclared)
        case .moves(let minutes):
            return "Noted\(forDay): \(minutes) min of strength and flexibility."
        case .walk(let minutes):
            let end = HomeClock(home).time(entry.time)
            return "Noted\(forDay): a walk of \(minutes) min until \(end)\(soFar)."
        case .plan(let word): return PlanReply(word: word, reply: self).text
        }
    }

    /// `; 64 min of 90 so far today`.
    private var soFar: String {
        guard isForToday, today.day.hasData else { return "" }
        return "; \(WalkedWords.minutes(today.day)) of \(today.finding.goalMinutes) so far today"
    }

    private func reported(_ flag: DiaryFlag) -> String {
        let name = flag.rawValue.replacing("-", with: " ")
        guard !flag.isUrgent else { return "Noted\(forDay): \(name)." }
        return "Noted\(forDay): \(name). Ease off, and talk to a doctor or physiotherapist; until "
            + "`amble plan cleared` no day counts, and none is lost."
    }

    private func declared(_ isDeclared: Bool) -> String {
        if isDeclared { return "Noted\(forDay): a flare-up day." }
        guard isForToday, today.plan.mode == .flareUp else {
            return "Noted\(forDay): no flare-up day is declared."
        }
        return "Noted: no flare-up day is declared; a score of today lies more than two above "
            + "usual, so the gentle plan stays."
    }

    /// Where the plan stands now.
    private var state: [String] {
        guard !entryIsAsideOfPlan else { return [] }
        guard today.plan.mode == .flareUp else {
            return [LeftToWalk.text(today)].compactMap { $0 }
        }
        guard today.plan.result != .met else {
            return ["Your short walks are all that a flare-up day asks. Well done."]
        }
        if case .walk = entry.content { return [LeftToWalk.text(today)].compactMap { $0 } }
        return ["Flare-up day: \(LeftToWalk.flareUpWalks(today.plan)), are plenty."]
    }

    /// What was just said of it, or moves nothing.
    private var entryIsAsideOfPlan: Bool {
        switch entry.content {
        case .moves, .plan(.pause): true
        case .flag(let flag): !flag.isUrgent
        default: false
        }
    }
}
