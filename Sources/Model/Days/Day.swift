/// The figures of one civil day of one person.
package struct Day: Hashable, Sendable {
    /// The date.
    package let date: CivilDay
    /// The name of the home zone that holds on it, for example `Europe/Oslo`.
    package let zoneName: String
    /// How much of the day is known.
    package var coverage: Coverage
    /// The minutes of the day that a record covers.
    package var coveredMinutes: Int
    /// All steps of the day; nothing when no source counted steps.
    package var steps: Steps?
    /// All time on one's feet stepping; nothing when `coverage` is `none`.
    package var stepping: Estimate?
    /// The part of `stepping.central` that comes from coarse records and daily totals.
    package var estimated: Milliseconds
    /// The credited walking time of session minutes dated this day, running left out.
    package var sessionWalking: Milliseconds
    /// The walks that start on this day, by start, then end.
    package var walks: [Walk]
    /// Recorded tracks starting on this day that are no walk.
    package var tracks: [Walk]
    /// The end of the last record of the day and the name of its source.
    package var lastRecord: LastRecord?

    /// Makes a day; one without records has nothing but its date.
    package init(
        date: CivilDay,
        zoneName: String,
        coverage: Coverage = .none,
        coveredMinutes: Int = 0,
        steps: Steps? = nil,
        stepping: Estimate? = nil,
        estimated: Milliseconds = .zero,
        sessionWalking: Milliseconds = .zero,
        walks: [Walk] = [],
        tracks: [Walk] = [],
        lastRecord: LastRecord? = nil
    ) {
        self.date = date
        self.zoneName = zoneName
        self.coverage = coverage
        self.coveredMinutes = coveredMinutes
        self.steps = steps
        self.stepping = stepping
        self.estimated = estimated
        self.sessionWalking = sessionWalking
        self.walks = walks
        self.tracks = tracks
        self.lastRecord = lastRecord
    }
}

/// How much of a day is known (COMMANDS.md §5); the raw value is stored and shown.
package enum Coverage: String, Sendable {
    /// At least ten hours of the day.
    case recorded
    /// Something, but less than ten hours.
    case partial
    /// No source recorded anything: not the same as no walking.
    case none
}

/// A length of time with the bounds between which it lies.
package struct Estimate: Hashable, Sendable, BitwiseCopyable {
    /// At least this.
    package var low: Milliseconds
    /// Most likely this.
    package var central: Milliseconds
    /// At most this.
    package var high: Milliseconds

    /// Makes an estimate; the three are in order.
    package init(low: Milliseconds, central: Milliseconds, high: Milliseconds) {
        self.low = low
        self.central = central
        self.high = high
    }

    /// Nothing, for certain.
    package static let zero = Estimate(low: .zero, central: .zero, high: .zero)
}

/// The last thing that was recorded: "no data since Sat 22:10 (watch)".
package struct LastRecord: Hashable, Sendable {
    /// The end of the record.
    package let time: Instant
    /// The name of its source.
    package let source: String

    /// Makes a last record.
    package init(time: Instant, source: String) {
        self.time = time
        self.source = source
    }
}
