import Model

/// Finds what all files say of a stretch of time, each thing once.
struct StatementCollector {
    let derived: DerivedWindow
    let observations: Observations
    let derivation: Derivation
    /// The stretch, in milliseconds.
    let region: Range<Int64>

    /// All statements, in no order.
    func statements() -> [Statement] {
        let order = FileOrder(observations.files)
        return superseded(stepStatements(order) + counterStatements(order)) + trackStatements(order)
            + declaredStatements(order)
    }

    /// One interval of one source.
    struct Key: Hashable {
        let source: Int
        let start: Int64
        let end: Int64
    }

    private func stepStatements(_ order: FileOrder) -> [Statement] {
        var best: [Key: Observed<StepReading>] = [:]
        var implausible: [Statement] = []
        for observed in observations.steps {
            let reading = observed.reading
            let (start, end) = (reading.start.milliseconds, reading.end.milliseconds)
            guard let source = derived.sources.place(of: reading.source), reading.steps >= 0
            else { continue }
            let length = derived.evidence.instantLength(of: source, at: reading.start)
            let objection = derivation.plausibility.objection(to: reading, length: length)
            if let objection {
                let span = StepRecord.hull(of: start, and: end)
                guard span.overlaps(region) else { continue }
                implausible.append(
                    statement(observed, reading.line, source, span, .steps, objection)
                )
            } else if start < region.upperBound, end >= region.lowerBound {
                let key = Key(source: source, start: start, end: end)
                guard let known = best[key] else {
                    best[key] = observed
                    continue
                }
                if isBetter(observed, than: known, order) { best[key] = observed }
            }
        }
        return implausible + best.compactMap { plausible($0.key, $0.value) }
    }

    private func isBetter(
        _ observed: Observed<StepReading>,
        than known: Observed<StepReading>,
        _ order: FileOrder
    ) -> Bool {
        (known.reading.steps, order[observed.file], observed.reading.line)
            < (observed.reading.steps, order[known.file], known.reading.line)
    }

    private func plausible(_ key: Key, _ observed: Observed<StepReading>) -> Statement? {
        var span = key.start..<key.end
        if span.isEmpty {
            guard derived.window.span.contains(key.start) else { return nil }
            let time = Instant(milliseconds: key.start)
            let length = derived.evidence.instantLength(of: key.source, at: time)
            span = StepRecord.span(ofInstant: key.start, length: length)
        }
        guard span.overlaps(region) else { return nil }
        return statement(
            observed,
            observed.reading.line,
            key.source,
            span,
            Self.channel(of: span),
            nil
        )
    }

    static func channel(of span: Range<Int64>) -> Channel {
        let record = StepRecord(start: span.lowerBound, end: span.upperBound, steps: 0)
        if record.isFine { return .steps }
        return record.isAtMostAnHour ? .coarse : .daily
    }

    func statement<Reading>(
        _ observed: Observed<Reading>,
        _ line: Int32,
        _ source: Int,
        _ span: Range<Int64>,
        _ channel: Channel,
        _ objection: Implausibility?
    ) -> Statement {
        Statement(
            source: source,
            channel: channel,
            file: observed.file,
            firstLine: line,
            lastLine: line,
            span: span,
            objection: objection
        )
    }

    /// Notes which records finer ones of the same source leave nothing of.
    private func superseded(_ statements: [Statement]) -> [Statement] {
        var statements = statements
        var bySource: [Int: [Int]] = [:]
        for (place, statement) in statements.enumerated() where statement.objection == nil {
            bySource[statement.source, default: []].append(place)
        }
        for places in bySource.values {
            let sorted = places.sorted {
                (statements[$0].span.lowerBound, statements[$0].span.upperBound)
                    < (statements[$1].span.lowerBound, statements[$1].span.upperBound)
            }
            var isFree = [Bool](repeating: false, count: sorted.count)
            let records = sorted.map {
                StepRecord(
                    start: statements[$0].span.lowerBound,
                    end: statements[$0].span.upperBound,
                    steps: 0
                )
            }
            OverlapResolution.resolve(records) { isFree[$0.record] = true }
            for (rank, place) in sorted.enumerated() where !isFree[rank] {
                // Marks of one minute are summed up, not chosen from.
                let isTwin = rank > 0 && records[rank].span == records[rank - 1].span
                statements[place].isSuperseded = !isTwin
            }
        }
        return statements
    }
}
