import Model

/// Gathers what files say about a stretch of time of one person.
struct ObservationReader {
    private let connection: Connection
    private let person: Int64
    private let span: Range<Instant>
    private var found = Observations()
    private var sourceIndices: [Int64: SourceIndex] = [:]
    private var fileIndices: [Int64: Int32] = [:]

    /// Prepares to read.
    init(_ connection: Connection, person: Int64, span: Range<Instant>) {
        self.connection = connection
        self.person = person
        self.span = span
    }

    /// Reads everything that touches the stretch of time, and what is needed around it.
    mutating func read(limits: Plausibility) throws(StoreProblem) -> Observations {
        guard !span.isEmpty else { return found }
        try readRows()
        try readCounterNeighbours()
        try readSegments()
        try readDiary(now: limits.now)
        let last = LastKnown(connection: connection, person: person, limits: limits)
        let identities = sourceIndices.sorted { $0.value < $1.value }.map(\.key)
        for id in identities { found.lastKnown.append(try last.end(ofNamesakesOf: id)) }
        return found
    }

    /// Person, first and last instant; rows that reach further than two days have their own index.
    static let rowsTouchingSpan = """
        SELECT source, kind, day, content, body FROM packed
        WHERE person = ?1 AND first >= ?2 - 172800000 AND first < ?3 AND last >= ?2
        UNION ALL
        SELECT source, kind, day, content, body FROM packed INDEXED BY packed_far
        WHERE person = ?1 AND last - first > 172800000 AND first < ?2 - 172800000 AND last >= ?2
        """

    private mutating func readRows() throws(StoreProblem) {
        try connection.rows(
            Self.rowsTouchingSpan,
            [
                .integer(person), .integer(span.lowerBound.milliseconds),
                .integer(span.upperBound.milliseconds),
            ]
        ) { (row) throws(StoreProblem) in
            guard let kind = ReadingKind(rawValue: row.integer(1))
            else { throw connection.damage("a row of observations is of kind \(row.integer(1))") }
            let source = try index(ofSource: row.integer(0))
            let day = CivilDay(daysSinceEpoch: Int32(clamping: row.integer(2)))
            let file = try index(ofContent: row.integer(3))
            let body = row.blob(4)
            switch kind {
            case .steps: found.add(touching(try unpack(body, day, source)), of: file)
            case .counters:
                found.counters += touching(try unpack(body, day, source)).map {
                    Observed($0, file: file)
                }
            case .declared:
                found.declared += touching(try unpack(body, day, source)).map {
                    Observed($0, file: file)
                }
            }
        }
    }

    private func unpack<Reading: DayReading>(
        _ body: [UInt8],
        _ day: CivilDay,
        _ source: SourceIndex
    ) throws(StoreProblem) -> [Reading] {
        try connection.unpacking("a row of observations") { () throws(PackingProblem) in
            try Reading.unpack(body, day: day, source: source)
        }
    }

    private func touching<Reading: DayReading>(_ readings: [Reading]) -> [Reading] {
        readings.allSatisfy(touchesSpan) ? readings : readings.filter(touchesSpan)
    }

    private func touchesSpan(_ reading: some DayReading) -> Bool {
        let least = reading.least
        guard least < span.upperBound.milliseconds else { return false }
        let start = span.lowerBound.milliseconds
        return least >= start || reading.greatest > start
    }

    private mutating func readCounterNeighbours() throws(StoreProblem) {
        let neighbours = CounterNeighbours(connection: connection, person: person)
        for source in try neighbours.sources() {
            try readNeighbours(neighbours, source: source, isBefore: true)
            try readNeighbours(neighbours, source: source, isBefore: false)
        }
    }

    private mutating func readNeighbours(
        _ neighbours: CounterNeighbours,
        source: Int64,
        isBefore: Bool
    ) throws(StoreProblem) {
        var samples: [Observed<CounterReading>] = []
        var times: Set<Instant> = []
        var day: CivilDay? =
            isBefore ? span.lowerBound.utcDay : span.upperBound.advanced(by: -1).utcDay
        while let current = day, times.count < CounterNeighbours.reach {
            for row in try neighbours.rows(of: current, source: source) {
                let file = try index(ofContent: row.content)
                let readings: [CounterReading] = try unpack(
                    row.body,
                    row.day,
                    try index(ofSource: source)
                )
                for reading in readings
                where isBefore ? reading.time < span.lowerBound : reading.time >= span.upperBound {
                    samples.append(Observed(reading, file: file))
                    times.insert(reading.time)
                }
            }
            day = try neighbours.nextDay(from: current, source: source, isBefore: isBefore)
        }
        let ordered = isBefore ? times.sorted(by: >) : times.sorted()
        let nearest = Set(ordered.prefix(CounterNeighbours.reach))
        found.counters += samples.filter { nearest.contains($0.reading.time) }
    }

    private mutating func readSegments() throws(StoreProblem) {
        let closure = SegmentClosure(connection: connection, person: person)
        let table = SegmentTable(connection: connection)
        for segment in try closure.segments(touching: span) {
            let piece = TrackPiece(
                source: try index(ofSource: segment.source),
                segment: segment.number,
                piece: 0,
                points: try table.points(of: try table.pieces(of: segment.id))
            )
            found.tracks.append(Observed(piece, file: try index(ofContent: segment.content)))
        }
    }

    private mutating func readDiary(now: Instant) throws(StoreProblem) {
        let walks = DiaryWalks(connection: connection, person: person)
        for walk in try walks.touching(span, now: now) {
            let reading = walk.reading(source: try index(ofSource: walk.source))
            found.declared.append(
                Observed(reading, file: try index(ofContent: walk.content))
            )
        }
    }

    private mutating func index(ofSource id: Int64) throws(StoreProblem) -> SourceIndex {
        if let known = sourceIndices[id] { return known }
        guard let index = SourceIndex(exactly: found.sources.count) else {
            throw StoreProblem(.failed, path: connection.path, detail: "more than 65 536 sources")
        }
        found.sources.append(try SourceTable(connection: connection).source(id))
        sourceIndices[id] = index
        return index
    }

    private mutating func index(ofContent id: Int64) throws(StoreProblem) -> Int32 {
        if let known = fileIndices[id] { return known }
        let file = try connection.one(
            "SELECT path, sha256 FROM content WHERE id = ?",
            [.integer(id)]
        ) {
            FileReference(
                name: String(
                    decoding: $0.blob(0).split(separator: UInt8(ascii: "/")).last ?? [],
                    as: UTF8.self
                ),
                sha256: $0.text(1)
            )
        }
        guard let file else { throw connection.damage("content \(id) is gone") }
        let index = Int32(clamping: found.files.count)
        found.files.append(file)
        fileIndices[id] = index
        return index
    }
}
