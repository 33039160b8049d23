import Model

/// Which walking plans are possible (PLAN.md §2).
enum PlanCheck {
    /// Every problem of a plan, in the order of its levels; the flare-up day comes last.
    static func problems(of levels: [PlanLevel], flareUp: [AskedWalk]?) -> [PlanProblem] {
        var found: [PlanProblem] = []
        if levels.isEmpty {
            found.append(PlanProblem(place: .plan, key: .level, reason: .noLevels))
        }
        for (index, level) in levels.enumerated() {
            found += problems(
                of: level,
                isLast: index == levels.count - 1,
                at: .level(index)
            )
        }
        return found + (flareUp.map { problems(of: $0, at: .flareUp) } ?? [])
    }

    private static func problems(
        of level: PlanLevel,
        isLast: Bool,
        at place: PlanProblem.Place
    ) -> [PlanProblem] {
        var found: [PlanProblem] = []
        if let reason = complaint(about: level.days, isLast: isLast) {
            found.append(PlanProblem(place: place, key: .days, reason: reason))
        }
        found += problems(of: level.walks, at: place)
        if let reason = level.optional.flatMap(complaint) {
            found.append(PlanProblem(place: place, key: .optional, reason: reason))
        }
        return found + [shapeProblem(of: level, at: place)].compactMap { $0 }
    }

    /// What is wrong with the walks of a day.
    private static func problems(
        of walks: [AskedWalk],
        at place: PlanProblem.Place
    ) -> [PlanProblem] {
        guard !walks.isEmpty else {
            return [PlanProblem(place: place, key: .walks, reason: .noWalks)]
        }
        return walks.enumerated().compactMap { item, walk in
            complaint(about: walk, at: place).map {
                PlanProblem(place: place, key: .walks, item: item, reason: $0)
            }
        }
    }

    private static func complaint(about walk: AskedWalk) -> PlanProblem.Reason? {
        let upTo = walk.upTo ?? walk.minutes
        for minutes in [walk.minutes, upTo] where !AskedWalk.possibleMinutes.contains(minutes) {
            return .minutesOutOfRange(minutes)
        }
        return upTo < walk.minutes ? .upsideDown(walk) : nil
    }

    private static func complaint(
        about walk: AskedWalk,
        at place: PlanProblem.Place
    ) -> PlanProblem.Reason? {
        if let reason = complaint(about: walk) { return reason }
        let isTooLong = place == .flareUp && walk.enough > FlareUpSpacing.longest
        return isTooLong ? .tooLongForAFlareUp(walk.minutes) : nil
    }

    private static func complaint(about days: Int?, isLast: Bool) -> PlanProblem.Reason? {
        switch days {
        case nil: isLast ? nil : .daysMissing
        case .some where isLast: .daysOfLastLevel
        case .some(let days): days < 1 ? .daysTooFew(days) : nil
        }
    }

    private static func shapeProblem(
        of level: PlanLevel,
        at place: PlanProblem.Place
    ) -> PlanProblem? {
        if level.optional != nil, level.isTogether {
            return PlanProblem(place: place, key: .together, reason: .optionalAndTogether)
        }
        // A level without any walk has a problem of its own.
        guard level.walks.count > 1, level.optional != nil || level.isTogether else { return nil }
        let key = level.isTogether ? PlanProblem.Key.together : .optional
        return PlanProblem(place: place, key: key, reason: .needsOneWalk)
    }
}
