import Model

/// A declared walk that counts, and the minutes of the window that it touches.
struct DeclaredWalk {
    let start: Int64
    let end: Int64
    let moving: Int64
    let steps: Int64?
    /// The place of the source in `NamedSources.all`.
    let source: Int
    let minutes: Range<Int>

    /// From its beginning to its end.
    var span: Range<Int64> { start..<end }

    /// The time in motion before an instant of the walk, spread evenly (SESSIONS.md §8.10).
    func moving(before instant: Int64) -> Int64 {
        proportion(moving, min(max(instant, start), end) - start, of: end - start)
    }

    /// The steps before an instant of the walk, by cumulative floor.
    func steps(before instant: Int64) -> Int64 {
        proportion(steps ?? 0, min(max(instant, start), end) - start, of: end - start)
    }

    /// The part of the walk in some of its time, with its share of motion and steps.
    func clipped(to part: Range<Int64>, window: MinuteWindow) -> DeclaredWalk {
        guard part != span else { return self }
        return DeclaredWalk(
            start: part.lowerBound,
            end: part.upperBound,
            moving: moving(before: part.upperBound) - moving(before: part.lowerBound),
            steps: steps.map { _ in steps(before: part.upperBound) - steps(before: part.lowerBound)
            },
            source: source,
            minutes: window.indices(touching: part)
        )
    }

    /// Adds the walk to the lane of its source.
    func add(to lane: inout MinuteLane, window: MinuteWindow) {
        for index in minutes {
            let (from, to) = (window.start(of: index), window.start(of: index + 1))
            lane.add(moving(before: to) - moving(before: from), at: index)
            guard steps != nil else { continue }
            lane.addDeclared(steps: steps(before: to) - steps(before: from), at: index)
        }
    }
}

extension DeclaredWalk {
    /// All of a walk that a source declares and that ends after it begins; its time in motion is
    /// held at its time.
    fileprivate init(_ reading: DeclaredReading, source: Int, window: MinuteWindow) {
        let span = reading.start.milliseconds..<reading.end.milliseconds
        self.init(
            start: span.lowerBound,
            end: span.upperBound,
            moving: min(max(0, reading.moving.count), span.upperBound - span.lowerBound),
            steps: reading.steps.map { Int64(max(0, $0)) },
            source: source,
            minutes: window.indices(touching: span)
        )
    }
}

/// What counts of the declared walks of one source.
struct DeclaredWalks {
    /// By start; no two overlap.
    let accepted: [DeclaredWalk]

    /// Takes the walks that touch a window, equal ones once, and no time twice.
    ///
    /// Of one interval the largest values hold; of walks that overlap the one with more time in
    /// motion counts whole, then the earlier, then the shorter; of the others what is left
    /// uncovered.
    init(
        _ readings: [DeclaredReading],
        source: Int,
        window: MinuteWindow,
        plausibility: Plausibility
    ) {
        let walks = Self.distinct(
            readings.filter { reading in
                reading.counts(plausibility)
                    && reading.start.milliseconds < window.span.upperBound
                    && reading.end.milliseconds > window.span.lowerBound
            }
        ).map { DeclaredWalk($0, source: source, window: window) }
        let order = walks.sorted {
            ($1.moving, $0.start, $0.end) < ($0.moving, $1.start, $1.end)
        }
        var claimed = ClaimedTime()
        var accepted: [DeclaredWalk] = []
        for walk in order {
            accepted += claimed.free(in: walk.span).map { walk.clipped(to: $0, window: window) }
            claimed.claim(walk.span)
        }
        self.accepted = accepted.filter { !$0.minutes.isEmpty }.sorted { $0.start < $1.start }
    }

    private static func distinct(_ readings: [DeclaredReading]) -> [DeclaredReading] {
        var byInterval: [Range<Instant>: DeclaredReading] = [:]
        for reading in readings {
            let interval = reading.start..<reading.end
            byInterval[interval] = byInterval[interval].map { $0.larger(reading) } ?? reading
        }
        return Array(byInterval.values)
    }
}

extension DeclaredReading {
    /// The largest values of two declarations of one interval.
    fileprivate func larger(_ other: DeclaredReading) -> DeclaredReading {
        DeclaredReading(
            start: start,
            end: end,
            moving: max(moving, other.moving),
            steps: [steps, other.steps].compactMap(\.self).max(),
            line: line,
            source: source
        )
    }
}
