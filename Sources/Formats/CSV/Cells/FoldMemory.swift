internal import Model

/// The wall times that exist twice and that one file has shown so far.
final class FoldMemory {
    private struct Moment: Hashable {
        let wall: Int64
        let source: SourceIndex
    }

    /// A file that shows more is no person's; its later ones are only flagged.
    private static let capacity = 100_000
    private var seen: Set<Moment> = []

    /// Forgets all: whatever is repeated from now on begins anew.
    func forget() {
        seen.removeAll(keepingCapacity: true)
    }

    /// Whether the file has shown this time of this source before; from now on it has.
    func hasSeen(_ wall: Int64, of source: SourceIndex) -> Bool {
        let moment = Moment(wall: wall, source: source)
        guard seen.count < Self.capacity else { return seen.contains(moment) }
        return !seen.insert(moment).inserted
    }
}
