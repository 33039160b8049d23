import Model

/// The end of the last plausible record of a source, wherever it lies (SESSIONS.md §8.4.8).
struct LastKnown {
    let connection: Connection
    let person: Int64
    /// What is plausible at the moment.
    let limits: Plausibility

    /// The last end of all sources that bear the name of this one; the earliest plausible instant
    /// when none of their records is plausible.
    func end(ofNamesakesOf source: Int64) throws(StoreProblem) -> Instant {
        var best = limits.earliest
        for namesake in try SourceTable(connection: connection).namesakes(of: source) {
            best = max(best, try endOfRows(source: namesake, atLeast: best))
            best = max(best, try endOfSegments(source: namesake, atLeast: best))
            let walks = DiaryWalks(connection: connection, person: person)
            best = max(best, try walks.lastEnd(source: namesake, now: limits.now) ?? best)
        }
        return best
    }

    // SQLite would take another index and sort ten years of rows to look at one.
    static let furthestRows = """
        SELECT kind, day, last, body FROM packed INDEXED BY packed_by_last
        WHERE person = ? AND source = ? AND first <= ? ORDER BY last DESC
        """
    static let furthestSegments = """
        SELECT id, last FROM segment INDEXED BY segment_by_last
        WHERE person = ? AND source = ? AND first <= ? ORDER BY last DESC
        """

    /// Looks at rows from the one that reaches furthest, until no other can reach further.
    private func endOfRows(source: Int64, atLeast least: Instant) throws(StoreProblem) -> Instant {
        var best = least
        try connection.scan(
            Self.furthestRows,
            [.integer(person), .integer(source), .integer(limits.latest.milliseconds)]
        ) { (row) throws(StoreProblem) in
            guard row.integer(2) > best.milliseconds else { return false }
            guard let kind = ReadingKind(rawValue: row.integer(0))
            else { throw connection.damage("a row of observations is of kind \(row.integer(0))") }
            let day = CivilDay(daysSinceEpoch: Int32(clamping: row.integer(1)))
            let ends = try connection.unpacking("a row of observations") {
                () throws(PackingProblem) in
                try plausibleEnds(kind, row.blob(3), day)
            }
            best = max(best, ends.max() ?? best)
            return true
        }
        return best
    }

    private func plausibleEnds(
        _ kind: ReadingKind,
        _ body: [UInt8],
        _ day: CivilDay
    ) throws(PackingProblem) -> [Instant] {
        switch kind {
        case .steps:
            // How many steps one without an end may hold depends on its whole day.
            try StepReading.unpack(body, day: day, source: 0).filter {
                $0.start == $0.end
                    ? limits.objection(to: $0.start) == nil : limits.objection(to: $0) == nil
            }.map(\.end)
        case .counters:
            try CounterReading.unpack(body, day: day, source: 0)
                .map(\.time).filter { limits.objection(to: $0) == nil }
        case .declared:
            try DeclaredReading.unpack(body, day: day, source: 0)
                .filter { $0.start >= limits.earliest && $0.end > $0.start }
                .map(\.end).filter { limits.objection(to: $0) == nil }
        }
    }

    private func endOfSegments(
        source: Int64,
        atLeast least: Instant
    ) throws(StoreProblem) -> Instant {
        let table = SegmentTable(connection: connection)
        var best = least
        try connection.scan(
            Self.furthestSegments,
            [.integer(person), .integer(source), .integer(limits.latest.milliseconds)]
        ) { (row) throws(StoreProblem) in
            let last = Instant(milliseconds: row.integer(1))
            guard last > best else { return false }
            if limits.objection(to: last) == nil {
                best = last
                return false
            }
            let points = try table.points(of: try table.pieces(of: row.integer(0)))
            let times = points.map(\.time).filter { limits.objection(to: $0) == nil }
            best = max(best, times.max() ?? best)
            return true
        }
        return best
    }
}
