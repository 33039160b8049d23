internal import Model

/// Turns wall times of one source into instants (SESSIONS.md §8.9).
///
/// A wall time that exists twice means the first time, until the file repeats it: the order of the
/// rows then says that the second was meant.
final class WallClock {
    /// The zones of the source.
    let zones: HomeZones
    /// Wall times, as milliseconds of a clock in UTC, that have one offset for certain.
    private var plain: Range<Int64> = 0..<0
    private var plainOffset: Int64 = 0
    /// The ambiguous wall times that the file has shown so far.
    private var seen: Set<Int64> = []
    private var lastDay: (day: CivilDay, range: Range<Instant>)?

    /// A file that shows more ambiguous times than this is not a person's; later ones are only
    /// flagged.
    private static let mostSeen = 100_000
    /// Offsets change by a day at most (Samoa, 2011).
    private static let margin: Int64 = 26 * 3_600_000
    private static let day: Int64 = 86_400_000

    /// Makes a clock in these zones.
    init(_ zones: HomeZones) {
        self.zones = zones
    }

    /// The instant at which a row begins, or that it names.
    ///
    /// - Parameter wall: the wall time, in milliseconds of a clock in UTC.
    func begin(_ wall: Int64) -> (instant: Instant, flags: TimeFlags) {
        if plain.contains(wall) {
            return (Instant(milliseconds: wall &- plainOffset), [])
        }
        switch match(wall) {
        case .unique(let instant): return (instant, [])
        case .gap(let instant): return (instant, .gap)
        case .ambiguous(let first, let second):
            if seen.contains(wall) { return (second, .secondFold) }
            if seen.count < Self.mostSeen { seen.insert(wall) }
            return (first, .ambiguous)
        }
    }

    /// The instant at which a row that began at an instant ends: of two the first that is not
    /// before its beginning.
    func end(_ wall: Int64, notBefore start: Instant) -> (instant: Instant, flags: TimeFlags) {
        if plain.contains(wall) {
            return (Instant(milliseconds: wall &- plainOffset), [])
        }
        switch match(wall) {
        case .unique(let instant): return (instant, [])
        case .gap(let instant): return (instant, .gap)
        case .ambiguous(let first, let second):
            return first < start ? (second, .secondFold) : (first, .ambiguous)
        }
    }

    /// The instants of a whole day.
    func range(of day: CivilDay) -> Range<Instant> {
        if let lastDay, lastDay.day == day { return lastDay.range }
        let range = zones.range(of: day)
        lastDay = (day, range)
        return range
    }

    private func match(_ wall: Int64) -> WallTimeMatch {
        let midnight = wall.flooredDivision(by: Self.day) * Self.day
        let day = CivilDay(daysSinceEpoch: Int32(clamping: midnight / Self.day))
        let zone = zones.zone(on: day)
        let time = WallTime(day: day, millisecondOfDay: Int32(clamping: wall - midnight))
        let match = zone.instants(of: time)
        if case .unique(let instant) = match { remember(zone, around: instant, on: midnight) }
        return match
    }

    /// Remembers how far the offset goes, a safe distance from its changes.
    private func remember(_ zone: ZoneRules, around instant: Instant, on midnight: Int64) {
        let (span, seconds) = zone.offsetSpan(at: instant)
        let offset = Int64(seconds) * 1000
        let first = span.lowerBound.advanced(by: Self.margin).advanced(by: offset)
        let last = span.upperBound.advanced(by: -Self.margin).advanced(by: offset)
        var low = first.milliseconds
        var high = max(low, last.milliseconds)
        if !zones.moves.isEmpty {
            // Another day may lie in another zone.
            low = max(low, midnight)
            high = max(low, min(high, midnight + Self.day))
        }
        plain = low..<high
        plainOffset = offset
    }
}
