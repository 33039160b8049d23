import Model

/// What the walks of a day make of what the plan asks for (PLAN.md §2.1).
struct PlanOutcome: Hashable, Sendable {
    /// What is asked for.
    let asked: PlanLevel
    /// The walks of the day that may serve: no runs.
    let walks: [Walk]
    /// Each target with its walk.
    let matching: TargetMatching
    /// Whether all of it was done.
    let isMet: Bool

    /// Looks at a day of a level.
    init(level: PlanLevel, sessions: [Walk]) {
        asked = level
        walks = sessions.filter { $0.kind == .walk }
        matching = TargetMatching(level.walks, with: walks)
        isMet =
            level.isTogether
            ? Self.total(walks) >= level.walks[0].enough
            : matching.marks.allSatisfy { $0 }
    }

    /// Looks at a flare-up day.
    init(flareUp: PlanLevel, sessions: [Walk]) {
        asked = flareUp
        walks = sessions.filter { $0.kind == .walk }
        matching = TargetMatching(flareUp.walks, with: walks)
        isMet = FlareUpSpacing(asked: flareUp.walks, sessions: sessions).isMet
    }

    /// The time walked towards the targets.
    var time: Milliseconds {
        asked.isTogether ? min(Self.total(walks), askedTime) : matching.time
    }

    /// The share of what was asked in whole per cent, floored.
    var percent: Int { Int(100 * time.count / askedTime.count) }

    /// What is asked in all, without tolerance.
    var askedTime: Milliseconds { asked.walks.map(\.least).reduce(.zero, +) }

    /// The time of all walks, without tolerance.
    var walkedTime: Milliseconds { Self.total(walks) }

    /// The targets in the plan's order, without marks on a day without data.
    func targets(isMarked: Bool) -> [PlanTarget] {
        let marks = asked.isTogether ? [isMet] : matching.marks
        let walks = zip(asked.walks, marks).map { walk, mark in
            PlanTarget(minutes: walk.minutes, upTo: walk.upTo, isMet: isMarked ? mark : nil)
        }
        let optional = asked.optional.map {
            PlanTarget(minutes: $0.minutes, upTo: $0.upTo, isOptional: true)
        }
        return walks + [optional].compactMap { $0 }
    }

    private static func total(_ walks: [Walk]) -> Milliseconds {
        walks.map(\.active).reduce(.zero, +)
    }
}
