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
    private let source: SourceIndex
    private let folds: FoldMemory
    private var lastDay: (day: CivilDay, range: Range<Instant>)?
    /// The last beginning, and how far it lay from the one before.
    private var lastWall: Int64 = .min
    private var lastStep: Int64 = .max
    /// What the last beginning was taken for, when it exists twice.
    private var lastFold: (instant: Instant, flags: TimeFlags)?

    /// Offsets change by a day at most (Samoa, 2011).
    private static let margin: Int64 = 26 * 3_600_000
    private static let day: Int64 = 86_400_000
    private static let hour: Int64 = 3_600_000

    /// Makes the clock of a source; all clocks of a file share what they have seen.
    init(_ zones: HomeZones, source: SourceIndex = 0, folds: FoldMemory = FoldMemory()) {
        self.zones = zones
        self.source = source
        self.folds = folds
    }

    /// The instant at which a row begins, or that it names; a date means its beginning.
    func begin(_ time: TimeText.Time) -> (instant: Instant, flags: TimeFlags) {
        switch time.kind {
        case .wall: begin(time.milliseconds)
        case .instant: (Instant(milliseconds: time.milliseconds), .none)
        case .date: (range(of: time.day).lowerBound, .none)
        }
    }

    /// The instant at which a row that began at an instant ends; a date counts whole.
    func end(
        _ time: TimeText.Time,
        notBefore start: Instant
    ) -> (instant: Instant, flags: TimeFlags) {
        switch time.kind {
        case .wall: end(time.milliseconds, notBefore: start)
        case .instant: (Instant(milliseconds: time.milliseconds), .none)
        case .date: (range(of: time.day).upperBound, .none)
        }
    }

    /// The instant of a wall time, in milliseconds of a clock in UTC; a row may be known to stand for
    /// so many milliseconds.
    func begin(
        _ wall: Int64,
        length: Int64 = .max
    ) -> (instant: Instant, flags: TimeFlags) {
        let isSame = wall == lastWall
        if !isSame {
            let step = wall.subtractingReportingOverflow(lastWall)
            lastStep = step.overflow ? .max : step.partialValue
            lastWall = wall
        }
        if plain.contains(wall) {
            lastFold = nil
            return (Instant(milliseconds: wall &- plainOffset), .none)
        }
        switch match(wall) {
        case .unique(let instant):
            lastFold = nil
            return (instant, .none)
        case .gap(let instant):
            lastFold = nil
            return (instant, .gap)
        case .ambiguous(let first, let second):
            let isTwice = isSame && min(length, abs(max(lastStep, -.max))) < Self.hour
            if isTwice, let lastFold { return lastFold }
            return fold(wall, first, second)
        }
    }

    /// The instant of a wall time that exists twice.
    ///
    /// Clocks go through the hour and at once through it again, so a time that comes back after
    /// others is a row that stands twice. So is one that comes back next to itself, unless rows lie
    /// an hour apart.
    private func fold(
        _ wall: Int64,
        _ first: Instant,
        _ second: Instant
    ) -> (instant: Instant, flags: TimeFlags) {
        if lastFold == nil { folds.forget() }
        let isRepeated = folds.hasSeen(wall, of: source)
        let fold: (Instant, TimeFlags) = isRepeated ? (second, .secondFold) : (first, .ambiguous)
        lastFold = fold
        return fold
    }

    /// The instant of a wall time that ends a row: of two the first that is not before its beginning.
    func end(_ wall: Int64, notBefore start: Instant) -> (instant: Instant, flags: TimeFlags) {
        if plain.contains(wall) {
            return (Instant(milliseconds: wall &- plainOffset), .none)
        }
        switch match(wall) {
        case .unique(let instant): return (instant, .none)
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

extension TimeFlags {
    /// No flag.
    ///
    /// Written out: building it from an empty list costs more than reading the row.
    static var none: TimeFlags { TimeFlags(rawValue: 0) }

    /// The flags of two times of one row.
    func joined(with other: TimeFlags) -> TimeFlags {
        TimeFlags(rawValue: rawValue | other.rawValue)
    }
}
