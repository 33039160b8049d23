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
        return derived.window.days.indices.compactMap { place in
            let day = derived.window.days[place]
            guard dates.contains(day.date), !day.minutes.isEmpty else { return nil }
            return figures(of: place, walking: credits[place])
        }
    }

    private func figures(of place: Int, walking: Int64) -> Day {
        let day = derived.window.days[place]
        var result = Day(date: day.date, zoneName: home.zone(on: day.date).name)
        let known = derived.evidence.coverage.known
        result.coveredMinutes = day.minutes.reduce(0) { $0 + (known[$1] ? 1 : 0) }
        result.coverage = coverage(result.coveredMinutes)
        guard result.coverage != .none else { return result }
        let sum = DaySum.whole(place, in: derived)
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

    private func coverage(_ minutes: Int) -> Model.Coverage {
        if minutes == 0 { return .none }
        return minutes < Self.leastRecordedMinutes ? .partial : .recorded
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
}
