import Model

/// A walk in words.
enum WalkWords {
    /// When and how long, `07:02–07:23  21 min`, and what must be said besides.
    static func short(_ walk: Walk, _ clock: HomeClock) -> String {
        var text = "\(clock.span(walk.start, walk.end))  \(minutes(walk))"
        if walk.kind == .run { text += ", a run" }
        if walk.isOpen { text += ", may still go on" }
        return text
    }

    /// Time in motion; with its range when it is estimated, `≈ 10 min (7–17)`.
    static func minutes(_ walk: Walk) -> String {
        guard walk.quality == .estimated, let bounds = walk.activeBounds else {
            return walk.active.spoken
        }
        let range = "\(bounds.lowerBound.wholeMinutes)–\(bounds.upperBound.wholeMinutes)"
        return "≈ \(walk.active.spoken) (\(range))"
    }
}
