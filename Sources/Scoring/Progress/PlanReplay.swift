import Model

/// The plan lived through again from the first entry of a diary, day after day.
///
/// - Complexity: O(*n*) in the days from the first entry to the last day wanted.
struct PlanReplay {
    /// The plan and its pace.
    let plan: WalkingPlan
    let pace: PlanPace
    /// The diary.
    let diary: Diary
    /// Which dates exist.
    let home: HomeZones
    /// The running day.
    let today: CivilDay

    /// Replays up to the end of a range.
    ///
    /// - Parameters:
    ///   - days: the days that are known, those since the first start of the plan included.
    ///   - range: the dates wanted.
    /// - Returns: the wanted dates that exist.
    func planned(
        _ days: [CivilDay: Day],
        in range: ClosedRange<CivilDay>
    ) -> [CivilDay: PlannedDay] {
        var course = PlanCourse(plan: plan, pace: pace)
        var met = MetDays()
        var withData = 0
        var planned: [CivilDay: PlannedDay] = [:]
        planned.reserveCapacity(range.lowerBound.days(to: range.upperBound) + 1)
        var date = min(diary.firstDate ?? range.lowerBound, range.lowerBound)
        while date <= range.upperBound {
            defer { date = date.advanced(by: 1) }
            if date < range.lowerBound, days[date] == nil, isWithoutEffect(date, course) {
                continue
            }
            guard let day = days[date] ?? home.silentDay(date) else { continue }
            var lived = course.live(day, page: diary.page(date))
            if lived.state.start == date { withData = 0 }
            withData += day.hasData ? 1 : 0
            lived.daysWithData = withData
            if lived.isMetTogether { met.take(date, level: lived.rung.name) }
            lived.metDays7 = metDays7(lived, on: date, met)
            if date >= range.lowerBound { planned[date] = lived }
        }
        return planned
    }

    /// Whether a day without data changes nothing: no word in the diary, no level that may resume.
    ///
    /// A start in a mistyped year is centuries of such days.
    private func isWithoutEffect(_ date: CivilDay, _ course: PlanCourse) -> Bool {
        course.state.dropBack == nil && diary.pages[date] == nil
    }

    /// The seven days end with the day before a running one (PLAN.md §1.1).
    private func metDays7(_ lived: PlannedDay, on date: CivilDay, _ met: MetDays) -> Int? {
        guard lived.mode == .level, lived.rung.level.isTogether else { return nil }
        return met.count(
            level: lived.rung.name,
            through: date == today ? date.advanced(by: -1) : date
        )
    }
}

extension HomeZones {
    /// A day without data; nothing for a date that the home never had.
    func silentDay(_ date: CivilDay) -> Day? {
        range(of: date).isEmpty ? nil : Day(date: date, zoneName: zone(on: date).name)
    }
}
