import Model

/// The tables of track segments and their pieces.
///
/// A segment that another one of the same source contains, point by point and without a break, says
/// nothing and is not kept: a longer version of a file replaces the shorter one. Of equal segments
/// that of the file with the least hash stays, and of one file the first.
struct SegmentTable {
    let connection: Connection

    private struct Stored {
        let id: Int64
        let sha256: String
        let first: Instant
        let last: Instant
    }

    /// Stores a segment unless it is contained, and removes those it contains.
    ///
    /// - Returns: whether it says something that was not stored before.
    func keep(
        _ segment: PackedSegment,
        source: Int64,
        origin: Origin
    ) throws(StoreProblem) -> Bool {
        var isNew = true
        var isKept = true
        for other in try overlapping(segment, source: source, person: origin.person) {
            // A segment can only lie in one that is not shorter in time.
            let mayBeInside = other.first <= segment.first && other.last >= segment.last
            let mayBeAround = other.first >= segment.first && other.last <= segment.last
            guard mayBeInside || mayBeAround else { continue }
            let points = try points(of: segment.pieces)
            let others = try self.points(of: try pieces(of: other.id))
            let isInside = mayBeInside && Self.isRun(points, of: others)
            let isAround = mayBeAround && Self.isRun(others, of: points)
            let isFirst = origin.sha256 < other.sha256
            if isInside { isNew = false }
            if isInside, !isAround || !isFirst { isKept = false }
            if isAround, !isInside || isFirst { try delete(other.id) }
        }
        if isKept { try insert(segment, source: source, origin: origin) }
        return isNew
    }

    /// The pieces of a segment in their order.
    func pieces(of segment: Int64) throws(StoreProblem) -> [[UInt8]] {
        try connection.all(
            "SELECT body FROM piece WHERE segment = ? ORDER BY number",
            [.integer(segment)]
        ) { $0.blob(0) }
    }

    /// The points of pieces, joined.
    func points(of pieces: [[UInt8]]) throws(StoreProblem) -> [TrackPoint] {
        var points: [TrackPoint] = []
        for piece in pieces {
            points += try connection.unpacking("a piece of a track") { () throws(PackingProblem) in
                try TrackPoint.unpack(piece)
            }
        }
        return points
    }

    /// Whether points stand in others one after the other, whatever their lines.
    static func isRun(_ points: [TrackPoint], of others: [TrackPoint]) -> Bool {
        guard let head = points.first,
            let start = others.firstIndex(where: { $0.isSame(as: head) }),
            points.count <= others.count - start
        else { return points.isEmpty }
        return zip(points, others[start...]).allSatisfy { $0.isSame(as: $1) }
    }

    private func overlapping(
        _ segment: PackedSegment,
        source: Int64,
        person: Int64
    ) throws(StoreProblem) -> [Stored] {
        try connection.all(
            """
            SELECT segment.id, content.sha256, segment.first, segment.last
            FROM segment JOIN content ON content.id = segment.content
            WHERE segment.person = ? AND source = ? AND segment.last >= ? AND segment.first <= ?
            """,
            [
                .integer(person), .integer(source), .integer(segment.first.milliseconds),
                .integer(segment.last.milliseconds),
            ]
        ) {
            Stored(
                id: $0.integer(0),
                sha256: $0.text(1),
                first: Instant(milliseconds: $0.integer(2)),
                last: Instant(milliseconds: $0.integer(3))
            )
        }
    }

    private func insert(
        _ segment: PackedSegment,
        source: Int64,
        origin: Origin
    ) throws(StoreProblem) {
        try connection.run(
            """
            INSERT INTO segment (person, source, content, number, first, last)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
            [
                .integer(origin.person), .integer(source), .integer(origin.content),
                .integer(Int64(segment.number)), .integer(segment.first.milliseconds),
                .integer(segment.last.milliseconds),
            ]
        )
        let id = connection.lastInserted
        for (number, body) in segment.pieces.enumerated() {
            try connection.run(
                "INSERT INTO piece (segment, number, body) VALUES (?, ?, ?)",
                [.integer(id), .integer(Int64(number)), .blob(body)]
            )
        }
    }

    private func delete(_ id: Int64) throws(StoreProblem) {
        try connection.run("DELETE FROM segment WHERE id = ?", [.integer(id)])
    }
}

extension TrackPoint {
    /// Whether two points say the same, wherever they stand in their files.
    fileprivate func isSame(as other: TrackPoint) -> Bool {
        time == other.time && latitude == other.latitude && longitude == other.longitude
            && elevation == other.elevation && flags == other.flags
    }
}
