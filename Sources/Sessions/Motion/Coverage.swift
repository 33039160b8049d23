/// Which second belongs to which of several stretches that may overlap: a second counts once, for
/// the stretch that begins first.
struct Coverage {
    /// The seconds that were taken: ascending, apart from each other or touching, never empty.
    private(set) var taken: [Range<Int64>] = []

    /// Takes the seconds of a stretch that are still free.
    ///
    /// - Precondition: stretches come by their first second. Those before begin no later, so what
    ///   they took beyond this beginning is without a hole.
    mutating func take(_ stretch: Range<Int64>) -> Range<Int64> {
        let start = max(stretch.lowerBound, taken.last?.upperBound ?? .min)
        let free = start..<max(start, stretch.upperBound)
        if !free.isEmpty { taken.append(free) }
        return free
    }

    /// The seconds of a stretch that nobody took.
    func free(in stretch: Range<Int64>) -> [Range<Int64>] {
        var free: [Range<Int64>] = []
        var start = stretch.lowerBound
        for range in taken[firstIndex(endingAfter: start)...] {
            guard range.lowerBound < stretch.upperBound else { break }
            if start < range.lowerBound { free.append(start..<range.lowerBound) }
            start = max(start, range.upperBound)
        }
        if start < stretch.upperBound { free.append(start..<stretch.upperBound) }
        return free
    }

    private func firstIndex(endingAfter second: Int64) -> Int {
        var (low, high) = (0, taken.count)
        while low < high {
            let middle = (low + high) / 2
            if taken[middle].upperBound <= second { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
