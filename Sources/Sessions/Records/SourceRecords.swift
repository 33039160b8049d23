import Model

/// The records of one source that touch a window, of each length in its own list, by start.
struct SourceRecords {
    /// Records of at most an hour.
    var short: [StepRecord] = []
    /// Longer ones.
    var long: [StepRecord] = []
    /// For each day of the window, whether a record of the source says that nobody walked.
    var hasZero: [Bool]
    /// For each day of the window the length of records without an end, when the day speaks for
    /// one; empty when the source has no such records.
    var lengths: [Int64?] = []

    /// Whether the source says nothing about steps.
    var isEmpty: Bool { short.isEmpty && long.isEmpty }
}

/// Reads the step and counter readings of all sources into records (SESSIONS.md §8.3).
struct RecordReader {
    let window: MinuteWindow
    let sources: NamedSources
    let home: HomeZones
    let plausibility: Plausibility

    /// An instant record, before its length is known.
    private struct Mark: BitwiseCopyable {
        let time: Int64
        let steps: Int32
    }

    /// The records of every source, in the order of `sources.all`.
    func records(of observations: Observations) -> [SourceRecords] {
        var intervals = [[StepRecord]](repeating: [], count: sources.all.count)
        var marks = [[Mark]](repeating: [], count: sources.all.count)
        let span = window.span
        for observed in observations.steps {
            let reading = observed.reading
            let (start, end) = (reading.start.milliseconds, reading.end.milliseconds)
            guard start < span.upperBound, end >= span.lowerBound, reading.steps >= 0,
                let place = sources.place(of: reading.source)
            else { continue }
            let objection = plausibility.objection(to: reading)
            if start < end {
                guard objection == nil, end > span.lowerBound else { continue }
                intervals[place].append(StepRecord(start: start, end: end, steps: reading.steps))
            } else if objection == nil || objection == .tooManySteps {
                // Whether the steps are too many is seen when the length is known.
                marks[place].append(Mark(time: start, steps: reading.steps))
            }
        }
        addIncrements(of: observations.counters, to: &intervals)
        return sources.all.indices.map { place in
            records(intervals: intervals[place], marks: marks[place])
        }
    }

    /// Adds what the counters of each source went up by.
    private func addIncrements(
        of counters: [Observed<CounterReading>],
        to intervals: inout [[StepRecord]]
    ) {
        guard !counters.isEmpty else { return }
        var samples = [[CounterIncrements.Sample]](repeating: [], count: sources.all.count)
        for observed in counters {
            let reading = observed.reading
            guard reading.value >= 0, plausibility.objection(to: reading.time) == nil,
                let place = sources.place(of: reading.source)
            else { continue }
            samples[place].append(
                .init(time: reading.time.milliseconds, value: reading.value)
            )
        }
        let span = window.span
        for (place, source) in sources.all.enumerated() where !samples[place].isEmpty {
            let increments = CounterIncrements(
                modulus: source.counterModulus,
                resetsDaily: source.resetsDaily,
                home: home,
                maximumStepsPerMinute: plausibility.maximumStepsPerMinute
            )
            for record in increments.records(from: samples[place])
            where record.start < span.upperBound && record.end > span.lowerBound {
                if plausibility.accepts(record) { intervals[place].append(record) }
            }
        }
    }

    private func records(intervals: [StepRecord], marks: [Mark]) -> SourceRecords {
        var found = SourceRecords(hasZero: [Bool](repeating: false, count: window.days.count))
        let marks = inOrder(marks)
        if !marks.isEmpty { found.lengths = lengths(of: marks) }
        let all = Self.distinct(
            marks.isEmpty ? intervals : intervals + records(of: marks, lengths: found.lengths)
        )
        guard !all.isEmpty else { return found }
        var day = 0
        for record in all where record.steps == 0 && record.start >= window.span.lowerBound {
            while day + 1 < window.days.count,
                window.start(of: window.days[day].minutes.upperBound) <= record.start
            { day += 1 }
            found.hasZero[day] = true
        }
        guard all.contains(where: { !$0.isAtMostAnHour }) else {
            found.short = all
            return found
        }
        found.short = all.filter(\.isAtMostAnHour)
        found.long = all.filter { !$0.isAtMostAnHour }
        return found
    }

    /// Sorts records by start and end, and keeps the largest value of equal intervals.
    private static func distinct(_ records: [StepRecord]) -> [StepRecord] {
        var sorted = records
        let isInOrder = zip(records, records.dropFirst()).allSatisfy {
            ($0.start, $0.end) < ($1.start, $1.end)
        }
        if isInOrder { return records }
        sorted.sort { ($0.start, $0.end, $0.steps) < ($1.start, $1.end, $1.steps) }
        var kept: [StepRecord] = []
        kept.reserveCapacity(sorted.count)
        for record in sorted {
            if let last = kept.last, last.span == record.span { kept.removeLast() }
            kept.append(record)
        }
        return kept
    }
}

// MARK: - Records without a length

extension RecordReader {
    /// The length that the marks of each day speak for.
    private func lengths(of marks: [Mark]) -> [Int64?] {
        var first = 0
        return window.days.map { day in
            let end = window.start(of: day.minutes.upperBound)
            var last = first
            while last < marks.count, marks[last].time < end { last += 1 }
            defer { first = last }
            return RecordLength.inferred(from: Self.distinctTimes(marks[first..<last]))
        }
    }

    /// Gives instant records the length that their day speaks for, else the minute that holds them.
    private func records(of marks: [Mark], lengths: [Int64?]) -> [StepRecord] {
        var records: [StepRecord] = []
        var day = 0
        for place in marks.indices {
            let mark = marks[place]
            while window.start(of: window.days[day].minutes.upperBound) <= mark.time { day += 1 }
            guard plausibility.accepts(mark.steps, ofLength: lengths[day]) else { continue }
            // Of one time the largest value that counts holds.
            if place + 1 < marks.count, marks[place + 1].time == mark.time,
                plausibility.accepts(marks[place + 1].steps, ofLength: lengths[day])
            {
                continue
            }
            let span = StepRecord.span(ofInstant: mark.time, length: lengths[day])
            if lengths[day] == nil, let last = records.last, last.span == span {
                records[records.count - 1].steps = last.steps.saturatingAdd(Int64(mark.steps))
            } else {
                records.append(
                    StepRecord(start: span.lowerBound, end: span.upperBound, steps: mark.steps)
                )
            }
        }
        return records
    }

    /// The marks of the window by time, then steps.
    private func inOrder(_ marks: [Mark]) -> [Mark] {
        let span = window.span
        if Self.isAscending(marks, in: span) { return marks }
        return marks.filter { span.contains($0.time) }.sorted {
            ($0.time, $0.steps) < ($1.time, $1.steps)
        }
    }

    /// Whether marks lie in a span, one a time and in order, as almost every file has them.
    private static func isAscending(_ marks: [Mark], in span: Range<Int64>) -> Bool {
        guard let first = marks.first, let last = marks.last else { return true }
        guard first.time >= span.lowerBound, last.time < span.upperBound else { return false }
        for index in marks.indices.dropFirst() where marks[index - 1].time >= marks[index].time {
            return false
        }
        return true
    }

    private static func distinctTimes(_ marks: ArraySlice<Mark>) -> [Int64] {
        marks.reduce(into: []) { if $0.last != $1.time { $0.append($1.time) } }
    }
}
