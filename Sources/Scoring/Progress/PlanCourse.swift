import Model

/// The way of one person through a plan, a day at a time: the whole transition system.
///
/// It sees nothing but what it is given, so replaying the same days gives the same course.
struct PlanCourse: Hashable, Sendable {
    /// The plan.
    let plan: WalkingPlan
    /// What moves it on.
    let pace: PlanPace
    /// Where it stands between two days.
    var state: PlanState {
        didSet {
            guard state.baseline != oldValue.baseline else { return }
            ladder = PlanLadder(plan, baseline: state.baseline)
        }
    }
    /// The levels with the baseline in force.
    private(set) var ladder: PlanLadder

    /// Makes a course that stands somewhere; at first no plan has been started.
    init(plan: WalkingPlan, pace: PlanPace, state: PlanState = PlanState()) {
        self.plan = plan
        self.pace = pace
        self.state = state
        ladder = PlanLadder(plan, baseline: state.baseline)
    }

    /// Lives through a day, or through what is known of a running one.
    mutating func live(_ day: Day, page: DiaryPage) -> PlannedDay {
        take(page, on: day.date)
        let mode = state.mode(isFlareUp: page.isFlareUp)
        let rung = ladder.rungs[min(state.place, ladder.rungs.count - 1)]
        let outcome = outcome(of: day, mode: mode, level: rung.level)
        let counts = isCounted(day, mode: mode, isMet: outcome?.isMet ?? false)
        let planned = PlannedDay(
            state: state,
            mode: mode,
            rung: rung,
            outcome: outcome,
            isCounted: counts
        )
        if counts { state.count(rung.level) }
        return planned
    }

    private mutating func take(_ page: DiaryPage, on date: CivilDay) {
        for event in page.events { state.take(event, on: date, plan: plan) }
        state.resumeIfDue(on: date, isFlareUp: page.isFlareUp)
    }

    private func outcome(of day: Day, mode: PlanMode, level: PlanLevel) -> PlanOutcome? {
        switch mode {
        case .level: PlanOutcome(level: level, sessions: day.walks)
        case .flareUp: PlanOutcome(flareUp: plan.flareUp, sessions: day.walks)
        case .none, .suspended, .paused: nil
        }
    }

    private func isCounted(_ day: Day, mode: PlanMode, isMet: Bool) -> Bool {
        guard mode == .level, state.mayCount, day.hasData else { return false }
        return pace == .calendar || isMet
    }
}
