package import Model

/// A walk as programs read it, in one line of JSON (COMMANDS.md §5).
package enum WalkJSON {
    /// Writes the line.
    ///
    /// - Parameters:
    ///   - walk: a walk, or a track that is none.
    ///   - date: the day it belongs to.
    ///   - person: whose walk it is.
    ///   - home: the zones whose offsets the times bear.
    /// - Returns: the line, without its end.
    package static func line(
        _ walk: Walk,
        date: CivilDay,
        person: String,
        home: HomeZones
    ) -> String {
        let head: JSONText.Members = [
            "date": .string(date.description),
            "person": .string(person),
        ]
        let clock = HomeClock(home)
        return JSONText.object(head, time(walk, clock), path(walk)).text
    }

    /// The walk inside of its day.
    static func object(_ walk: Walk, _ clock: HomeClock) -> JSONText {
        .object(time(walk, clock), path(walk))
    }

    private static func time(_ walk: Walk, _ clock: HomeClock) -> JSONText.Members {
        // Coarse records say nothing of pauses and cadence.
        let isEstimated = walk.quality == .estimated
        let bounds = isEstimated ? walk.activeBounds : nil
        return [
            "start": .string(clock.rfc3339(walk.start)),
            "end": .string(clock.rfc3339(walk.end)),
            "minutes": .tenths(walk.active.tenthsOfMinute),
            "minutesLow": bounds.map { .tenths($0.lowerBound.tenthsOfMinute) },
            "minutesHigh": bounds.map { .tenths($0.upperBound.tenthsOfMinute) },
            "pauseMinutes": isEstimated ? nil : walk.pause.map { .tenths($0.tenthsOfMinute) },
            "steps": walk.steps.map { .number($0.count) },
            "cadence": walk.cadence.map { .number($0) },
        ]
    }

    private static func path(_ walk: Walk) -> JSONText.Members {
        [
            "kind": .string(walk.kind.rawValue),
            "quality": .string(walk.quality.rawValue),
            "distanceMetres": walk.distance.map { .number($0.whole) },
            "climbMetres": walk.climb.map { .number($0.whole) },
            "sources": .array(walk.sources.map { .string($0) }),
            "open": walk.isOpen ? .yes : nil,
        ]
    }
}
