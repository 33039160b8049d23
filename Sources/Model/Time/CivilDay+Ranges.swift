extension ClosedRange<CivilDay> {
    /// The same dates in pieces of at most so many days, in order.
    ///
    /// - Precondition: the length is positive.
    package func chunks(of length: Int) -> [ClosedRange<CivilDay>] {
        stride(from: 0, through: lowerBound.days(to: upperBound), by: length).map { shift in
            let first = lowerBound.advanced(by: shift)
            return first...Swift.min(upperBound, first.advanced(by: length - 1))
        }
    }

    /// The part between two dates; nothing when there is none.
    package func clamped(from first: CivilDay, to last: CivilDay) -> ClosedRange<CivilDay>? {
        let lower = Swift.max(lowerBound, first)
        let upper = Swift.min(upperBound, last)
        return lower <= upper ? lower...upper : nil
    }
}

extension [ClosedRange<CivilDay>] {
    /// The same dates in ranges that neither touch nor overlap, ascending.
    package func merged() -> [ClosedRange<CivilDay>] {
        var merged: [ClosedRange<CivilDay>] = []
        for range in sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = merged.last, range.lowerBound <= last.upperBound.advanced(by: 1) {
                merged[merged.count - 1] =
                    last.lowerBound...Swift.max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        return merged
    }
}
