import Model

/// Makes walks as people see them out of what the rules found.
struct WalkAssembly {
    let window: MinuteWindow
    let evidence: MinuteEvidence
    let fused: FusedMinutes
    let prepared: PreparedObservations
    let settings: SessionSettings

    /// All walks that touch the window, by start, then end.
    func walks(coarse: CoarseFusion) -> [DerivedWalk] {
        let winning = evidence.declared.filter(wins)
        let estimates = EstimatedWalk.walks(in: coarse, minimumActive: settings.minimumActive.count)
        let taken =
            winning.map(\.minutes) + estimates.map { window.indices(touching: $0.start..<$0.end) }
        var isTaken: [Bool] = []
        if !taken.isEmpty {
            isTaken = [Bool](repeating: false, count: window.count)
            for index in taken.joined() { isTaken[index] = true }
        }
        let rule = WalkRule(fused: fused, isTaken: isTaken, settings: settings)
        var walks = rule.walks().map(measured)
        // A shorter one counts by its minutes only (PLAN.md §3).
        walks += winning.filter { $0.moving >= settings.minimumActive.count }.map(declared)
        walks += estimates.map(estimated)
        return walks.sorted {
            ($0.walk.start, $0.walk.end) < ($1.walk.start, $1.walk.end)
        }
    }

    /// Whether a declared walk is the witness of its own minutes.
    private func wins(_ walk: DeclaredWalk) -> Bool {
        walk.minutes.allSatisfy { index in
            guard fused.witness[index] != FusedMinutes.nobody else { return false }
            let lane = evidence.lanes[Int(fused.witness[index])]
            return lane.channel == .declared && lane.source == walk.source
        }
    }

    private func measured(_ found: MinuteWalk) -> DerivedWalk {
        let origin = window.start(of: 0)
        let span = origin + found.start..<origin + found.end
        var walk = Walk(
            start: Instant(milliseconds: span.lowerBound),
            end: Instant(milliseconds: span.upperBound),
            active: Milliseconds(found.active),
            running: Milliseconds(found.running),
            pause: Milliseconds(span.upperBound - span.lowerBound - found.active),
            steps: found.steps.map { Steps($0) },
            doubledCadence: found.doubledCadence.map { Int32(clamping: $0) },
            kind: found.isRun ? .run : .walk
        )
        let witnesses = found.credits.flatMap { credit in
            [fused.witness[credit.index], fused.stepWitness[credit.index]]
        }
        return finished(
            &walk,
            lanes: witnesses,
            credits: found.credits.filter { !$0.isRun }.map {
                ($0.index, Int64($0.milliseconds))
            }
        )
    }

    private func declared(_ found: DeclaredWalk) -> DerivedWalk {
        let attached = attachedSteps(in: found.minutes)
        let witnesses = found.minutes.map { fused.witness[$0] } + attached.keys
        let steps = found.steps ?? attached.values.reduce(0, +)
        var walk = Walk(
            start: Instant(milliseconds: found.start),
            end: Instant(milliseconds: found.end),
            active: Milliseconds(found.moving),
            pause: Milliseconds(found.end - found.start - found.moving),
            steps: steps > 0 ? Steps(steps) : nil,
            quality: .declared
        )
        let credits = found.minutes.map { index in
            let to = found.moving(before: window.start(of: index + 1))
            return (index: index, milliseconds: to - found.moving(before: window.start(of: index)))
        }
        return finished(&walk, lanes: witnesses, credits: credits)
    }

    /// The steps of some minutes by the lane that counted them; who recorded zeros counted none.
    private func attachedSteps(in minutes: Range<Int>) -> [Int32: Int64] {
        minutes.reduce(into: [:]) { counted, index in
            guard fused.steps[index] > 0 else { return }
            counted[fused.stepWitness[index], default: 0] += Int64(fused.steps[index])
        }
    }

    private func estimated(_ found: EstimatedWalk) -> DerivedWalk {
        let bounds = found.bounds
        let names = Set(found.epochs.map(\.source))
        let walk = Walk(
            start: Instant(milliseconds: found.start),
            end: Instant(milliseconds: found.end),
            active: Milliseconds(bounds.central),
            activeBounds: Milliseconds(bounds.low)...Milliseconds(bounds.high),
            steps: Steps(found.steps),
            quality: .estimated,
            isOpen: isOpen(end: found.end, sources: names),
            sources: names.sorted().map { prepared.sources.all[$0].name }
        )
        return DerivedWalk(
            walk: walk,
            minutes: window.indices(touching: found.start..<found.end),
            credits: found.credits(in: window)
        )
    }

    /// Adds who witnesses the walk, whether it may grow, and what a track says of it.
    private func finished(
        _ walk: inout Walk,
        lanes: [Int32],
        credits: [(index: Int, milliseconds: Int64)]
    ) -> DerivedWalk {
        let places = Set(lanes).subtracting([FusedMinutes.nobody])
        let names = Set(places.map { evidence.lanes[Int($0)].source })
        walk.sources = names.sorted().map { prepared.sources.all[$0].name }
        // Who declares a walk has told all of it.
        walk.isOpen =
            walk.quality != .declared && isOpen(end: walk.end.milliseconds, sources: names)
        attachFigures(to: &walk)
        let span = walk.start.milliseconds..<walk.end.milliseconds
        return DerivedWalk(
            walk: walk,
            minutes: window.indices(touching: span),
            credits: credits
        )
    }

    /// Whether a source's last known minute lies so near that the walk may grow (§8.4.8).
    private func isOpen(end: Int64, sources: Set<Int>) -> Bool {
        let reach = (settings.sessionGapMinutes + 1) * 60_000
        return sources.contains { source in
            guard let last = prepared.sources.all[source].lastMinute else { return false }
            return last <= end || last - end <= reach
        }
    }
}
