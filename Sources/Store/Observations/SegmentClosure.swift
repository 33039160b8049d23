import Model

/// The track segments that decide what a stretch of time holds.
///
/// The last chunk of one segment and the first of another are one when they lie near each other
/// (SESSIONS.md §8.10 "GPX"), so the neighbours of a segment belong to it, and theirs.
struct SegmentClosure {
    /// Segments of a source whose times lie within this many milliseconds are neighbours.
    static let neighbourhood: Int64 = 300_000
    /// A segment longer than this has a wrong time in it: it is read, but brings no neighbours.
    static let longest: Int64 = 7 * 86_400_000

    let connection: Connection
    let person: Int64

    /// A segment without its points.
    struct Segment: Hashable {
        let id: Int64
        let source: Int64
        let content: Int64
        let number: Int32
        let first: Instant
        let last: Instant
    }

    /// The segments that touch a stretch of time, with their neighbours, in the order of their
    /// identities.
    func segments(touching span: Range<Instant>) throws(StoreProblem) -> [Segment] {
        var found: Set<Segment> = []
        var waiting = try connection.all(
            "SELECT \(Self.columns) FROM segment WHERE person = ? AND first < ? AND last >= ?",
            [
                .integer(person), .integer(span.upperBound.milliseconds),
                .integer(span.lowerBound.milliseconds),
            ],
            Self.segment
        )
        while let next = waiting.popLast() {
            guard found.insert(next).inserted,
                next.first.milliseconds(to: next.last) <= Self.longest
            else { continue }
            waiting += try neighbours(of: next)
        }
        return found.sorted { $0.id < $1.id }
    }

    private func neighbours(of segment: Segment) throws(StoreProblem) -> [Segment] {
        var found: [Segment] = []
        for source in try SourceTable(connection: connection).namesakes(of: segment.source) {
            found += try connection.all(
                """
                SELECT \(Self.columns) FROM segment
                WHERE person = ? AND source = ? AND last >= ? AND first <= ?
                """,
                [
                    .integer(person), .integer(source),
                    .integer(segment.first.advanced(by: -Self.neighbourhood).milliseconds),
                    .integer(segment.last.advanced(by: Self.neighbourhood).milliseconds),
                ],
                Self.segment
            )
        }
        return found
    }

    private static let columns = "id, source, content, number, first, last"

    private static func segment(_ row: Row) -> Segment {
        Segment(
            id: row.integer(0),
            source: row.integer(1),
            content: row.integer(2),
            number: Int32(clamping: row.integer(3)),
            first: Instant(milliseconds: row.integer(4)),
            last: Instant(milliseconds: row.integer(5))
        )
    }
}
