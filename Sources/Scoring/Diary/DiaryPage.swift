import Model

/// What a diary says of one civil day about the plan.
struct DiaryPage: Hashable, Sendable {
    /// What moves the plan, in the order in which it applies.
    private(set) var events: [PlanEvent] = []
    /// Whether some score of the day is a spike.
    private(set) var hasSpike = false
    /// Whether the last word on it declares a flare-up day.
    private(set) var isDeclaredFlareUp = false

    /// Whether the day is a flare-up day: a spike makes it one whatever is declared.
    var isFlareUp: Bool { hasSpike || isDeclaredFlareUp }

    /// Takes the next score of the day.
    mutating func take(_ score: PainScore) {
        hasSpike = hasSpike || score.isSpike
        if score.isLongSpike { events.append(.longSpike) }
    }

    /// Takes the next entry of the day; what is no matter of the plan is passed over.
    mutating func take(_ content: DiaryContent) {
        switch content {
        case .flag(let flag): events.append(.flag(flag))
        case .plan(let word): events.append(.word(word))
        case .flareUp(let isDeclared): isDeclaredFlareUp = isDeclared
        case .pain, .moves, .walk: break
        }
    }
}

/// Something in a diary that moves the plan.
enum PlanEvent: Hashable, Sendable {
    /// A word about the plan itself.
    case word(PlanWord)
    /// Something that a professional should look at.
    case flag(DiaryFlag)
    /// A score that makes a run of spikes a long one.
    case longSpike
}
