import Model
import Scoring
import Store

/// Reads days out of the cache and scores them, with the days before them that scoring looks at.
struct DaysRead {
    let store: WalkStore
    let household: Household
    let person: String

    /// The days of a range, days without data too; none later than today.
    func scored(_ dates: ClosedRange<CivilDay>, today: CivilDay) throws -> [ScoredDay] {
        let first = dates.lowerBound.advanced(by: -Scoreboard.lookBackDays)
        let days = try store.days(person: person, in: first...dates.upperBound)
        let earlier = try store.lastRecord(person: person, before: first)
        return Scoreboard(goalMinutes: household.goalMinutes, home: household.zones).scored(
            days,
            in: dates,
            today: today,
            earlier: earlier
        )
    }
}
