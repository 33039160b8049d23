/// A walk as the minutes tell it, in indices of the window.
struct MinuteWalk {
    /// What one minute gives to the walk.
    struct Credit {
        let index: Int
        let milliseconds: Int32
        let isRun: Bool
    }

    /// The credited minutes, ascending.
    private(set) var credits: [Credit] = []
    /// Time in motion, and the part of it that was run, in milliseconds.
    private(set) var active: Int64 = 0
    private(set) var running: Int64 = 0
    /// The steps of the credited minutes; nothing when nobody counted.
    private(set) var steps: Int64?
    /// Typical cadence times two; nothing when no steps witness a core minute.
    let doubledCadence: Int64?
    /// Whether most core minutes were run.
    var isRun = false

    init(doubledCadence: Int64?) {
        self.doubledCadence = doubledCadence
    }

    /// Adds a minute; minutes come in order.
    mutating func add(_ milliseconds: Int64, at index: Int, isRun: Bool, steps count: Int32) {
        credits.append(
            Credit(index: index, milliseconds: Int32(clamping: milliseconds), isRun: isRun)
        )
        active += milliseconds
        if isRun { running += milliseconds }
        if count >= 0 { steps = (steps ?? 0) + Int64(count) }
    }

    /// The beginning in milliseconds after the beginning of the window: the first minute counts
    /// from behind, so that a walk that begins in its middle begins there.
    var start: Int64 {
        credits.first.map { Int64($0.index + 1) * 60_000 - Int64($0.milliseconds) } ?? 0
    }

    /// The end in milliseconds after the beginning of the window.
    var end: Int64 {
        credits.last.map { Int64($0.index) * 60_000 + Int64($0.milliseconds) } ?? 0
    }
}
