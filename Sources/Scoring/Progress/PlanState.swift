import Model

/// Where a person stands in the plan at one moment: all that one day hands to the next.
struct PlanState: Hashable, Sendable {
    /// A step down after a long spike, until the level from before it resumes.
    struct DropBack: Hashable, Sendable {
        /// The place of the level that resumes.
        let resumes: Int
        /// The last day of the week on which nothing counts.
        let heldUntil: CivilDay
    }

    /// The first day of the plan, since the last start or restart; nothing before the first.
    var start: CivilDay?
    /// The baseline in force, in minutes.
    var baseline: Int?
    /// The place of the level on the ladder, from 0.
    var place = 0
    /// The counted days of the level.
    var count = 0
    /// Whether the person paused the plan.
    var isPaused = false
    /// The flags in force, each once, in the order of their report.
    var flags: [DiaryFlag] = []
    /// The step down that is in force.
    var dropBack: DropBack?

    /// Whether an urgent flag is in force.
    var isUrgent: Bool { flags.contains(where: \.isUrgent) }

    /// Whether the level is lower than the one that will resume.
    var isLowered: Bool { dropBack.map { place < $0.resumes } ?? false }

    /// What holds on a day that ends, or stands, like this.
    func mode(isFlareUp: Bool) -> PlanMode {
        if start == nil { return .none }
        if isUrgent { return .suspended }
        if isPaused { return .paused }
        return isFlareUp ? .flareUp : .level
    }

    /// Whether a day of mode `level` may count: not under a flag, not after a long spike.
    var mayCount: Bool { flags.isEmpty && dropBack == nil }
}
