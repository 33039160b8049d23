import Model
import Sessions
import TestSupport

/// Invented observations around one day, and what is derived from them.
struct Scene {
    /// The day on which scenes play.
    static let date = CivilDay(daysSinceEpoch: 20_523)

    var observations = Observations()
    var settings = SessionSettings()
    var home = HomeZones(.utc)
    var plausibility = Plausibility(now: Instant(seconds: 1_900_000_000))

    /// The index of a source, which is added when it is new.
    mutating func source(
        _ name: String,
        _ kind: SourceKind = .watch,
        omitsZeros: Bool = false,
        resetsDaily: Bool = false,
        modulus: Int64? = nil
    ) -> SourceIndex {
        let source = Source(
            name: name,
            kind: kind,
            omitsZeros: omitsZeros,
            resetsDaily: resetsDaily,
            counterModulus: modulus
        )
        if let index = observations.sources.firstIndex(of: source) { return SourceIndex(index) }
        observations.sources.append(source)
        return SourceIndex(observations.sources.count - 1)
    }

    /// Adds one count an interval, one after the other.
    mutating func add(
        _ steps: [Int32?],
        from start: Instant,
        every minutes: Int64 = 1,
        source: SourceIndex,
        file: Int32 = 0
    ) {
        for (place, count) in steps.enumerated() {
            guard let count else { continue }
            let begin = start.advanced(by: Int64(place) * minutes * 60_000)
            add(count, begin, begin.advanced(by: minutes * 60_000), source: source, file: file)
        }
    }

    /// Adds one count.
    mutating func add(
        _ steps: Int32,
        _ start: Instant,
        _ end: Instant,
        source: SourceIndex,
        file: Int32 = 0
    ) {
        let line = Int32(observations.steps.count + 2)
        observations.steps.append(
            Observed(
                StepReading(start: start, end: end, steps: steps, line: line, source: source),
                file: file
            )
        )
    }

    /// Adds looks at a counter.
    mutating func count(_ samples: [(Instant, Int64)], source: SourceIndex, file: Int32 = 0) {
        for (time, value) in samples {
            let line = Int32(observations.counters.count + 2)
            observations.counters.append(
                Observed(
                    CounterReading(time: time, value: value, line: line, source: source),
                    file: file
                )
            )
        }
    }

    /// Adds a declared walk.
    mutating func declare(
        _ start: Instant,
        _ end: Instant,
        moving: Int64,
        steps: Int32? = nil,
        source: SourceIndex,
        file: Int32 = 0
    ) {
        let line = Int32(observations.declared.count + 2)
        observations.declared.append(
            Observed(
                DeclaredReading(
                    start: start,
                    end: end,
                    moving: Milliseconds(moving),
                    steps: steps,
                    line: line,
                    source: source
                ),
                file: file
            )
        )
    }

    var derivation: Derivation {
        Derivation(settings: settings, home: home, plausibility: plausibility)
    }

    /// The days of some dates, everything being loaded.
    func days(_ dates: ClosedRange<CivilDay> = date...date) -> [Day] {
        guard case .days(let days) = derivation.days(dates, from: observations) else { return [] }
        return days
    }

    /// The day of the scene.
    var day: Day { days().first ?? Day(date: Self.date, zoneName: "missing") }

    /// The walks of the scene's day.
    var walks: [Walk] { day.walks }

    /// A scene with one watch that counts from a time on.
    static func watch(_ steps: [Int32?], from time: String) -> Scene {
        var scene = Scene()
        let watch = scene.source("watch")
        scene.add(steps, from: at(time), source: watch)
        return scene
    }
}

/// A date, from how ISO 8601 writes it.
func date(_ text: String) -> CivilDay {
    CivilDay(iso: text) ?? CivilDay(daysSinceEpoch: 0)
}

/// An instant of the scene's day, or of another, in UTC, from `hh:mm`, `hh:mm:ss` or
/// `hh:mm:ss.SSS`.
func at(_ time: String, _ date: CivilDay = Scene.date) -> Instant {
    let parts = time.split { $0 == ":" || $0 == "." }.map { Int64($0) ?? 0 }
    let units: [Int64] = [3_600_000, 60_000, 1000, 1]
    let sum = zip(parts, units).reduce(0) { $0 + $1.0 * $1.1 }
    return Instant(milliseconds: Int64(date.daysSinceEpoch) * 86_400_000 + sum)
}

/// A count, so many times over.
func times(_ count: Int, _ steps: Int32) -> [Int32?] {
    [Int32?](repeating: steps, count: count)
}
