import Model

extension PlanState {
    /// The days after a long spike on which nothing counts.
    private static let dropBackDays = 7

    /// Takes the next event of a day (PLAN.md §2.2–2.4).
    ///
    /// Words about levels and pauses need a plan that was started; flags and baseline hold anyway.
    mutating func take(_ event: PlanEvent, on date: CivilDay, plan: WalkingPlan) {
        switch event {
        case .flag(let flag): if !flags.contains(flag) { flags.append(flag) }
        case .longSpike: drop(on: date)
        case .word(.start): if start == nil { begin(on: date) }
        case .word(.restart): begin(on: date)
        case .word(.pause): isPaused = start != nil
        case .word(.resume): isPaused = false
        case .word(.cleared): flags = []
        case .word(.level(let name)): go(to: name, of: plan)
        case .word(.baseline(let minutes)): setBaseline(minutes)
        case .word(.usual), .word(.usualAuto): break
        }
    }

    /// Brings the level from before a long spike back on the first calm day after the week.
    mutating func resumeIfDue(on date: CivilDay, isFlareUp: Bool) {
        guard let dropBack, date > dropBack.heldUntil, !isFlareUp, flags.isEmpty else { return }
        set(place: dropBack.resumes)
    }

    /// Counts a day; a completed level is followed by the next from the next day on.
    mutating func count(_ level: PlanLevel) {
        guard let length = level.days, count + 1 >= length else {
            count += 1
            return
        }
        set(place: place + 1)
    }

    private mutating func begin(on date: CivilDay) {
        start = date
        isPaused = false
        set(place: 0)
    }

    /// One level down, and a week without counting; a drop on a drop keeps what will resume.
    private mutating func drop(on date: CivilDay) {
        guard start != nil else { return }
        dropBack = DropBack(
            resumes: dropBack?.resumes ?? place,
            heldUntil: date.advanced(by: Self.dropBackDays)
        )
        place = max(place - 1, 0)
        count = 0
    }

    private mutating func go(to name: String, of plan: WalkingPlan) {
        guard start != nil,
            let place = PlanLadder(plan, baseline: baseline).place(of: name)
        else { return }
        set(place: place)
    }

    private mutating func setBaseline(_ minutes: Int) {
        baseline = minutes
        if start != nil { set(place: 0) }
    }

    /// A level from its beginning, with no other one to resume.
    private mutating func set(place: Int) {
        self.place = place
        count = 0
        dropBack = nil
    }
}
