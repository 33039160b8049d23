/// Where anybody says that somebody moves, and the stretches in which one source must win.
struct ActivityBlocks {
    /// For each minute whether any source has an edge or core minute there, or declares a walk.
    let isActive: [Bool]
    /// Active minutes chained over short quiet gaps, in order (SESSIONS.md §8.6.2).
    let blocks: [Range<Int>]

    init(lanes: [MinuteLane], declared: [DeclaredWalk], count: Int, settings: SessionSettings) {
        var isActive = [Bool](repeating: false, count: count)
        for lane in lanes {
            let least = lane.isTime ? 12_000 : settings.edgeStepsPerMinute
            for (place, value) in lane.values.enumerated() where Int64(value) >= least {
                isActive[lane.range.lowerBound + place] = true
            }
        }
        for walk in declared {
            for index in walk.minutes { isActive[index] = true }
        }
        self.isActive = isActive
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
