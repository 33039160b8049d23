import Ingest
import Model
import Scoring
import Store

/// Reads days and the diary and scores them, with all that the plan's history looks back at.
///
/// Days come out of the cache, or, when it was derived under other settings than the reader's (in
/// another zone, say), are derived for the reader alone: reading changes nothing.
struct DaysRead {
    let store: WalkStore
    let household: Household
    let person: String

    /// The days of a range, days without data too; none later than today.
    func scored(_ dates: ClosedRange<CivilDay>) throws -> [ScoredDay] {
        let scoreboard = household.scoreboard
        let diary = try store.diary(person: person)
        let first = scoreboard.firstDayNeeded(for: dates, diary: diary)
        return scoreboard.scored(
            try days(first...dates.upperBound),
            diary: diary,
            in: dates,
            now: household.now,
            earlier: try store.lastRecord(person: person, before: first)
        )
    }

    private func days(_ dates: ClosedRange<CivilDay>) throws -> [Day] {
        if try store.derivedUnder() == household.derivationFingerprint {
            return try store.days(person: person, in: dates)
        }
        guard let extent = try store.extent(person: person),
            // Another zone can move the first and last minute by a day.
            let known = dates.clamped(
                from: extent.lowerBound.advanced(by: -1),
                to: extent.upperBound.advanced(by: 1)
            )
        else { return [] }
        return try StoredDerivation(
            store: store,
            settings: household.sessionSettings,
            home: household.zones
        ).days(known, person: person, now: household.now)
    }
}
