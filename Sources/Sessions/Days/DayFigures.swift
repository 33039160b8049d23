import Model

/// Adds up the figures of single days (SESSIONS.md §8.7).
struct DayFigures {
    let derived: DerivedWindow
    let home: HomeZones
    /// Less than this is a part of a day (stepmetrics, NHANES): ten hours.
    private static let leastRecordedMinutes = 600

    /// The days of some dates; dates that do not exist have none.
    func days(of dates: ClosedRange<CivilDay>) -> [Day] {
        let credits = dailyCredits()
        let shares = sharesByDay()
        return derived.window.days.indices.compactMap { place in
            let day = derived.window.days[place]
            guard dates.contains(day.date), !day.minutes.isEmpty else { return nil }
            return figures(of: place, walking: credits[place], shares: shares[place] ?? [])
        }
    }

    private func figures(of place: Int, walking: Int64, shares: [[CoarseFusion.Share]]) -> Day {
        let day = derived.window.days[place]
        var result = Day(date: day.date, zoneName: home.zone(on: day.date).name)
        let known = derived.evidence.coverage.known
        result.coveredMinutes = day.minutes.reduce(0) { $0 + (known[$1] ? 1 : 0) }
        result.coverage = coverage(result.coveredMinutes)
        guard result.coverage != .none else { return result }
        var sum = fineSum(of: day.minutes)
        for epoch in shares { sum.add(epoch) }
        if let total = derived.evidence.totals.best[place] { sum.add(total) }
        result.steps = sum.steps.map { Steps($0) }
        result.stepping = sum.stepping.estimate
        result.estimated = Milliseconds(sum.estimated)
        result.sessionWalking = Milliseconds(walking)
        let span = home.range(of: day.date)
        result.walks = derived.walks.map(\.walk).filter { span.contains($0.start) }
        result.tracks = derived.tracks.filter { span.contains($0.start) }
        result.lastRecord = derived.lastRecords.days[place].map {
            LastRecord(
                time: Instant(milliseconds: $0.time),
                source: derived.sources.all[$0.source].name
            )
        }
        return result
    }

    private func coverage(_ minutes: Int) -> Coverage {
        if minutes == 0 { return .none }
        return minutes < Self.leastRecordedMinutes ? .partial : .recorded
    }

    private func fineSum(of minutes: Range<Int>) -> DaySum {
        var sum = DaySum()
        for index in minutes {
            sum.stepping += derived.fused.stepping(index)
            if derived.fused.steps[index] >= 0 {
                sum.steps = (sum.steps ?? 0) + Int64(derived.fused.steps[index])
            } else if derived.fused.walking[index] > 0 {
                sum.uncounted += Int64(derived.fused.walking[index])
            }
        }
        return sum
    }

    /// Walking time of walks by day.
    private func dailyCredits() -> [Int64] {
        var days = [Int64](repeating: 0, count: derived.window.days.count)
        for walk in derived.walks {
            for credit in walk.credits {
                days[derived.window.dayIndex(of: credit.index)] += credit.milliseconds
            }
        }
        return days
    }

    /// What counts of coarse epochs, by day, one list an epoch.
    private func sharesByDay() -> [Int: [[CoarseFusion.Share]]] {
        var days: [Int: [[CoarseFusion.Share]]] = [:]
        for entry in derived.coarse.used where !entry.shares.isEmpty {
            let byDay = Dictionary(grouping: entry.shares) { derived.window.dayIndex(of: $0.index) }
            for (day, shares) in byDay { days[day, default: []].append(shares) }
        }
        return days
    }
}

/// The sums of one day while they are made.
struct DaySum {
    var steps: Int64?
    var stepping = SteppingBounds()
    /// The part of the central estimate that does not come from minutes.
    var estimated: Int64 = 0
    /// Walking of which nobody counted the steps, in milliseconds.
    var uncounted: Int64 = 0

    /// Adds what counts of one coarse epoch on the day.
    mutating func add(_ shares: [CoarseFusion.Share]) {
        let timed = shares.filter { $0.length > 0 }
        let bounds = SteppingBounds(
            steps: timed.reduce(0) { $0 + $1.steps },
            length: timed.reduce(0) { $0 + $1.length }
        )
        steps = shares.reduce(steps ?? 0) { $0 + $1.steps }
        stepping += bounds
        estimated += bounds.central
    }

    /// Adds what a total of the day has more than the finer records.
    ///
    /// Walking of which nobody counted the steps is in the total too: its time is taken off, so
    /// that a track and a total of one walk are not added up.
    mutating func add(_ total: DailyTotals.Total) {
        let excess = max(0, total.steps - (steps ?? 0))
        let bounds = SteppingBounds(steps: excess, length: total.length).without(uncounted)
        steps = (steps ?? 0) + excess
        stepping += bounds
        estimated += bounds.central
    }
}
