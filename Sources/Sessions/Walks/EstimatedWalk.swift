/// A run of marked coarse epochs (SESSIONS.md §8.5).
struct EstimatedWalk {
    private(set) var epochs: [CoarseEpoch]

    /// The runs of epochs that hold a walk, each at least so long in motion.
    static func walks(in fusion: CoarseFusion, minimumActive: Int64) -> [EstimatedWalk] {
        var walks: [EstimatedWalk] = []
        for entry in fusion.used where entry.isMarked {
            if let last = walks.last, last.end == entry.epoch.start {
                walks[walks.count - 1].epochs.append(entry.epoch)
            } else {
                walks.append(EstimatedWalk(epochs: [entry.epoch]))
            }
        }
        return walks.filter { $0.bounds.central >= minimumActive }
    }

    var start: Int64 { epochs.first?.start ?? 0 }
    var end: Int64 { epochs.last?.end ?? 0 }
    var steps: Int64 { epochs.reduce(0) { $0 + $1.steps } }

    /// The time in motion with its bounds, in milliseconds.
    var bounds: SteppingBounds {
        epochs.reduce(into: SteppingBounds()) {
            $0 += SteppingBounds(steps: $1.steps, length: $1.length)
        }
    }

    /// The central estimate of each minute that the walk touches, spread by cumulative floor.
    func credits(in window: MinuteWindow) -> [(index: Int, milliseconds: Int64)] {
        epochs.flatMap { epoch in
            let active = SteppingBounds(steps: epoch.steps, length: epoch.length).central
            func before(_ instant: Int64) -> Int64 {
                let reached = min(max(instant, epoch.start), epoch.end) - epoch.start
                return proportion(active, reached, of: epoch.length)
            }
            return window.indices(touching: epoch.span).map { index in
                (index, before(window.start(of: index + 1)) - before(window.start(of: index)))
            }
        }
    }
}
