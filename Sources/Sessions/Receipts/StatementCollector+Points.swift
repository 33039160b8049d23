import Model

// What counters, tracks and declarations say.
extension StatementCollector {
    /// One statement a stretch between two samples, by the line of the later one.
    func counterStatements(_ order: FileOrder) -> [Statement] {
        var bySource: [Int: [Observed<CounterReading>]] = [:]
        for observed in observations.counters {
            guard derivation.plausibility.objection(to: observed.reading.time) == nil,
                let source = derived.sources.place(of: observed.reading.source)
            else { continue }
            bySource[source, default: []].append(observed)
        }
        return bySource.flatMap { source, samples in
            let sorted = samples.sorted {
                ($0.reading.time, $1.reading.value, order[$0.file], $0.reading.line)
                    < ($1.reading.time, $0.reading.value, order[$1.file], $1.reading.line)
            }
            return zip(sorted, sorted.dropFirst()).compactMap { earlier, later -> Statement? in
                let span =
                    earlier.reading.time.milliseconds..<later.reading.time.milliseconds
                guard !span.isEmpty, span.overlaps(region) else { return nil }
                return statement(
                    later,
                    later.reading.line,
                    source,
                    span,
                    Self.channel(of: span),
                    nil
                )
            }
        }
    }

    /// One point of one source.
    private struct PointKey: Hashable {
        let source: Int
        let time: Int64
        let latitude: Int64
        let longitude: Int64
    }

    /// One statement a source, file and minute.
    func trackStatements(_ order: FileOrder) -> [Statement] {
        var best: [PointKey: (file: Int32, line: Int32)] = [:]
        for piece in observations.tracks {
            guard let source = derived.sources.place(of: piece.reading.source) else { continue }
            for point in piece.reading.points
            where region.contains(point.time.milliseconds)
                && derivation.plausibility.objection(to: point.time) == nil
            {
                let key = PointKey(
                    source: source,
                    time: point.time.milliseconds,
                    latitude: point.latitude,
                    longitude: point.longitude
                )
                let known = best[key] ?? (-1, .max)
                if (order[piece.file], point.line) < (order[known.file], known.line) {
                    best[key] = (piece.file, point.line)
                }
            }
        }
        return byMinute(best)
    }

    private func byMinute(
        _ points: [PointKey: (file: Int32, line: Int32)]
    ) -> [Statement] {
        struct MinuteKey: Hashable {
            let source: Int
            let file: Int32
            let minute: Int64
        }
        var minutes: [MinuteKey: Statement] = [:]
        for (key, place) in points {
            let span = StepRecord.span(ofInstant: key.time, length: nil)
            let minute = MinuteKey(
                source: key.source,
                file: place.file,
                minute: span.lowerBound
            )
            var statement =
                minutes[minute]
                ?? Statement(
                    source: key.source,
                    channel: .track,
                    file: place.file,
                    firstLine: place.line,
                    lastLine: place.line,
                    span: span
                )
            statement.firstLine = min(statement.firstLine, place.line)
            statement.lastLine = max(statement.lastLine, place.line)
            minutes[minute] = statement
        }
        return Array(minutes.values)
    }

    /// One statement a declared walk.
    func declaredStatements(_ order: FileOrder) -> [Statement] {
        var best: [Key: Observed<DeclaredReading>] = [:]
        var implausible: [Statement] = []
        for observed in observations.declared {
            let reading = observed.reading
            guard let source = derived.sources.place(of: reading.source) else { continue }
            let (start, end) = (reading.start.milliseconds, reading.end.milliseconds)
            let span = StepRecord.hull(of: start, and: end)
            guard span.overlaps(region) else { continue }
            if let objection = reading.objection(derivation.plausibility) {
                implausible.append(
                    statement(observed, reading.line, source, span, .declared, objection)
                )
                continue
            }
            guard reading.counts(derivation.plausibility) else { continue }
            let key = Key(source: source, start: start, end: end)
            guard let known = best[key] else {
                best[key] = observed
                continue
            }
            if (known.reading.moving, order[observed.file], reading.line)
                < (reading.moving, order[known.file], known.reading.line)
            {
                best[key] = observed
            }
        }
        return implausible
            + best.map { key, observed in
                statement(
                    observed,
                    observed.reading.line,
                    key.source,
                    key.start..<key.end,
                    .declared,
                    nil
                )
            }
    }
}
