import Model

/// The readings whose plausibility changes when the latest plausible instant moves.
struct RipeReadings {
    let connection: Connection
    let person: Int64
    /// The instants between the two limits, the lower one left out.
    let from: Instant
    let to: Instant

    /// The UTC days that they touch.
    func days() throws(StoreProblem) -> DayRanges {
        var days = DayRanges()
        try addRows(to: &days)
        try addSegments(to: &days)
        return days
    }

    private func addRows(to days: inout DayRanges) throws(StoreProblem) {
        try connection.rows(
            """
            SELECT packed.kind, day, source, body, first, last
            FROM source CROSS JOIN packed INDEXED BY packed_by_last ON packed.source = source.id
            WHERE person = ? AND first <= ? AND last > ?
            """,
            [.integer(person), .integer(to.milliseconds), .integer(from.milliseconds)]
        ) { (row) throws(StoreProblem) in
            guard let kind = ReadingKind(rawValue: row.integer(0))
            else { throw connection.damage("a row of observations is of kind \(row.integer(0))") }
            let day = CivilDay(daysSinceEpoch: Int32(clamping: row.integer(1)))
            let first = Instant(milliseconds: row.integer(4))
            let last = Instant(milliseconds: row.integer(5))
            // All of the row is ripe, so nothing need be unpacked: all starts lie in one day, and
            // the stretch holds no day that no reading touches.
            if kind != .counters, first > from, last <= to {
                return days.insert(from: first, to: last)
            }
            let body = row.blob(3)
            switch kind {
            case .steps: try add(StepReading.self, body, day, to: &days)
            case .declared: try add(DeclaredReading.self, body, day, to: &days)
            case .counters:
                guard try add(CounterReading.self, body, day, to: &days) else { return }
                let neighbours = CounterNeighbours(connection: connection, person: person)
                days.insert(try neighbours.daysAround(day, source: row.integer(2)))
            }
        }
    }

    /// Adds the days of the readings that end between the limits; says whether there are any.
    @discardableResult
    private func add<Reading: DayReading>(
        _ kind: Reading.Type,
        _ body: [UInt8],
        _ day: CivilDay,
        to days: inout DayRanges
    ) throws(StoreProblem) -> Bool {
        let readings = try connection.unpacking("a row of observations") {
            () throws(PackingProblem) in
            try Reading.unpack(body, day: day, source: 0)
        }
        let ripe = readings.filter {
            $0.greatest > from.milliseconds && $0.greatest <= to.milliseconds
        }
        for reading in ripe { days.insert(from: reading.first, to: reading.last) }
        return !ripe.isEmpty
    }

    private func addSegments(to days: inout DayRanges) throws(StoreProblem) {
        let table = SegmentTable(connection: connection)
        let segments = try connection.all(
            """
            SELECT segment.id FROM source CROSS JOIN segment ON segment.source = source.id
            WHERE person = ? AND first <= ? AND last > ?
            """,
            [.integer(person), .integer(to.milliseconds), .integer(from.milliseconds)]
        ) { $0.integer(0) }
        for segment in segments {
            let times = try table.points(of: try table.pieces(of: segment)).map(\.time)
                .filter { $0 > from && $0 <= to }
            if let first = times.min(), let last = times.max() {
                days.insert(first.utcDay...last.utcDay)
            }
        }
    }
}
