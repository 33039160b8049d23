/// Chooses one witness a block, and never adds two sources (SESSIONS.md §8.6).
struct MinuteFusion {
    /// The lanes, the best-ranked first.
    let lanes: [MinuteLane]
    let declared: [DeclaredWalk]
    let settings: SessionSettings
    /// What was chosen.
    private(set) var fused: FusedMinutes

    /// Fuses all lanes over so many minutes; lanes come by rank, then name, then channel.
    init(
        lanes: [MinuteLane],
        declared: [DeclaredWalk],
        blocks: [Range<Int>],
        count: Int,
        settings: SessionSettings
    ) {
        self.lanes = lanes
        self.declared = declared
        self.settings = settings
        fused = FusedMinutes(count: count)
        takeBestRecords()
        for block in blocks { settle(block) }
        readValues()
    }

    /// Gives every minute the best-ranked source that has a record of it: what counts outside of
    /// blocks, and in blocks of which only one source speaks.
    private mutating func takeBestRecords() {
        for (place, lane) in lanes.enumerated() {
            for index in lane.range where lane[index] != MinuteLane.absent {
                if fused.witness[index] == FusedMinutes.nobody {
                    fused.witness[index] = Int32(place)
                }
                if fused.stepWitness[index] == FusedMinutes.nobody,
                    lane.steps(index) != MinuteLane.absent
                {
                    fused.stepWitness[index] = Int32(place)
                }
            }
        }
    }

    private mutating func readValues() {
        for index in fused.witness.indices {
            // A lane taken out of the list would be retained, a million times.
            let witness = Int(fused.witness[index])
            if witness >= 0, lanes[witness].isTime {
                fused.walking[index] = lanes[witness][index]
            }
            let stepWitness = Int(fused.stepWitness[index])
            if stepWitness >= 0 { fused.steps[index] = lanes[stepWitness].steps(index) }
        }
    }

    /// Chooses the witness of a block, fills its holes and attaches steps.
    private mutating func settle(_ block: Range<Int>) {
        let choice = BlockChoice(block, lanes: lanes)
        guard choice.candidates.count > 1, let witness = choice.witness else { return }
        for index in block {
            let isThere = lanes[witness][index] != MinuteLane.absent
            fused.witness[index] = isThere ? Int32(witness) : FusedMinutes.nobody
        }
        for lane in choice.candidates where lane != witness { fill(block, from: lane) }
        attachSteps(to: block, choice: choice, isTimed: lanes[witness].isTime)
    }

    /// Lets a source into the holes of a block that it knows to be walked (SESSIONS.md §8.6.4).
    private mutating func fill(_ block: Range<Int>, from lane: Int) {
        for run in holes(in: block, for: lane)
        where Int64(run.count) >= settings.fillRunMinutes {
            for index in run { fused.witness[index] = Int32(lane) }
        }
    }

    private func holes(in block: Range<Int>, for lane: Int) -> [Range<Int>] {
        // A declared walk counts whole or not at all.
        if lanes[lane].channel == .declared {
            return declared.filter {
                $0.source == lanes[lane].source && block.contains($0.minutes.lowerBound)
                    && $0.minutes.allSatisfy { isHole($0, for: lane) }
            }.map(\.minutes)
        }
        var runs: [Range<Int>] = []
        for index in block where isHole(index, for: lane) {
            if let last = runs.last, last.upperBound == index {
                runs[runs.count - 1] = last.lowerBound..<index + 1
            } else {
                runs.append(index..<index + 1)
            }
        }
        return runs
    }

    private func isHole(_ index: Int, for lane: Int) -> Bool {
        guard lanes[lane].level(index, settings) == .core else { return false }
        guard fused.witness[index] != FusedMinutes.nobody else { return true }
        let current = lanes[Int(fused.witness[index])]
        return current.channel != .declared && current.level(index, settings) == .quiet
    }

    /// Takes steps from whom the time comes, else from the block's step source (§8.6.6).
    private mutating func attachSteps(
        to block: Range<Int>,
        choice: BlockChoice,
        isTimed: Bool
    ) {
        for index in block {
            let witness = fused.witness[index]
            fused.stepWitness[index] = FusedMinutes.nobody
            if witness != FusedMinutes.nobody,
                lanes[Int(witness)].steps(index) != MinuteLane.absent
            {
                fused.stepWitness[index] = witness
            } else if isTimed, let steps = choice.stepWitness,
                lanes[steps].steps(index) != MinuteLane.absent
            {
                fused.stepWitness[index] = Int32(steps)
            }
        }
    }
}

/// Who speaks of a block, and who is believed.
struct BlockChoice {
    /// The places of the lanes that have a record in it, the best-ranked first.
    let candidates: [Int]
    /// The best-ranked lane with at least half of the best score (SESSIONS.md §8.6.3).
    let witness: Int?
    /// The same among lanes that count steps (§8.6.6).
    let stepWitness: Int?
    /// The lanes that say less than half of what the best one says: not worn.
    let unworn: [Int]

    init(_ block: Range<Int>, lanes: [MinuteLane]) {
        candidates = lanes.indices.filter { lanes[$0].hasRecord(in: block) }
        guard candidates.count > 1 else {
            witness = candidates.first
            stepWitness = candidates.first { !lanes[$0].isTime }
            unworn = []
            return
        }
        let scores = candidates.map { lane in block.reduce(0) { $0 + lanes[lane].score($1) } }
        let scored = Array(zip(candidates, scores))
        let best = scores.max() ?? 0
        let counting = scored.filter { !lanes[$0.0].isTime }
        let bestCount = counting.map(\.1).max() ?? 0
        witness = scored.first { 2 * $0.1 >= best }?.0
        stepWitness = counting.first { 2 * $0.1 >= bestCount }?.0
        unworn = scored.filter { 2 * $0.1 < best }.map(\.0)
    }
}
