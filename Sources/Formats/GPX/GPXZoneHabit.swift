import Model

/// Whether the times of a track are as good as those around them.
///
/// A time without a zone is UTC. Among times with an offset it is one that has lost its own, and would
/// lie hours away from its neighbours.
struct GPXZoneHabit {
    /// What a time is among the others.
    enum Verdict: Hashable {
        case usual
        /// It has no zone, and times before it have an offset.
        case lacking
        /// It has an offset, and the time at this place before it had no zone.
        case contradicts(TextPlace)
    }

    private var hasOffsets = false
    private var firstUnsaid: TextPlace?

    /// Judges the next time.
    mutating func judge(_ zone: GPXTime.Zone, at place: TextPlace) -> Verdict {
        switch zone {
        case .utc: return .usual
        case .unsaid where hasOffsets: return .lacking
        case .unsaid:
            firstUnsaid = firstUnsaid ?? place
            return .usual
        case .offset:
            hasOffsets = true
            guard let firstUnsaid else { return .usual }
            self.firstUnsaid = nil
            return .contradicts(firstUnsaid)
        }
    }
}

extension GPXProblems {
    /// Notes what is wrong with the zone of a time.
    ///
    /// - Returns: whether the time may be used.
    mutating func note(
        _ verdict: GPXZoneHabit.Verdict,
        of text: Span<UInt8>,
        at place: TextPlace
    ) -> Bool {
        switch verdict {
        case .usual: return true
        case .lacking:
            let shown = text.withUnsafeBufferPointer { ShownText.quoted($0) }
            note(
                .unreadableTime,
                at: place,
                "\(shown) has no zone, unlike the times before it; the point is left out"
            )
            return false
        case .contradicts(let other):
            note(
                .zone,
                at: other,
                "a time has no zone and was taken for UTC, but times behind it have an offset"
            )
            return true
        }
    }
}
