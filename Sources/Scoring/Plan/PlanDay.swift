package import Model

/// What the walking plan asked of a day, and what came of it (PLAN.md §2).
///
/// In mode `none` nothing but the mode is there, and flags, which hold before the start too; modes
/// `suspended` and `paused` have no targets.
package struct PlanDay: Hashable, Sendable {
    /// What holds on the day.
    package var mode: PlanMode
    /// What moves the plan on.
    package var pace: PlanPace?
    /// The name of the level, `0.1` or `3`.
    package var level: String?
    /// The counted days of the level before this one, and one; at most the level's length.
    package var dayOfLevel: Int?
    /// The level's length in days; nothing for the last level, which has no end.
    package var levelDays: Int?
    /// The walks asked for, in the plan's order.
    package var targets: [PlanTarget]
    /// What came of it.
    package var result: PlanResult?
    /// Time walked towards the targets; nothing without data.
    package var time: Milliseconds?
    /// The share of what was asked in whole per cent, floored; nothing without data.
    package var percent: Int?
    /// The last day of a drop-back week; there until the level from before it resumes.
    package var heldUntil: CivilDay?
    /// The codes of the flags in force (PLAN.md §2.4), in the order of their report.
    package var flags: [String]
    /// Whether the person paused the plan; under an urgent flag the mode does not say it.
    package var isPaused: Bool
    /// Days met at the last level among the seven of the average.
    package var metDays7: Int?
    /// The baseline in force, in minutes, 1 to 60.
    package var baseline: Int?
    /// What the walker should know of what is asked; only where something is.
    package var note: String?

    /// Makes a day of the plan; what is not known stays away.
    package init(
        mode: PlanMode,
        pace: PlanPace? = nil,
        level: String? = nil,
        dayOfLevel: Int? = nil,
        levelDays: Int? = nil,
        targets: [PlanTarget] = [],
        result: PlanResult? = nil,
        time: Milliseconds? = nil,
        percent: Int? = nil,
        heldUntil: CivilDay? = nil,
        flags: [String] = [],
        isPaused: Bool = false,
        metDays7: Int? = nil,
        baseline: Int? = nil,
        note: String? = nil
    ) {
        self.mode = mode
        self.pace = pace
        self.level = level
        self.dayOfLevel = dayOfLevel
        self.levelDays = levelDays
        self.targets = targets
        self.result = result
        self.time = time
        self.percent = percent
        self.heldUntil = heldUntil
        self.flags = flags
        self.isPaused = isPaused
        self.metDays7 = metDays7
        self.baseline = baseline
        self.note = note
    }
}

/// What holds on a day of the plan; the raw value is the stable name in JSON (COMMANDS.md §5).
package enum PlanMode: String, Sendable, CaseIterable {
    /// A level's targets hold.
    case level
    /// The flare-up target replaces the level's.
    case flareUp = "flare-up"
    /// An urgent flag is in force: nothing is asked.
    case suspended
    /// The person paused the plan.
    case paused
    /// The plan has not been started.
    case none
}

/// What moves the plan on to its next level; the raw value is the stable name (COMMANDS.md §3).
package enum PlanPace: String, Sendable, CaseIterable {
    /// Days on which every target was met.
    case metDays = "met-days"
    /// Days that have data.
    case calendar
}

/// What came of a day of the plan (PLAN.md §2.1); the raw value is the stable name in JSON.
package enum PlanResult: String, Sendable, CaseIterable {
    /// Nothing is asked.
    case suspended
    /// Every target was met.
    case met
    /// The day still runs.
    case open
    /// Nothing was recorded: neither met nor missed.
    case noData = "no-data"
    /// Some walk, not every target.
    case partly
    /// Data, and no walk.
    case missed
}
