import Model

/// Finds walks in fused minutes (SESSIONS.md §8.4).
struct WalkRule {
    /// A maximal chain of core minutes, from the first to the last.
    struct Bout {
        var first: Int
        var last: Int
    }

    private let fused: FusedMinutes
    private let settings: SessionSettings
    /// The level of each minute; minutes that other walks took are quiet.
    private let levels: [MinuteLevel]
    private let isTaken: [Bool]

    /// Prepares the levels of all minutes.
    ///
    /// Nothing is chained over the minutes of declared and estimated walks; the list is empty when
    /// there are none.
    init(fused: FusedMinutes, isTaken: [Bool], settings: SessionSettings) {
        self.fused = fused
        self.settings = settings
        self.isTaken = isTaken
        levels = fused.witness.indices.map { index in
            guard fused.witness[index] != FusedMinutes.nobody,
                isTaken.isEmpty || !isTaken[index]
            else { return .quiet }
            return fused.walking[index] >= 0
                ? settings.level(walking: fused.walking[index])
                : settings.level(steps: fused.steps[index])
        }
    }

    /// All walks, in order; they share no minute.
    func walks() -> [MinuteWalk] {
        groups().flatMap { walks(in: $0) }
    }

    private func bouts() -> [Bout] {
        var bouts: [Bout] = []
        for index in levels.indices where levels[index] == .core {
            if let last = bouts.last, isChained(last.last, index, settings.boutGapMinutes) {
                bouts[bouts.count - 1].last = index
            } else {
                bouts.append(Bout(first: index, last: index))
            }
        }
        return bouts
    }

    private func groups() -> [ArraySlice<Bout>] {
        let bouts = bouts()
        var groups: [ArraySlice<Bout>] = []
        var first = 0
        for next in bouts.indices.dropFirst()
        where !isChained(bouts[next - 1].last, bouts[next].first, settings.sessionGapMinutes) {
            groups.append(bouts[first..<next])
            first = next
        }
        if !bouts.isEmpty { groups.append(bouts[first...]) }
        return groups
    }

    private func isChained(_ earlier: Int, _ later: Int, _ gap: Int64) -> Bool {
        guard Int64(later - earlier - 1) <= gap else { return false }
        return isTaken.isEmpty || !isTaken[earlier...later].contains(true)
    }

    /// Evaluates a group, and cuts it at its largest gaps when it is too thin (§8.4.4–6).
    private func walks(in group: ArraySlice<Bout>) -> [MinuteWalk] {
        let walk = evaluate(group)
        if group.count > 1, 2 * walk.active < walk.end - walk.start {
            return parts(of: group).flatMap { walks(in: $0) }
        }
        return walk.active >= settings.minimumActive.count ? [walk] : []
    }

    /// The parts of a group between all gaps that are equal to its largest.
    private func parts(of group: ArraySlice<Bout>) -> [ArraySlice<Bout>] {
        let cuts = group.indices.dropFirst()
        let largest = cuts.map { group[$0].first - group[$0 - 1].last }.max()
        var parts: [ArraySlice<Bout>] = []
        var first = group.startIndex
        for cut in cuts where group[cut].first - group[cut - 1].last == largest {
            parts.append(group[first..<cut])
            first = cut
        }
        parts.append(group[first...])
        return parts
    }
}

// MARK: - One group

extension WalkRule {
    private func evaluate(_ group: ArraySlice<Bout>) -> MinuteWalk {
        let doubledCadence = doubledMedian(of: group)
        var walk = MinuteWalk(doubledCadence: doubledCadence)
        var (cores, runs) = (0, 0)
        for minutes in creditedMinutes(of: group) {
            for index in minutes {
                let isRun = Int64(fused.steps[index]) >= settings.runStepsPerMinute
                walk.add(
                    credit(of: index, doubledCadence: doubledCadence),
                    at: index,
                    isRun: isRun,
                    steps: fused.steps[index]
                )
                guard levels[index] == .core else { continue }
                cores += 1
                runs += isRun ? 1 : 0
            }
        }
        walk.isRun = 2 * runs > cores
        return walk
    }

    /// The minutes of each bout, with the edge minutes beside it.
    private func creditedMinutes(of group: ArraySlice<Bout>) -> [Range<Int>] {
        var reached = 0
        return group.map { bout in
            let hasEdgeBefore = bout.first > reached && levels[bout.first - 1] == .edge
            let hasEdgeAfter = bout.last + 1 < levels.count && levels[bout.last + 1] == .edge
            let end = bout.last + (hasEdgeAfter ? 2 : 1)
            reached = end
            return bout.first - (hasEdgeBefore ? 1 : 0)..<end
        }
    }

    private func isInner(_ index: Int) -> Bool {
        index > 0 && index + 1 < levels.count && levels[index - 1] == .core
            && levels[index] == .core && levels[index + 1] == .core
    }

    /// Twice the median of the inner minutes that steps witness, else of all core minutes that
    /// steps witness; nothing when there are none.
    private func doubledMedian(of group: ArraySlice<Bout>) -> Int64? {
        var inner: [Int32] = []
        var core: [Int32] = []
        for bout in group {
            for index in bout.first...bout.last
            where levels[index] == .core && fused.walking[index] < 0 {
                core.append(fused.steps[index])
                if isInner(index) { inner.append(fused.steps[index]) }
            }
        }
        let values = (inner.isEmpty ? core : inner).sorted()
        guard !values.isEmpty else { return nil }
        return Int64(values[(values.count - 1) / 2]) + Int64(values[values.count / 2])
    }

    /// The part of a minute that counts, in milliseconds.
    private func credit(of index: Int, doubledCadence: Int64?) -> Int64 {
        if fused.walking[index] >= 0 { return Int64(fused.walking[index]) }
        if isInner(index) { return 60_000 }
        // Without a core minute of steps only the reference cadence of 100 can tell.
        let doubled = doubledCadence ?? 200
        return min(60_000, Int64(max(0, fused.steps[index])) * 120_000 / max(1, doubled))
    }
}
