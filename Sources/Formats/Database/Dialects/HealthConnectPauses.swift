internal import Model

/// How long the pauses in each session of an export of Health Connect were.
///
/// Health Connect itself leaves them out where it says how long somebody exercised. The numbers are
/// those of `android.health.connect.datatypes.ExerciseSegmentType`: 66 is a rest, 67 a pause.
struct HealthConnectPauses {
    static let table = "exercise_segments_table"
    private static let kinds: Set<Int64> = [66, 67]
    /// A hundred pauses in each of a thousand walks.
    private static let most = 100_000

    /// The pauses of one session, in milliseconds.
    struct Pauses: Hashable {
        /// How long they are together.
        fileprivate(set) var length: Int64
        /// When the first of them begins, since 1970.
        fileprivate(set) var start: Int64
        /// When the last of them ends, since 1970.
        fileprivate(set) var end: Int64
    }

    private struct Segment: Hashable {
        let session: Int64
        let start: Int64
        let end: Int64
    }

    private var sessions: [Int64: Pauses] = [:]
    /// The pauses so far: the table has no key, and one that stands twice is one.
    private var segments: Set<Segment> = []
    /// Whether the export has a table of them.
    private(set) var areKnown = false
    /// Whether all of that table could be read; else nobody knows whether a walk had pauses.
    private(set) var areWhole = true

    /// Reads the table of pauses, if there is one.
    ///
    /// - Throws: `DatabaseRefusal` when there are more than in any export, or what the source throws.
    init(_ opening: DatabaseOpening) throws {
        let columns = ["parent_key", "segment_type", "segment_start_time", "segment_end_time"]
        guard let table = opening.database[Self.table],
            columns.allSatisfy({ table.definition.has($0) })
        else {
            // Only where there is no such table are there no pauses.
            areWhole = opening.database[Self.table] == nil && !opening.database.hasLost(Self.table)
            return
        }
        areKnown = true
        let output = opening.output
        let problems = output.problems.count
        var pauses = self
        try opening.database.forEachRow(of: table, columns, output) { row in
            if let (column, fault) = pauses.take(row) {
                let place = "(column \"\(columns[column])\" of the table \"\(Self.table)\")"
                output.report(at: row.place, "\(row.cells[column].shown) \(fault) \(place)")
            }
            guard pauses.segments.count < Self.most else {
                throw DatabaseRefusal("there are more pauses in the database than in any export")
            }
            return true
        }
        sessions = pauses.sessions
        areWhole = output.problems.count == problems
    }

    /// Takes a segment, if it is a pause.
    ///
    /// - Returns: which of its columns is wrong, and how.
    private mutating func take(_ row: DatabaseRow) -> (column: Int, fault: String)? {
        let noNumber = "is no number"
        guard let kind = row.cells[1].wholeNumber else { return (1, noNumber) }
        guard Self.kinds.contains(kind) else { return nil }
        guard let session = row.cells[0].wholeNumber else { return (0, noNumber) }
        guard let start = row.cells[2].wholeNumber else { return (2, noNumber) }
        guard let end = row.cells[3].wholeNumber else { return (3, noNumber) }
        let (length, overflow) = end.subtractingReportingOverflow(start)
        guard !overflow, length >= 0 else { return (3, "is before the pause begins") }
        let segment = Segment(session: session, start: start, end: end)
        guard segments.insert(segment).inserted else { return nil }
        var pauses = sessions[session] ?? Pauses(length: 0, start: start, end: end)
        let (sum, tooLong) = pauses.length.addingReportingOverflow(length)
        pauses.length = tooLong ? .max : sum
        pauses.start = min(pauses.start, start)
        pauses.end = max(pauses.end, end)
        sessions[session] = pauses
        return nil
    }

    /// The pauses of a session; nothing when it has none.
    subscript(_ session: Int64) -> Pauses? { sessions[session] }
}
