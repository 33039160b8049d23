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

    /// The time in motion before an instant of the walk, spread evenly (SESSIONS.md §8.10).
    func moving(before instant: Int64) -> Int64 {
        proportion(moving, min(max(instant, start), end) - start, of: end - start)
    }

    /// The steps before an instant of the walk, by cumulative floor.
    func steps(before instant: Int64) -> Int64 {
        proportion(steps ?? 0, min(max(instant, start), end) - start, of: end - start)
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

/// Which of the declared walks of one source count.
struct DeclaredWalks {
    let accepted: [DeclaredWalk]

    /// Takes the walks that touch a window, equal ones once, overlapping ones never.
    ///
    /// Of one interval the largest values hold; of walks that overlap the one with more time in
    /// motion counts, then the earlier, then the shorter.
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
        )
        let order = walks.sorted {
            ($1.moving, $0.start, $0.end) < ($0.moving, $1.start, $1.end)
        }
        var accepted: [DeclaredReading] = []
        for walk in order {
            let place = accepted.firstPlace { $0.start >= walk.end }
            guard place == 0 || accepted[place - 1].end <= walk.start else { continue }
            accepted.insert(walk, at: place)
        }
        self.accepted = accepted.compactMap { walk in
            let span = walk.start.milliseconds..<walk.end.milliseconds
            let minutes = window.indices(touching: span)
            guard !minutes.isEmpty else { return nil }
            let moving = min(max(0, walk.moving.count), span.upperBound - span.lowerBound)
            return DeclaredWalk(
                start: span.lowerBound,
                end: span.upperBound,
                moving: moving,
                steps: walk.steps.map { Int64(max(0, $0)) },
                source: source,
                minutes: minutes
            )
        }
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
