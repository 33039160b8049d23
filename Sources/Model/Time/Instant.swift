/// A point in time: milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
///
/// Every parser keeps to the years 1 to 9999, so sums of instants and lengths of files cannot
/// overflow; `advanced(by:)` saturates all the same.
package struct Instant: Hashable, Comparable, Sendable, BitwiseCopyable {
    /// Milliseconds since the Unix epoch; negative before it.
    package let milliseconds: Int64

    /// Makes the instant that lies so many milliseconds after the Unix epoch.
    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// Makes the instant that lies so many whole seconds after the Unix epoch, saturating.
    package init(seconds: Int64) {
        let (product, overflow) = seconds.multipliedReportingOverflow(by: 1000)
        milliseconds = overflow ? (seconds < 0 ? .min : .max) : product
    }

    /// The UTC minute that holds the instant: whole minutes since the epoch, rounded down.
    package var minute: Int64 { milliseconds.flooredDivision(by: 60_000) }

    /// The UTC day that holds the instant.
    package var utcDay: CivilDay {
        CivilDay(daysSinceEpoch: Int32(clamping: milliseconds.flooredDivision(by: 86_400_000)))
    }

    /// The instant so many milliseconds later (earlier when negative), saturating.
    package func advanced(by milliseconds: Int64) -> Instant {
        let (sum, overflow) = self.milliseconds.addingReportingOverflow(milliseconds)
        return Instant(milliseconds: overflow ? (milliseconds < 0 ? .min : .max) : sum)
    }

    /// The milliseconds from this instant to another, saturating; negative when that one is earlier.
    package func milliseconds(to other: Instant) -> Int64 {
        let (difference, overflow) = other.milliseconds.subtractingReportingOverflow(milliseconds)
        return overflow ? (other < self ? .min : .max) : difference
    }

    package static func < (left: Instant, right: Instant) -> Bool {
        left.milliseconds < right.milliseconds
    }
}

extension FixedWidthInteger {
    /// The quotient rounded towards negative infinity.
    ///
    /// - Precondition: `divisor` is positive.
    package func flooredDivision(by divisor: Self) -> Self {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
