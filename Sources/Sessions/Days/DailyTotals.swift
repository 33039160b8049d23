/// Records as long as a day, as totals of civil days (SESSIONS.md §8.3.5, §8.10 "Sources").
///
/// A record that touches several civil days is spread over them by cumulative floor.
struct DailyTotals {
    /// What one source says of one day in such records.
    struct Total {
        let source: Int
        let rank: Int
        var steps: Int64 = 0
        /// The milliseconds of the day that the records speak of.
        var length: Int64 = 0
    }

    /// For each day of the window the total of the best-ranked source that has one.
    private(set) var best: [Total?]

    private let window: MinuteWindow

    init(window: MinuteWindow) {
        self.window = window
        best = [Total?](repeating: nil, count: window.days.count)
    }

    /// Adds the totals of a source; sources come by name, so that of equal ranks the first
    /// name holds.
    mutating func add(_ records: [StepRecord], source: Int, rank: Int) {
        guard !records.isEmpty else { return }
        var totals = [Total?](repeating: nil, count: window.days.count)
        OverlapResolution.resolve(records) { piece in
            for day in window.days(touching: piece.start..<piece.end) {
                let minutes = window.days[day].minutes
                let from = max(piece.start, window.start(of: minutes.lowerBound))
                let to = min(piece.end, window.start(of: minutes.upperBound))
                guard from < to else { continue }
                var total = totals[day] ?? Total(source: source, rank: rank)
                total.steps += piece.steps(before: to) - piece.steps(before: from)
                total.length += to - from
                totals[day] = total
            }
        }
        for (day, total) in totals.enumerated() {
            guard let total, rank < best[day]?.rank ?? .max else { continue }
            best[day] = total
        }
    }
}
