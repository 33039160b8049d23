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

    private var lengths: [Int64: Int64] = [:]
    /// Whether the export has a table of them.
    private(set) var areKnown = false

    /// Reads the table of pauses, if there is one.
    ///
    /// - Throws: `DatabaseRefusal` when there are more than in any export, or what the source throws.
    init(_ opening: DatabaseOpening) throws {
        let columns = ["parent_key", "segment_type", "segment_start_time", "segment_end_time"]
        guard let table = opening.database[Self.table],
            columns.allSatisfy({ table.definition.has($0) })
        else { return }
        areKnown = true
        var lengths: [Int64: Int64] = [:]
        try opening.database.forEachRow(of: table, columns, opening.output) { row in
            guard let session = row.cells[0].wholeNumber, let kind = row.cells[1].wholeNumber,
                Self.kinds.contains(kind), let start = row.cells[2].wholeNumber,
                let end = row.cells[3].wholeNumber
            else { return true }
            guard lengths.count < Self.most else {
                throw DatabaseRefusal("there are more pauses in the database than in any export")
            }
            let (length, overflow) = end.subtractingReportingOverflow(start)
            guard !overflow, length > 0 else { return true }
            let (sum, tooLong) = (lengths[session] ?? 0).addingReportingOverflow(length)
            lengths[session] = tooLong ? .max : sum
            return true
        }
        self.lengths = lengths
    }

    /// The length of all pauses of a session in milliseconds; nothing when it has none.
    subscript(_ session: Int64) -> Int64? { lengths[session] }
}
