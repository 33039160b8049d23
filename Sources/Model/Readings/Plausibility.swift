/// The limits beyond which a reading is kept but never counted (SESSIONS.md §8.3.2, "quarantine").
///
/// Parsers ask so that the file's problems name such readings; the derivation asks so that they do
/// not count. Each reading is looked at by itself.
package struct Plausibility: Hashable, Sendable {
    /// The most steps a minute: 5 Hz, the ceiling of a sprint.
    package var maximumStepsPerMinute: Int64 = 300
    /// The longest stretch that one record may count for: a civil day of 25 hours, and an hour.
    ///
    /// Nobody can say on which days the steps of a longer one were walked, and days without records
    /// would pass for days without walking.
    package var longestMilliseconds: Int64 = 26 * 3_600_000
    /// The widest spread of zones, 26 hours: a clock that is right may be ahead by so much.
    package static let spread: Int64 = 26 * 3_600_000
    /// The latest plausible instant: now and 26 hours.
    package var latest: Instant
    /// The earliest plausible instant, 2000-01-01T00:00:00Z.
    package var earliest = Instant(seconds: 946_684_800)

    /// Makes the limits that hold at a moment.
    package init(now: Instant) {
        latest = now.advanced(by: Self.spread)
    }

    /// The moment at which the limits hold.
    package var now: Instant { latest.advanced(by: -Self.spread) }

    /// What is implausible about steps in an interval; nothing when they count.
    ///
    /// An interval of *T* ms may hold the maximum times *T*/60 000 rounded up, at least one minute.
    package func objection(to reading: StepReading) -> Implausibility? {
        if reading.end < reading.start { return .backwards }
        if reading.start < earliest { return .tooEarly }
        if max(reading.start, reading.end) > latest { return .tooLate }
        let length = reading.start.milliseconds(to: reading.end)
        if length > longestMilliseconds { return .tooLong }
        let minutes = max(1, (length / 60_000) + (length % 60_000 == 0 ? 0 : 1))
        let (limit, overflow) = minutes.multipliedReportingOverflow(by: maximumStepsPerMinute)
        return !overflow && Int64(reading.steps) > limit ? .tooManySteps : nil
    }

    /// What is implausible about an instant; nothing when it counts.
    package func objection(to time: Instant) -> Implausibility? {
        if time < earliest { return .tooEarly }
        return time > latest ? .tooLate : nil
    }
}

/// Why a reading is kept but not counted.
package enum Implausibility: Hashable, Sendable, CustomStringConvertible {
    /// Its end lies before its beginning.
    case backwards
    /// It lies before the year 2000: a clock that was never set.
    case tooEarly
    /// It lies in the future.
    case tooLate
    /// Nobody takes so many steps in that time.
    case tooManySteps
    /// It counts for more than a day.
    case tooLong

    package var description: String {
        switch self {
        case .backwards: "ends before it begins"
        case .tooEarly: "lies before the year 2000, as if the tracker's clock had never been set"
        case .tooLate: "lies in the future"
        case .tooManySteps: "is more steps than anybody takes in that time"
        case .tooLong: "counts for more than a day, so nobody can say when the steps were walked"
        }
    }
}
