/// Of which minutes anything is known, and by whom (SESSIONS.md §8.7, §8.10 "Coverage").
///
/// A source that leaves zeros out, by its kind or because it recorded no 0 on the civil day, covers
/// the time between two of its records that lie less than three hours apart. The rule looks at one
/// civil day and at three hours around a minute, so that days can be derived apart.
struct MinuteCoverage {
    /// Minutes of which any record speaks.
    private(set) var known: [Bool]
    /// Who speaks of minutes in records of at most five minutes, tracks or declarations.
    private(set) var fine: MinuteSpeakers
    /// Who speaks of minutes in records of steps of at most five minutes.
    private(set) var fineSteps: MinuteSpeakers

    private let window: MinuteWindow
    /// Records this far apart do not cover what lies between, in milliseconds.
    private static let widestGap: Int64 = 3 * 3_600_000

    init(window: MinuteWindow) {
        self.window = window
        known = [Bool](repeating: false, count: window.count)
        fine = MinuteSpeakers(count: window.count)
        fineSteps = fine
    }

    /// Adds what a lane says.
    mutating func add(_ lane: MinuteLane) {
        for (place, value) in lane.values.enumerated() where value != MinuteLane.absent {
            let index = lane.range.lowerBound + place
            known[index] = true
            fine.note(lane, at: index)
            if lane.steps(index) != MinuteLane.absent { fineSteps.note(lane, at: index) }
        }
    }

    /// Adds the records of a source, and the gaps between them when it leaves zeros out.
    mutating func add(_ records: SourceRecords, of source: Int, omitsZeros: Bool) {
        for record in records.short where !record.isFine { cover(record.span) }
        for record in records.long { cover(record.span) }
        let isOpenDay = records.hasZero.map { omitsZeros || !$0 }
        guard isOpenDay.contains(true) else { return }
        for gap in Self.gaps(between: records.short) { cover(gap, on: isOpenDay, finelyBy: nil) }
        for gap in Self.fineGaps(between: records.short) {
            cover(gap, on: isOpenDay, finelyBy: source)
        }
    }

    private static func gaps(between records: [StepRecord]) -> [Range<Int64>] {
        var gaps: [Range<Int64>] = []
        var reached = records.first?.end ?? 0
        for record in records.dropFirst() {
            if reached < record.start, record.start - reached < widestGap {
                gaps.append(reached..<record.start)
            }
            reached = max(reached, record.end)
        }
        return gaps
    }

    /// The gaps between fine records, without what coarse records of the source speak of.
    private static func fineGaps(between records: [StepRecord]) -> [Range<Int64>] {
        var gaps: [Range<Int64>] = []
        var pending: [Range<Int64>] = []
        var fineEnd: Int64?
        var reached = Int64.min
        for record in records {
            if fineEnd != nil, reached < record.start { pending.append(reached..<record.start) }
            reached = max(reached, record.end)
            guard record.isFine else { continue }
            if let fineEnd, record.start - fineEnd < widestGap { gaps += pending }
            pending.removeAll(keepingCapacity: true)
            fineEnd = max(fineEnd ?? record.end, record.end)
        }
        return gaps
    }

    private mutating func cover(_ span: Range<Int64>) {
        for index in window.indices(touching: span) { known[index] = true }
    }

    private mutating func cover(_ gap: Range<Int64>, on isOpenDay: [Bool], finelyBy source: Int?) {
        let indices = window.indices(touching: gap)
        guard !indices.isEmpty else { return }
        for day in window.dayIndex(of: indices.lowerBound)..<window.days.count {
            let minutes = window.days[day].minutes.clamped(to: indices)
            if window.days[day].minutes.lowerBound >= indices.upperBound { return }
            guard isOpenDay[day] else { continue }
            for index in minutes {
                known[index] = true
                guard let source else { continue }
                fine.note(source, at: index)
                fineSteps.note(source, at: index)
            }
        }
    }
}
