import Model
import Store

extension StoredDerivation {
    /// Drops days that were derived from what is not said any more and that no observation is left
    /// to derive anew: a diary took back the first or the last walk of all.
    ///
    /// - Returns: the dates of days that held something.
    func dropStale(
        _ dates: ClosedRange<CivilDay>,
        outside extent: ClosedRange<CivilDay>?,
        of person: String
    ) throws -> [ClosedRange<CivilDay>] {
        guard let cached = try store.extent(person: person) else { return [] }
        let pieces: [ClosedRange<CivilDay>?]
        if let extent {
            let before = extent.lowerBound.advanced(by: -1)
            let after = extent.upperBound.advanced(by: 1)
            pieces = [
                dates.clamped(from: cached.lowerBound, to: min(before, cached.upperBound)),
                dates.clamped(from: max(after, cached.lowerBound), to: cached.upperBound),
            ]
        } else {
            pieces = [dates.clamped(from: cached.lowerBound, to: cached.upperBound)]
        }
        let stale = pieces.compactMap(\.self)
        for piece in stale {
            try store.save([], replacing: piece, clearing: nil, person: person)
        }
        return stale
    }
}
