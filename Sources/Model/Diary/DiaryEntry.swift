/// One line of a person's diary: what they felt, did or decided, and when (PLAN.md §3).
package struct DiaryEntry: Hashable, Sendable {
    /// The instant; the entry belongs to the home zone's date at it.
    package let time: Instant
    /// What was entered.
    package let content: DiaryContent

    /// Makes an entry.
    package init(time: Instant, content: DiaryContent) {
        self.time = time
        self.content = content
    }
}

extension DiaryEntry {
    /// Whether the entry starts the walking plan, for the first time or anew.
    package var startsPlan: Bool { content == .plan(.start) || content == .plan(.restart) }
}

extension DiaryEntry: Comparable {
    /// The order in which entries apply: by time, at one instant by entry, then value, as text.
    package static func < (left: DiaryEntry, right: DiaryEntry) -> Bool {
        guard left.time == right.time else { return left.time < right.time }
        return (left.content.word, left.content.value)
            < (right.content.word, right.content.value)
    }
}

/// What a line of the diary says.
package enum DiaryContent: Hashable, Sendable {
    /// A pain score, 0 to 10.
    case pain(Int)
    /// Something that a professional should look at.
    case flag(DiaryFlag)
    /// Whether the day is declared a flare-up day.
    case flareUp(Bool)
    /// A word about the plan.
    case plan(PlanWord)
    /// Minutes of strength and flexibility, 1 to 600.
    case moves(Int)
    /// A walk entered by hand that ends at the entry's time, 1 to 600 minutes.
    case walk(Int)

    /// The word in the column `entry`.
    package var word: String {
        switch self {
        case .pain: "pain"
        case .flag: "flag"
        case .flareUp: "flare-up"
        case .plan: "plan"
        case .moves: "moves"
        case .walk: "walk"
        }
    }

    /// The text in the column `value`.
    package var value: String {
        switch self {
        case .pain(let score): String(score)
        case .flag(let flag): flag.rawValue
        case .flareUp(let isDeclared): isDeclared ? "yes" : "no"
        case .plan(let word): word.text
        case .moves(let minutes), .walk(let minutes): String(minutes)
        }
    }
}

/// What a person may report (PLAN.md §2.4); the raw value stands in the diary.
package enum DiaryFlag: String, Sendable, CaseIterable {
    case trauma
    case severeAtRest = "severe-at-rest"
    case fever
    case weightLoss = "weight-loss"
    case bladderOrBowel = "bladder-or-bowel"
    case groinNumbness = "groin-numbness"
    case nightPain = "night-pain"
    case painBelowKnee = "pain-below-knee"
    case legWeakness = "leg-weakness"
    case spreadingNumbness = "spreading-numbness"

    /// Whether it asks for urgent medical assessment; the others for a professional soon.
    package var isUrgent: Bool {
        switch self {
        case .painBelowKnee, .legWeakness, .spreadingNumbness: false
        default: true
        }
    }
}

/// A word about the plan (PLAN.md §2.2).
package enum PlanWord: Hashable, Sendable {
    case start
    case restart
    case pause
    case resume
    case cleared
    /// Go to a level by its name, for example `3` or `0.1`.
    case level(String)
    /// The minutes of the first outing, 1 to 60.
    case baseline(Int)
    /// The usual pain score, 0 to 10.
    case usual(Int)
    /// Takes a setting of the usual score back.
    case usualAuto

    /// The text in the diary's column `value`.
    package var text: String {
        switch self {
        case .start: "start"
        case .restart: "restart"
        case .pause: "pause"
        case .resume: "resume"
        case .cleared: "cleared"
        case .level(let name): "level \(name)"
        case .baseline(let minutes): "baseline \(minutes)"
        case .usual(let score): "usual \(score)"
        case .usualAuto: "usual auto"
        }
    }
}
