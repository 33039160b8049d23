/// The offsets of one time zone from UTC, past and future.
///
/// Made from a compiled file of the system's tz database (RFC 8536). Rules that go on for ever are
/// written out to the end of the year 2200; the offset that holds then holds for ever after.
package struct ZoneRules: Hashable, Sendable {
    /// The name in the tz database, for example `Europe/Oslo`.
    package let name: String
    /// The seconds since the epoch at which an offset begins, ascending.
    let beginnings: [Int64]
    /// Seconds east of UTC: the one before the first beginning, then one for each beginning.
    let offsets: [Int32]

    /// Makes rules from parts that are in order already.
    ///
    /// - Precondition: `offsets` holds one more than `beginnings`.
    init(name: String, beginnings: [Int64], offsets: [Int32]) {
        precondition(offsets.count == beginnings.count + 1, "one offset a stretch")
        self.name = name
        self.beginnings = beginnings
        self.offsets = offsets
    }

    /// Coordinated universal time.
    package static let utc = ZoneRules(name: "UTC", beginnings: [], offsets: [0])

    /// A zone that is so many seconds east of UTC for ever.
    package static func fixed(offsetSeconds: Int32, name: String) -> ZoneRules {
        ZoneRules(name: name, beginnings: [], offsets: [offsetSeconds])
    }

    /// Seconds east of UTC at an instant.
    ///
    /// - Complexity: O(log *n*) in the number of changes.
    package func offsetSeconds(at instant: Instant) -> Int32 {
        offsets[stretch(at: instant)]
    }

    /// The stretch of constant offset around an instant, and the offset in seconds.
    ///
    /// Parsers and loops over minutes ask once a stretch and not once a row.
    package func offsetSpan(at instant: Instant) -> (span: Range<Instant>, offsetSeconds: Int32) {
        let index = stretch(at: instant)
        return (span(index), offsets[index])
    }

    /// What a clock in the zone shows at an instant.
    package func wallTime(at instant: Instant) -> WallTime {
        WallTime(utc: instant.advanced(by: Int64(offsetSeconds(at: instant)) * 1000))
    }

    /// The instant or the two instants at which a clock in the zone shows a wall time.
    package func instants(of wall: WallTime) -> WallTimeMatch {
        var first: Instant?
        for index in stretches(around: wall.asUTC) {
            let candidate = wall.instant(offsetSeconds: offsets[index])
            guard span(index).contains(candidate) else { continue }
            if let first { return .ambiguous(first: first, second: candidate) }
            first = candidate
        }
        if let first { return .unique(first) }
        return .gap(wall.instant(offsetSeconds: offsetBeforeGap(at: wall)))
    }

    /// The first instant whose local date is this one or a later one (SESSIONS.md §8.7).
    ///
    /// Not always midnight, and equal to the start of the next day where a date was skipped.
    package func start(of day: CivilDay) -> Instant {
        let midnight = WallTime(day: day, millisecondOfDay: 0)
        for index in stretches(around: midnight.asUTC) {
            let span = span(index)
            let candidate = max(
                span.lowerBound,
                midnight.instant(offsetSeconds: offsets[index])
            )
            if candidate < span.upperBound { return candidate }
        }
        return midnight.instant(offsetSeconds: offsets[offsets.count - 1])
    }
}

/// What a wall time without a zone means in a zone (SESSIONS.md §8.9).
package enum WallTimeMatch: Hashable, Sendable {
    /// It happens once.
    case unique(Instant)
    /// Clocks jump over it; the instant is reckoned with the offset before the jump.
    case gap(Instant)
    /// It happens twice, since clocks are set back.
    case ambiguous(first: Instant, second: Instant)
}

// MARK: - Stretches of constant offset

extension ZoneRules {
    /// No zone is further from UTC than this; two days around a wall time hold all it can mean.
    private static let reach: Int64 = 26 * 3_600_000

    /// The index of the stretch that holds an instant.
    private func stretch(at instant: Instant) -> Int {
        let seconds = instant.milliseconds.flooredDivision(by: 1000)
        var low = 0
        var high = beginnings.count
        while low < high {
            let middle = (low + high) / 2
            if beginnings[middle] <= seconds { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func span(_ index: Int) -> Range<Instant> {
        let start =
            index == 0 ? Instant(milliseconds: .min) : Instant(seconds: beginnings[index - 1])
        let end =
            index == beginnings.count
            ? Instant(milliseconds: .max) : Instant(seconds: beginnings[index])
        return start..<end
    }

    private func stretches(around instant: Instant) -> ClosedRange<Int> {
        let first = stretch(at: instant.advanced(by: -Self.reach))
        let last = stretch(at: instant.advanced(by: Self.reach))
        return first...max(first, last)
    }

    /// The offset before the jump that leaves a wall time out.
    private func offsetBeforeGap(at wall: WallTime) -> Int32 {
        for index in stretches(around: wall.asUTC) {
            let span = span(index)
            // Reckoned with the offset before the jump, the wall time falls behind it.
            let candidate = wall.instant(offsetSeconds: offsets[index])
            guard candidate >= span.upperBound, index + 1 < offsets.count else { continue }
            let next = wall.instant(offsetSeconds: offsets[index + 1])
            if next < span.upperBound { return offsets[index] }
        }
        return offsetSeconds(at: wall.asUTC)
    }
}
