package import Model

/// Compares days with the finding: a pure function of the days, the goal and today's date.
///
/// Nothing is counted up from one call to the next, so that late data changes every day it touches
/// and no other (PLAN.md §1.2).
package struct Scoreboard: Hashable, Sendable {
    /// The minutes of walking a day to compare with, 1 to 600.
    package let goalMinutes: Int
    /// The zones that say which dates exist.
    package let home: HomeZones

    /// How many days before the first wanted one must be known: the longest look back of any rule.
    package static let lookBackDays = 14

    /// Makes a scoreboard; a goal outside 1 to 600 is held at the nearer end.
    package init(goalMinutes: Int, home: HomeZones) {
        self.goalMinutes = min(max(goalMinutes, 1), 600)
        self.home = home
    }

    /// Scores every civil day of a range, days without data too; dates the zone skips have none.
    ///
    /// - Parameters:
    ///   - days: the days that are known, in any order, those of the `lookBackDays` before the
    ///     range included; a day that is missing has no data.
    ///   - range: the dates wanted; those after `today` are left out.
    ///   - today: the running day.
    ///   - earlier: the last record before the first of `days`, when there is one.
    /// - Returns: the days, by date.
    package func scored(
        _ days: [Day],
        in range: ClosedRange<CivilDay>,
        today: CivilDay,
        earlier: LastRecord? = nil
    ) -> [ScoredDay] {
        let first = range.lowerBound.advanced(by: -Self.lookBackDays)
        let row = row(of: days, from: first, through: min(range.upperBound, today))
        var last = days.lazy.filter { $0.date < first }.reduce(earlier) {
            Self.later($0, $1.lastRecord)
        }
        var scored: [ScoredDay] = []
        for (index, day) in row.enumerated() {
            if day.date >= range.lowerBound {
                scored.append(
                    score(
                        DayInContext(
                            day: day,
                            before: row[..<index],
                            isRunning: day.date == today,
                            lastBefore: last
                        )
                    )
                )
            }
            last = Self.later(last, day.lastRecord)
        }
        return scored
    }

    private func score(_ context: DayInContext) -> ScoredDay {
        ScoredDay(
            day: context.day,
            finding: Finding(of: context, goalMinutes: goalMinutes),
            advice: AdviceRule.all.filter { $0.holds(context) }.map(\.advice),
            isRunning: context.isRunning,
            lastData: context.day.hasData ? nil : context.lastBefore
        )
    }

    /// One day for each date that exists, in order.
    private func row(of days: [Day], from first: CivilDay, through last: CivilDay) -> [Day] {
        let known = Dictionary(days.map { ($0.date, $0) }) { $1 }
        var row: [Day] = []
        var date = first
        while date <= last {
            if let day = known[date] {
                row.append(day)
            } else if !home.range(of: date).isEmpty {
                row.append(Day(date: date, zoneName: home.zone(on: date).name))
            }
            date = date.advanced(by: 1)
        }
        return row
    }

    private static func later(_ left: LastRecord?, _ right: LastRecord?) -> LastRecord? {
        guard let left, let right else { return left ?? right }
        return left.time > right.time ? left : right
    }
}
