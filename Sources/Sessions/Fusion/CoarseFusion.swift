/// Decides which coarse epochs count, and where (SESSIONS.md §8.5, §8.6.8, §8.10).
struct CoarseFusion {
    /// What of one epoch counts on one day, or as steps only.
    struct Share {
        let index: Int
        let steps: Int64
        /// Milliseconds of the minute that it speaks of; 0 when somebody else knows the time.
        let length: Int64
    }

    /// An epoch and what of it counts, by minutes.
    struct Used {
        let epoch: CoarseEpoch
        /// Whether it is uncut, by finer records of its source and by better-ranked epochs.
        let isWhole: Bool
        /// Whether it is dense enough to hold a walk, alone or with a neighbour.
        var isMarked = false
        var shares: [Share] = []
    }

    /// The epochs of which something counts or that touch the window, by start.
    private(set) var used: [Used] = []

    private let window: MinuteWindow
    private let coverage: MinuteCoverage
    private let active: MinuteSpeakers
    private let isVehicle: [Bool]

    /// Settles all epochs.
    ///
    /// Active are minutes in which any fine source has an edge or core minute; in the minutes of a
    /// vehicle steps are none. What an epoch's own source says in finer records is no matter here:
    /// the epoch is what those left free.
    init(
        _ epochs: [CoarseEpoch],
        window: MinuteWindow,
        coverage: MinuteCoverage,
        active: MinuteSpeakers,
        isVehicle: [Bool]
    ) {
        self.window = window
        self.coverage = coverage
        self.active = active
        self.isVehicle = isVehicle
        guard !epochs.isEmpty else { return }
        claim(epochs.sorted { $0.precedes($1) })
        used.sort { ($0.epoch.start, $0.epoch.end) < ($1.epoch.start, $1.epoch.end) }
        mark()
        for index in used.indices where used[index].isMarked { takeWhole(index) }
    }

    /// The epochs that touch some minutes, by start.
    func used(touching minutes: Range<Int>) -> ArraySlice<Used> {
        let (start, end) = (
            window.start(of: minutes.lowerBound), window.start(of: minutes.upperBound)
        )
        // No epoch is longer than an hour.
        let first = used.firstPlace { $0.epoch.start > start - 3_600_001 }
        let last = used.firstPlace { $0.epoch.start >= end }
        return used[first..<max(first, last)]
    }

    /// The minutes of marked epochs: what fine sources say there does not count.
    var replacedMinutes: [Range<Int>] {
        used.filter(\.isMarked).map { window.indices(touching: $0.epoch.span) }
    }

    /// Takes what fine sources say out of the minutes of marked epochs.
    ///
    /// Where an epoch begins or ends within a minute, its own source may count the rest of that
    /// minute in a finer record, and those steps stay.
    func replaceMinutes(of fused: inout FusedMinutes, lanes: [MinuteLane]) {
        let marked = used.filter(\.isMarked)
        guard !marked.isEmpty else { return }
        for minutes in replacedMinutes {
            for index in minutes { fused.clear(index) }
        }
        for entry in marked {
            let own = lanes.firstIndex {
                $0.source == entry.epoch.source && $0.channel == .steps
            }
            guard let own else { continue }
            for index in window.indices(touching: entry.epoch.span)
            where lanes[own][index] != MinuteLane.absent
                && fused.witness[index] == FusedMinutes.nobody
            {
                fused.take(lanes[own], at: own, index)
            }
        }
    }

    /// Gives every epoch, the best-ranked first, the time that no better one claimed.
    private mutating func claim(_ epochs: [CoarseEpoch]) {
        var claimed = ClaimedTime()
        for epoch in epochs {
            let free = claimed.free(in: epoch.span)
            claimed.claim(epoch.span)
            used.append(
                Used(
                    epoch: epoch,
                    isWhole: epoch.isUncut && free == [epoch.span],
                    shares: free.flatMap { shares(of: epoch, in: $0) }
                )
            )
        }
    }

    /// What of a stretch of an epoch counts: the minutes that no finer record of others tells.
    private func shares(of epoch: CoarseEpoch, in stretch: Range<Int64>) -> [Share] {
        window.indices(touching: stretch).compactMap { index in
            guard !isKnown(index, but: epoch.source) else { return nil }
            let from = max(stretch.lowerBound, window.start(of: index))
            let to = min(stretch.upperBound, window.start(of: index + 1))
            let isTimeKnown = coverage.fine.isAnybody(but: epoch.source, at: index)
            return Share(
                index: index,
                steps: epoch.steps(before: to) - epoch.steps(before: from),
                length: isTimeKnown ? 0 : to - from
            )
        }
    }

    /// Whether finer records of others say all that there is to say about the steps of a minute.
    private func isKnown(_ index: Int, but source: Int) -> Bool {
        coverage.fineSteps.isAnybody(but: source, at: index)
            || (!isVehicle.isEmpty && isVehicle[index])
    }

    /// Marks epochs that hold a walk (SESSIONS.md §8.5).
    private mutating func mark() {
        var last: Int?
        for index in used.indices where canBeMarked(used[index]) {
            let epoch = used[index].epoch
            if epoch.isDense { used[index].isMarked = true }
            if let last, used[last].epoch.isDensePair(with: epoch) {
                used[last].isMarked = true
                used[index].isMarked = true
            }
            last = index
        }
    }

    private func canBeMarked(_ entry: Used) -> Bool {
        guard entry.isWhole else { return false }
        return !window.indices(touching: entry.epoch.span).contains { index in
            active.isAnybody(but: entry.epoch.source, at: index)
                || (!isVehicle.isEmpty && isVehicle[index])
        }
    }

    private mutating func takeWhole(_ place: Int) {
        let epoch = used[place].epoch
        used[place].shares = window.indices(touching: epoch.span).map { index in
            let from = max(epoch.start, window.start(of: index))
            let to = min(epoch.end, window.start(of: index + 1))
            return Share(
                index: index,
                steps: epoch.steps(before: to) - epoch.steps(before: from),
                length: to - from
            )
        }
    }
}

extension CoarseEpoch {
    /// The stretch.
    var span: Range<Int64> { start..<end }

    /// The order in which epochs claim time.
    fileprivate func precedes(_ other: CoarseEpoch) -> Bool {
        (rank, source, length, start) < (other.rank, other.source, other.length, other.start)
    }

    /// Whether it holds a walk by itself.
    var isDense: Bool { steps * 60_000 >= Self.leastDense(length) }

    /// Whether two epochs of one length, one after the other, hold a walk together.
    func isDensePair(with next: CoarseEpoch) -> Bool {
        let least = Self.leastDense(2 * length)
        return end == next.start && length == next.length
            && (steps + next.steps) * 60_000 >= least
            && 4 * min(steps, next.steps) * 60_000 >= least
    }

    /// Whether it may hold a walk, whatever its neighbours say.
    var isPerhapsDense: Bool { 4 * steps * 60_000 >= Self.leastDense(2 * length) }

    /// N_core of a length, times 60 000 (SESSIONS.md §8.5): 300, 600, 900, 1500 steps at 5, 15, 30
    /// and 60 minutes, and straight lines between.
    private static func leastDense(_ length: Int64) -> Int64 {
        if length <= 300_000 { return 60 * length }
        if length <= 900_000 { return 300 * 60_000 + 30 * (length - 300_000) }
        return 600 * 60_000 + 20 * (length - 900_000)
    }
}
