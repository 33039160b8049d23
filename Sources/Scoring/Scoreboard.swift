package import Model

/// Compares days with the finding, the walking plan and the diary: a pure function of what it is
/// given.
///
/// Nothing is counted up from one call to the next. The plan is lived through again from its first
/// day, so that late data changes every day it touches, every later plan day, and no other
/// (PLAN.md §1.2).
package struct Scoreboard: Hashable, Sendable {
    /// The minutes of walking a day to compare with, 1 to 600.
    package let goalMinutes: Int
    /// The zones that say which dates exist, and to which an entry of the diary belongs.
    package let home: HomeZones
    /// The walking plan.
    package let plan: WalkingPlan
    /// What moves the plan on.
    package let pace: PlanPace

    /// How many days before a day must be known: the longest look back of any rule but the plan.
    package static let lookBackDays = 14

    /// Makes a scoreboard; a goal outside 1 to 600 is held at the nearer end.
    package init(
        goalMinutes: Int,
        home: HomeZones,
        plan: WalkingPlan = .builtIn,
        pace: PlanPace = .metDays
    ) {
        self.goalMinutes = min(max(goalMinutes, 1), 600)
        self.home = home
        self.plan = plan
        self.pace = pace
    }

    /// The first day that `scored` must be given for a range of dates.
    ///
    /// That is `lookBackDays` before the range, or the day of the first `plan start` or `restart`
    /// in the diary if that is earlier: the plan is replayed from there.
    package func firstDayNeeded(
        for range: ClosedRange<CivilDay>,
        diary: [DiaryEntry]
    ) -> CivilDay {
        let first = range.lowerBound.advanced(by: -Self.lookBackDays)
        return min(first, Diary.firstStart(diary, home: home) ?? first)
    }

    /// Scores every civil day of a range, days without data too; dates the zone skips have none.
    ///
    /// - Parameters:
    ///   - days: the days that are known from `firstDayNeeded` to the end of the range, in any
    ///     order; a day that is missing has no data.
    ///   - diary: all entries of the person's diary, in any order; repeated ones count once, those
    ///     later than `now` wait.
    ///   - range: the dates wanted; those after the running day are left out.
    ///   - now: the moment, which says what day is running and what its clock shows.
    ///   - earlier: the last record before the first of `days`, when there is one.
    /// - Returns: the days, by date.
    /// - Complexity: O(*n* log *n*) in the days since the first entry and the entries.
    package func scored(
        _ days: [Day],
        diary: [DiaryEntry] = [],
        in range: ClosedRange<CivilDay>,
        now: Instant,
        earlier: LastRecord? = nil
    ) -> [ScoredDay] {
        let today = home.day(at: now)
        guard range.lowerBound <= today else { return [] }
        let range = range.lowerBound...min(range.upperBound, today)
        let known = Dictionary(days.lazy.map { ($0.date, $0) }) { $1 }
        let diary = Diary(diary, home: home, until: now)
        let planned = PlanReplay(plan: plan, pace: pace, diary: diary, home: home, today: today)
            .planned(known, in: range)
        let first = range.lowerBound.advanced(by: -Self.lookBackDays)
        let row = row(of: known, from: first, through: range.upperBound)
        var last = days.lazy.filter { $0.date < first }.reduce(earlier) {
            Self.later($0, $1.lastRecord)
        }
        var scored: [ScoredDay] = []
        for (index, day) in row.enumerated() {
            if let plan = planned[day.date] {
                let context = DayInContext(
                    day: day,
                    before: row[..<index],
                    clock: day.date == today ? home.wallTime(at: now) : nil,
                    lastBefore: last,
                    plan: plan,
                    diary: diary
                )
                scored.append(score(context))
            }
            last = Self.later(last, day.lastRecord)
        }
        return scored
    }

    private func score(_ context: DayInContext) -> ScoredDay {
        let day = context.day
        return ScoredDay(
            day: day,
            finding: Finding(of: context, goalMinutes: goalMinutes),
            plan: PlanDay(
                context.plan,
                of: day,
                pace: pace,
                isRunning: context.isRunning
            ),
            pain: context.diary.pain.day(day.date),
            advice: AdviceRule.all.filter { $0.holds(context) }.map(\.advice),
            isRunning: context.isRunning,
            lastData: day.hasData ? nil : context.lastBefore
        )
    }

    /// One day for each date that exists, in order.
    private func row(
        of known: [CivilDay: Day],
        from first: CivilDay,
        through last: CivilDay
    ) -> [Day] {
        var row: [Day] = []
        var date = first
        while date <= last {
            if let day = known[date] ?? home.silentDay(date) { row.append(day) }
            date = date.advanced(by: 1)
        }
        return row
    }

    private static func later(_ left: LastRecord?, _ right: LastRecord?) -> LastRecord? {
        guard let left, let right else { return left ?? right }
        return left.time > right.time ? left : right
    }
}
