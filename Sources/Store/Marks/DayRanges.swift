import Model

/// A set of days, kept as ranges: a reading that reaches over centuries costs no more than another.
struct DayRanges: Hashable, Sendable {
    private var found: [ClosedRange<CivilDay>] = []

    /// Makes a set of these days.
    init(_ ranges: [ClosedRange<CivilDay>] = []) {
        found = ranges
    }

    /// Whether there is no day in it.
    var isEmpty: Bool { found.isEmpty }

    /// Adds days.
    mutating func insert(_ days: ClosedRange<CivilDay>) {
        // Readings come in the order of time, many a day.
        if let last = found.last, last.contains(days.lowerBound), last.contains(days.upperBound) {
            return
        }
        found.append(days)
    }

    /// Adds the UTC days that a stretch of time touches; an end at midnight is of the day before.
    mutating func insert(from first: Instant, to last: Instant) {
        let end = last > first ? last.advanced(by: -1) : last
        insert(first.utcDay...end.utcDay)
    }

    /// The days as ranges in order that neither overlap nor touch.
    var ranges: [ClosedRange<CivilDay>] {
        var joined: [ClosedRange<CivilDay>] = []
        for range in found.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = joined.last, range.lowerBound <= last.upperBound.advanced(by: 1) {
                joined[joined.count - 1] =
                    last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                joined.append(range)
            }
        }
        return joined
    }

    /// The days that do not lie in the other set.
    func subtracting(_ other: DayRanges) -> DayRanges {
        var rest = ranges
        for cut in other.ranges { rest = rest.flatMap { Self.pieces(of: $0, without: cut) } }
        return DayRanges(rest)
    }

    private static func pieces(
        of range: ClosedRange<CivilDay>,
        without cut: ClosedRange<CivilDay>
    ) -> [ClosedRange<CivilDay>] {
        guard range.overlaps(cut) else { return [range] }
        var pieces: [ClosedRange<CivilDay>] = []
        if range.lowerBound < cut.lowerBound {
            pieces.append(range.lowerBound...cut.lowerBound.advanced(by: -1))
        }
        if range.upperBound > cut.upperBound {
            pieces.append(cut.upperBound.advanced(by: 1)...range.upperBound)
        }
        return pieces
    }
}
