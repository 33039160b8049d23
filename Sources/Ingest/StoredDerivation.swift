package import Model
package import Sessions
package import Store

/// Derives anew what is marked in the store, and no more than that (SESSIONS.md §8.4.9).
///
/// Blocks; one at a time, which the pipeline sees to.
package struct StoredDerivation: Sendable {
    /// Days that are derived and saved at a time, so that memory does not grow with the history.
    private static let daysAtATime = 30

    let store: WalkStore
    private let settings: SessionSettings
    private let home: HomeZones

    /// Makes a derivation over a store.
    package init(store: WalkStore, settings: SessionSettings, home: HomeZones) {
        self.store = store
        self.settings = settings
        self.home = home
    }

    /// Derives everything that is marked, for every person.
    ///
    /// - Parameters:
    ///   - now: the moment against which future readings are judged.
    ///   - cancellation: looked at between stretches of days; what is derived until then is saved.
    /// - Returns: the dates that were derived.
    /// - Throws: when the store cannot be read or written; the marks stay then.
    package func run(
        now: Instant,
        cancellation: Cancellation = Cancellation()
    ) throws -> [DerivedDates] {
        let derivation = derivation(at: now)
        try store.markRipened(to: derivation.plausibility.latest)
        var derived: [DerivedDates] = []
        for person in try store.persons() {
            let dates = try derive(store.markedDays(person: person), by: derivation, cancellation)
            derived += dates.map { DerivedDates(person: person, dates: $0) }
        }
        return derived
    }

    /// Says where the minutes of a day come from.
    package func receipt(of date: CivilDay, person: String, now: Instant) throws -> DayReceipt {
        let derivation = derivation(at: now)
        return try loading(date...date, of: person, derivation) { observations, loaded in
            derivation.receipt(of: date, from: observations, loaded: loaded)
        } ?? DayReceipt(date: date, entries: [])
    }

    /// The fused minutes of a range of dates that hold steps or walking, ascending.
    package func minutes(
        _ dates: ClosedRange<CivilDay>,
        person: String,
        now: Instant
    ) throws -> [MinuteFigure] {
        let derivation = derivation(at: now)
        return try loading(dates, of: person, derivation) { observations, loaded in
            derivation.minutes(dates, from: observations, loaded: loaded)
        } ?? []
    }

    /// Derives dates without saving them: what a reader sees under settings of its own.
    ///
    /// - Returns: the days, those without records too.
    package func days(
        _ dates: ClosedRange<CivilDay>,
        person: String,
        now: Instant
    ) throws -> [Day] {
        let derivation = derivation(at: now)
        return try dates.chunks(of: Self.daysAtATime).flatMap { chunk in
            try days(chunk, of: person, by: derivation)
        }
    }

    private func derivation(at now: Instant) -> Derivation {
        Derivation(settings: settings, home: home, plausibility: Plausibility(now: now))
    }

    // MARK: - Marked days

    /// Derives the marked UTC days and everything that hangs together with them.
    ///
    /// The marks go once all of it is saved: a crash in between derives some days once more.
    private func derive(
        _ marks: DayMarks,
        by derivation: Derivation,
        _ cancellation: Cancellation
    ) throws -> [ClosedRange<CivilDay>] {
        guard !marks.isEmpty else { return [] }
        let extent = try extent(of: marks.person, derivation)
        var derived: [ClosedRange<CivilDay>] = []
        for marked in marks.ranges {
            let touched = touched(by: marked)
            derived += try dropStale(touched, outside: extent, of: marks.person)
            guard let extent,
                let dates = try affected(by: touched, in: extent, of: marks.person, derivation)
            else { continue }
            try save(dates, of: marks.person, by: derivation, cancellation)
            derived.append(dates)
        }
        try store.clear(marks)
        return derived
    }

    /// Derives and saves dates, some at a time.
    private func save(
        _ dates: ClosedRange<CivilDay>,
        of person: String,
        by derivation: Derivation,
        _ cancellation: Cancellation
    ) throws {
        for chunk in dates.chunks(of: Self.daysAtATime) {
            try cancellation.check()
            let days = try days(chunk, of: person, by: derivation)
            try store.save(days, replacing: chunk, clearing: nil, person: person)
        }
    }

    private func days(
        _ dates: ClosedRange<CivilDay>,
        of person: String,
        by derivation: Derivation
    ) throws -> [Day] {
        try loading(dates, of: person, derivation) { observations, loaded in
            let outcome = derivation.days(dates, from: observations, loaded: loaded)
            guard case .days(let days) = outcome else { return nil }
            return days
        } ?? []
    }

    /// The dates at home that UTC days touch.
    private func touched(by marked: ClosedRange<CivilDay>) -> ClosedRange<CivilDay> {
        let dayLength: Int64 = 86_400_000
        let start = Instant(milliseconds: Int64(marked.lowerBound.daysSinceEpoch) * dayLength)
        let lastStart = Instant(milliseconds: Int64(marked.upperBound.daysSinceEpoch) * dayLength)
        let first = home.day(at: start)
        return first...max(first, home.day(at: lastStart.advanced(by: dayLength - 1)))
    }

    /// The dates whose figures a change of these dates can touch: out to the next quiet zones.
    private func affected(
        by touched: ClosedRange<CivilDay>,
        in extent: ClosedRange<CivilDay>,
        of person: String,
        _ derivation: Derivation
    ) throws -> ClosedRange<CivilDay>? {
        let first = max(touched.lowerBound, extent.lowerBound)
        let last = min(touched.upperBound, extent.upperBound)
        guard first <= last else { return nil }
        let before = try reach(of: first, in: extent, of: person, derivation)
        let after = first == last ? before : try reach(of: last, in: extent, of: person, derivation)
        return max(before.lowerBound, extent.lowerBound)...min(after.upperBound, extent.upperBound)
    }

    /// The dates around one that hold a quiet zone on either side of it.
    private func reach(
        of date: CivilDay,
        in extent: ClosedRange<CivilDay>,
        of person: String,
        _ derivation: Derivation
    ) throws -> ClosedRange<CivilDay> {
        try loading(date...date, of: person, derivation) { observations, loaded in
            let outcome = derivation.days(date...date, from: observations, loaded: loaded)
            guard case .days = outcome else { return nil }
            return loaded
        } ?? extent
    }

    // MARK: - Loading

    /// Loads the days around some dates, twice as many each time until the body is content.
    ///
    /// The body is given nothing as loaded dates once all that there is has been loaded; when it is
    /// not content even then, neither is this.
    private func loading<Result>(
        _ dates: ClosedRange<CivilDay>,
        of person: String,
        _ derivation: Derivation,
        _ body: (Observations, ClosedRange<CivilDay>?) -> Result?
    ) throws -> Result? {
        let extent = try extent(of: person, derivation)
        var margin = 1
        while true {
            let first = dates.lowerBound.advanced(by: -margin)
            let last = dates.upperBound.advanced(by: margin)
            let isAll = extent.map { first <= $0.lowerBound && $0.upperBound <= last } ?? true
            let span = home.start(of: first)..<home.start(of: last.advanced(by: 1))
            let observations = try store.observations(
                person: person,
                in: span,
                limits: derivation.plausibility
            )
            if let result = body(observations, isAll ? nil : first...last) { return result }
            if isAll { return nil }
            margin *= 2
        }
    }

    /// The first and last date that any plausible observation of a person touches.
    private func extent(
        of person: String,
        _ derivation: Derivation
    ) throws -> ClosedRange<CivilDay>? {
        let limits = derivation.plausibility
        guard let span = try store.allObservationSpan(person: person, limits: limits) else {
            return nil
        }
        return home.day(at: span.lowerBound)...home.day(at: span.upperBound)
    }
}
