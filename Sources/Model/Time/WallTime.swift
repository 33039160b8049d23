/// What a clock on the wall shows: a date and a time of day, without a zone.
package struct WallTime: Hashable, Comparable, Sendable, BitwiseCopyable {
    /// The date.
    package let day: CivilDay
    /// Milliseconds since 00:00 on that clock, 0 to 86 399 999.
    package let millisecondOfDay: Int32

    /// Makes a wall time; the time of day is clamped into the day.
    package init(day: CivilDay, millisecondOfDay: Int32) {
        self.day = day
        self.millisecondOfDay = min(max(millisecondOfDay, 0), 86_399_999)
    }

    /// The wall time that a clock in UTC shows at an instant.
    package init(utc instant: Instant) {
        let day = instant.utcDay
        let midnight = Int64(day.daysSinceEpoch) * 86_400_000
        self.init(
            day: day,
            millisecondOfDay: Int32(clamping: instant.milliseconds.subtractingClamped(midnight))
        )
    }

    /// The instant at which a clock in UTC shows this wall time.
    package var asUTC: Instant {
        Instant(
            milliseconds: Int64(day.daysSinceEpoch) * 86_400_000 + Int64(millisecondOfDay)
        )
    }

    /// The instant at which a clock so many seconds east of UTC shows this wall time.
    package func instant(offsetSeconds: Int32) -> Instant {
        asUTC.advanced(by: -Int64(offsetSeconds) * 1000)
    }

    package static func < (left: WallTime, right: WallTime) -> Bool {
        (left.day, left.millisecondOfDay) < (right.day, right.millisecondOfDay)
    }
}

extension Int64 {
    /// The difference, held at the ends of the type instead of overflowing.
    fileprivate func subtractingClamped(_ other: Int64) -> Int64 {
        let (difference, overflow) = subtractingReportingOverflow(other)
        return overflow ? (other > 0 ? .min : .max) : difference
    }
}
