import LinuxSystem
package import Model
package import Scoring

/// What follows from a diary entry, said right after it was made: `amble pain 6` and its like.
package struct EntryReply: Sendable {
    let entry: DiaryEntry
    let diary: [DiaryEntry]
    let today: ScoredDay
    let entered: ScoredDay?
    let before: PlanDay?
    let now: Instant
    let plan: WalkingPlan
    let home: HomeZones

    /// Prepares a reply.
    ///
    /// - Parameters:
    ///   - entry: what was entered, and stands in the diary.
    ///   - diary: all entries of the person, in the order in which they apply.
    ///   - today: the running day, scored with the entry.
    ///   - entered: the day of a back-dated entry, scored with it; nothing is said of that day
    ///     without it.
    ///   - before: today's plan as it was without the entry; what a back-dated entry changed of it
    ///     is said.
    ///   - now: the moment, which says whether the entry holds already.
    ///   - plan: the walking plan in use.
    ///   - home: the zones in which times are shown.
    package init(
        entry: DiaryEntry,
        diary: [DiaryEntry],
        today: ScoredDay,
        entered: ScoredDay? = nil,
        before: PlanDay? = nil,
        now: Instant,
        plan: WalkingPlan,
        home: HomeZones
    ) {
        self.entry = entry
        self.diary = diary
        self.today = today
        self.entered = entered
        self.before = before
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
            let waits =
                "Written down: \(entry.content.word) \(entry.content.value). It counts from "
                + "\(HomeClock(home).dateAndTime(entry.time)) on."
            return ([waits] + caution).joined(separator: " ")
        }
        let saysToday = isForToday || movesPlan || movedToday
        return ([what] + became + (saysToday ? state + steps : []) + caution)
            .joined(separator: " ")
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
        guard today.plan.flags.contains(flag.rawValue) else {
            return "Noted\(forDay): \(name); a `plan cleared` of the diary takes it back."
        }
        return "Noted\(forDay): \(name)."
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
        return movedToday
            ? ["Today the plan stands at \(LevelWords.level(today.plan))."] + asked : asked
    }

    /// What today asks for now.
    private var asked: [String] {
        guard today.plan.mode == .flareUp else {
            return [LeftToWalk.text(today)].compactMap { $0 }
        }
        guard today.plan.result != .met else {
            return ["Your short walks are all that a flare-up day asks. Well done."]
        }
        if isAfterWalk { return [LeftToWalk.text(today)].compactMap { $0 } }
        return ["Flare-up day: \(LeftToWalk.flareUpWalks(today.plan)), are plenty."]
    }

    /// Whether an invitation to walk would come late: a walk is noted, or one was too long.
    private var isAfterWalk: Bool {
        if case .walk = entry.content { return true }
        return today.advice.contains(.tooLongForAFlareUp)
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

// MARK: - What goes beyond the entry

extension EntryReply {
    /// What a back-dated entry made of its day.
    private var became: [String] {
        guard !isForToday, let day = entered, !entryIsAsideOfPlan, !movesPlan else { return [] }
        switch day.plan.mode {
        case .flareUp: return ["That day is a flare-up day."]
        case .level: return [PlanWords.text(day)].compactMap { $0 }.map { "That day: \($0)." }
        case .none, .suspended, .paused: return []
        }
    }

    /// Whether a back-dated entry changed where the plan stands today.
    private var movedToday: Bool {
        guard !isForToday, !movesPlan, let before else { return false }
        let now = today.plan
        return before.mode != now.mode || before.level != now.level
            || before.dayOfLevel != now.dayOfLevel || before.heldUntil != now.heldUntil
    }

    /// A step up or down of the level.
    private var steps: [String] {
        guard !entryIsAsideOfPlan else { return [] }
        return today.advice.filter { [.levelDown, .levelUp].contains($0) }.map {
            AdviceWords.sentence($0, on: today, HomeClock(home))
        }
    }

    /// Said in every reply while a flag of the second kind is in force; an urgent one has its own
    /// notice, which asks for more.
    private var caution: [String] {
        let plan = today.plan
        guard !plan.flags.isEmpty, plan.urgentFlags.isEmpty else { return [] }
        return [
            "Ease off, and talk to a doctor or physiotherapist; until `amble plan cleared` no day "
                + "counts, and none is lost."
        ]
    }
}
