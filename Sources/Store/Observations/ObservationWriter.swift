import Model

/// Stores the readings of one file and gathers the UTC days that they change.
struct ObservationWriter {
    let connection: Connection
    let origin: Origin
    /// The identities of the file's sources, by their indices.
    let sources: [Int64]
    /// The days that must be derived anew.
    private(set) var changed = DayRanges()

    /// Notes the sources of a file.
    init(
        _ connection: Connection,
        origin: Origin,
        sources: [Source]
    ) throws(StoreProblem) {
        self.connection = connection
        self.origin = origin
        let table = SourceTable(connection: connection)
        var identities: [Int64] = []
        for source in sources { identities.append(try table.noted(source)) }
        self.sources = identities
    }

    /// Stores everything that a draft holds.
    mutating func keep(_ contents: FileDraft.Contents) throws(StoreProblem) {
        for row in contents.steps { try keep(row, of: StepReading.self) }
        for row in contents.declared { try keep(row, of: DeclaredReading.self) }
        var counterDays: [(day: CivilDay, source: Int64)] = []
        for row in contents.counters where try keep(row, of: CounterReading.self) {
            counterDays.append((row.day, try identity(row.source)))
        }
        for (day, source) in counterDays {
            let neighbours = CounterNeighbours(connection: connection, person: origin.person)
            changed.insert(try neighbours.daysAround(day, source: source))
        }
        try keep(contents.segments)
    }

    /// Stores a row; says whether it brought anything.
    @discardableResult
    private mutating func keep<Reading: DayReading>(
        _ row: PackedDay,
        of kind: Reading.Type
    ) throws(StoreProblem) -> Bool {
        let table = DayRowTable<Reading>(connection: connection)
        switch try table.keep(row, source: try identity(row.source), origin: origin) {
        case .nothing: return false
        // All starts lie in one day, so the stretch holds no day that no reading touches.
        case .everything: changed.insert(from: row.first, to: row.last)
        case .some(let readings):
            for reading in readings { changed.insert(from: reading.first, to: reading.last) }
        }
        return true
    }

    private mutating func keep(_ segments: [PackedSegment]) throws(StoreProblem) {
        let table = SegmentTable(connection: connection)
        for segment in segments
        where try table.keep(segment, source: try identity(segment.source), origin: origin) {
            changed.insert(segment.first.utcDay...segment.last.utcDay)
        }
    }

    private func identity(_ source: SourceIndex) throws(StoreProblem) -> Int64 {
        guard Int(source) < sources.count else {
            throw StoreProblem(
                .failed,
                path: connection.path,
                detail: "a reading names source \(source) of none"
            )
        }
        return sources[Int(source)]
    }
}
