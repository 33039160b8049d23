import Model

extension PlanDay {
    /// Says what the replay left of a day; before the start nothing but flags can be in force.
    init(_ planned: PlannedDay, of day: Day, pace: PlanPace, isRunning: Bool) {
        let flags = planned.state.flags.map(\.rawValue)
        guard planned.mode != .none else {
            self.init(mode: .none, flags: flags)
            return
        }
        let length = planned.rung.level.days
        let outcome = planned.outcome
        self.init(
            mode: planned.mode,
            pace: pace,
            level: planned.rung.name,
            dayOfLevel: min(planned.state.count + 1, length ?? .max),
            levelDays: length,
            targets: outcome?.targets(isMarked: day.hasData) ?? [],
            result: planned.result(of: day, isRunning: isRunning),
            time: day.hasData ? outcome?.time : nil,
            percent: day.hasData ? outcome?.percent : nil,
            heldUntil: planned.state.dropBack?.heldUntil,
            flags: flags,
            isPaused: planned.state.isPaused,
            metDays7: planned.metDays7,
            baseline: planned.state.baseline,
            note: outcome.map(\.asked.note)
        )
    }
}
