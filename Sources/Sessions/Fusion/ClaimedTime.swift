/// Stretches of time that somebody has claimed, to the millisecond.
struct ClaimedTime {
    /// Ascending; no two touch each other.
    private var ranges: [Range<Int64>] = []

    /// The parts of a stretch that nobody claimed yet, ascending.
    func free(in span: Range<Int64>) -> [Range<Int64>] {
        var free: [Range<Int64>] = []
        var reached = span.lowerBound
        for range in ranges[ranges.firstPlace { $0.upperBound > span.lowerBound }...] {
            guard range.lowerBound < span.upperBound else { break }
            if reached < range.lowerBound { free.append(reached..<range.lowerBound) }
            reached = range.upperBound
        }
        if reached < span.upperBound { free.append(reached..<span.upperBound) }
        return free
    }

    /// Claims all of a stretch.
    mutating func claim(_ span: Range<Int64>) {
        let first = ranges.firstPlace { $0.upperBound >= span.lowerBound }
        let last = ranges.firstPlace { $0.lowerBound > span.upperBound }
        guard first < last else { return ranges.insert(span, at: first) }
        let start = min(ranges[first].lowerBound, span.lowerBound)
        let end = max(ranges[last - 1].upperBound, span.upperBound)
        ranges.replaceSubrange(first..<last, with: CollectionOfOne(start..<end))
    }
}
