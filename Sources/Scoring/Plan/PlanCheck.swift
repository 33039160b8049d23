/// Which walking plans are possible (PLAN.md §2).
enum PlanCheck {
    /// Looks at all levels in order and throws the first problem.
    static func check(_ levels: [PlanLevel]) throws(PlanProblem) {
        guard !levels.isEmpty else {
            throw PlanProblem(place: .plan, key: .level, reason: .noLevels)
        }
        for (index, level) in levels.enumerated() {
            let place = PlanProblem.Place.level(index)
            try checkDays(level.days, isLast: index == levels.count - 1, at: place)
            try check(level.walks, at: place)
            if let optional = level.optional {
                try check(optional, at: place, key: .optional, item: nil)
            }
            try checkShape(level, at: place)
        }
    }

    /// Looks at the walks of a day.
    static func check(
        _ walks: [AskedWalk],
        at place: PlanProblem.Place
    ) throws(PlanProblem) {
        guard !walks.isEmpty else {
            throw PlanProblem(place: place, key: .walks, reason: .noWalks)
        }
        for (item, walk) in walks.enumerated() {
            try check(walk, at: place, key: .walks, item: item)
        }
    }

    private static func check(
        _ walk: AskedWalk,
        at place: PlanProblem.Place,
        key: PlanProblem.Key,
        item: Int?
    ) throws(PlanProblem) {
        for minutes in [walk.minutes, walk.upTo ?? walk.minutes]
        where !AskedWalk.possibleMinutes.contains(minutes) {
            throw PlanProblem(
                place: place,
                key: key,
                item: item,
                reason: .minutesOutOfRange(minutes)
            )
        }
        if let upTo = walk.upTo, upTo < walk.minutes {
            throw PlanProblem(place: place, key: key, item: item, reason: .upsideDown(walk))
        }
    }

    private static func checkDays(
        _ days: Int?,
        isLast: Bool,
        at place: PlanProblem.Place
    ) throws(PlanProblem) {
        let reason: PlanProblem.Reason? =
            switch days {
            case nil: isLast ? nil : .daysMissing
            case .some where isLast: .daysOfLastLevel
            case .some(let days): days < 1 ? .daysTooFew(days) : nil
            }
        if let reason { throw PlanProblem(place: place, key: .days, reason: reason) }
    }

    private static func checkShape(
        _ level: PlanLevel,
        at place: PlanProblem.Place
    ) throws(PlanProblem) {
        if level.optional != nil, level.isTogether {
            throw PlanProblem(place: place, key: .together, reason: .optionalAndTogether)
        }
        guard level.walks.count != 1 else { return }
        if level.optional != nil {
            throw PlanProblem(place: place, key: .optional, reason: .needsOneWalk)
        }
        if level.isTogether {
            throw PlanProblem(place: place, key: .together, reason: .needsOneWalk)
        }
    }
}
