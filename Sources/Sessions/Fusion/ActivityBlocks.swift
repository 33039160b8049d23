/// Where anybody says that somebody moves, and the stretches in which one source must win.
struct ActivityBlocks {
    /// For each minute whether any source has an edge or core minute there, or declares a walk.
    let isActive: [Bool]
    /// Who that is.
    let active: MinuteSpeakers
    /// Active minutes chained over short quiet gaps, in order (SESSIONS.md §8.6.2).
    let blocks: [Range<Int>]

    init(lanes: [MinuteLane], declared: [DeclaredWalk], count: Int, settings: SessionSettings) {
        var active = MinuteSpeakers(count: count)
        for lane in lanes {
            let least = lane.isTime ? 12_000 : settings.edgeStepsPerMinute
            for (place, value) in lane.values.enumerated() where Int64(value) >= least {
                active.note(lane, at: lane.range.lowerBound + place)
            }
        }
        for walk in declared {
            for index in walk.minutes { active.noteOther(at: index) }
        }
        let isActive = (0..<count).map { active.isAnybody(at: $0) }
        self.isActive = isActive
        self.active = active
        blocks = Self.chain(isActive, over: Int(clamping: settings.boutGapMinutes))
    }

    private static func chain(_ isActive: [Bool], over gap: Int) -> [Range<Int>] {
        var blocks: [Range<Int>] = []
        for index in isActive.indices where isActive[index] {
            if let last = blocks.last, index - last.upperBound <= gap {
                blocks[blocks.count - 1] = last.lowerBound..<index + 1
            } else {
                blocks.append(index..<index + 1)
            }
        }
        return blocks
    }
}
