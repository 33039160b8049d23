/// Of which minutes anything is known, and by whom (SESSIONS.md §8.7, §8.10 "Coverage").
///
/// A source that leaves zeros out, by its kind or because it recorded no 0 on the civil day, covers
/// the time between two of its records that lie less than three hours apart. The rule looks at one
/// civil day and at three hours around a minute, so that days can be derived apart.
struct MinuteCoverage {
    /// Minutes of which any record speaks.
    private(set) var known: [Bool]
    /// Minutes of which a record of at most five minutes, a track or a declaration speaks.
    private(set) var fine: [Bool]
    /// Minutes of which a record of steps of at most five minutes speaks.
    private(set) var fineSteps: [Bool]

    private let window: MinuteWindow
    /// Records this far apart do not cover what lies between, in milliseconds.
    private static let widestGap: Int64 = 3 * 3_600_000

    init(window: MinuteWindow) {
        self.window = window
        known = [Bool](repeating: false, count: window.count)
        fine = known
        fineSteps = known
    }

    /// Adds what a lane says.
    mutating func add(_ lane: MinuteLane) {
        for (place, value) in lane.values.enumerated() where value != MinuteLane.absent {
            let index = lane.range.lowerBound + place
            known[index] = true
            fine[index] = true
            if lane.steps(index) != MinuteLane.absent { fineSteps[index] = true }
        }
    }

    /// Adds the records of a source, and the gaps between them when it leaves zeros out.
    mutating func add(_ records: SourceRecords, omitsZeros: Bool) {
        for record in records.short where !record.isFine { cover(record.span) }
        for record in records.long { cover(record.span) }
        let isOpenDay = records.hasZero.map { omitsZeros || !$0 }
        guard isOpenDay.contains(true) else { return }
        for gap in Self.gaps(between: records.short) { cover(gap, on: isOpenDay, isFine: false) }
        let fine = records.short.filter(\.isFine)
        for gap in Self.gaps(between: fine) { cover(gap, on: isOpenDay, isFine: true) }
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

    private mutating func cover(_ span: Range<Int64>) {
        for index in window.indices(touching: span) { known[index] = true }
    }

    private mutating func cover(_ gap: Range<Int64>, on isOpenDay: [Bool], isFine: Bool) {
        let indices = window.indices(touching: gap)
        guard !indices.isEmpty else { return }
        for day in window.dayIndex(of: indices.lowerBound)..<window.days.count {
            let minutes = window.days[day].minutes.clamped(to: indices)
            if window.days[day].minutes.lowerBound >= indices.upperBound { return }
            guard isOpenDay[day] else { continue }
            for index in minutes {
                known[index] = true
                guard isFine else { continue }
                fine[index] = true
                fineSteps[index] = true
            }
        }
    }
}
