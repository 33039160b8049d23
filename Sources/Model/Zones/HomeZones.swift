/// The zones a person lived in, each from a date on: what turns instants into that person's days.
///
/// Day *d* is [start(d), start(d + 1)); a minute belongs to the day that holds its beginning
/// (SESSIONS.md §8.7, §8.10 "Days and zones").
package struct HomeZones: Hashable, Sendable {
    /// The first zone; it holds from the beginning of time.
    package let first: ZoneRules
    /// Later zones by the date from which each holds, ascending.
    package let moves: [Move]

    /// A change of home zone.
    package struct Move: Hashable, Sendable {
        /// The first date in the new zone.
        package let date: CivilDay
        /// The new zone.
        package let zone: ZoneRules

        /// Makes a move.
        package init(date: CivilDay, zone: ZoneRules) {
            self.date = date
            self.zone = zone
        }
    }

    /// Makes a history of zones; moves may come in any order, of two on one date the last holds.
    package init(_ first: ZoneRules, moves: [Move] = []) {
        self.first = first
        var latest: [CivilDay: ZoneRules] = [:]
        for move in moves { latest[move.date] = move.zone }
        self.moves = latest.map { Move(date: $0.key, zone: $0.value) }.sorted {
            $0.date < $1.date
        }
    }

    /// The zone that holds on a date.
    package func zone(on day: CivilDay) -> ZoneRules {
        moves.last { $0.date <= day }?.zone ?? first
    }

    /// The beginning of a day; never earlier than the beginning of the day before.
    package func start(of day: CivilDay) -> Instant {
        guard !moves.isEmpty else { return first.start(of: day) }
        // A move over the date line can bring a day to begin before the last one did.
        let starts = (-2...0).map { shift in
            let shifted = day.advanced(by: shift)
            return zone(on: shifted).start(of: shifted)
        }
        return starts.reduce(starts[0], max)
    }

    /// The instants of a day; empty for a date that does not exist.
    package func range(of day: CivilDay) -> Range<Instant> {
        let start = start(of: day)
        return start..<max(start, self.start(of: day.advanced(by: 1)))
    }

    /// The day that holds an instant.
    package func day(at instant: Instant) -> CivilDay {
        let utc = instant.utcDay
        var day = utc.advanced(by: 2)
        while start(of: day) > instant { day = day.advanced(by: -1) }
        return day
    }

    /// What the clock at home shows at an instant.
    package func wallTime(at instant: Instant) -> WallTime {
        zone(on: day(at: instant)).wallTime(at: instant)
    }

    /// Seconds east of UTC of the home zone at an instant.
    package func offsetSeconds(at instant: Instant) -> Int32 {
        zone(on: day(at: instant)).offsetSeconds(at: instant)
    }
}
