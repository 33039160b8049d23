import Model

/// Judges whether a statement counts for some minutes, and why not.
struct Verdicts {
    let derived: DerivedWindow
    private let lanes: [LaneKey: Int]

    /// A lane by whose it is and how it speaks.
    private struct LaneKey: Hashable {
        let source: Int
        let channel: Channel
    }

    /// What comes out.
    enum Verdict {
        /// It counts in so many minutes.
        case wins(minutes: Int)
        case loses(DayReceipt.Reason)
        /// It says nothing of these minutes.
        case isSilent
    }

    init(_ derived: DerivedWindow) {
        self.derived = derived
        let keys = derived.evidence.lanes.enumerated().map { place, lane in
            (LaneKey(source: lane.source, channel: lane.channel), place)
        }
        lanes = Dictionary(keys) { first, _ in first }
    }

    /// Judges a statement about some minutes of the window.
    func verdict(on statement: Statement, in minutes: [Range<Int>]) -> Verdict {
        let touched = derived.window.indices(touching: statement.span)
        let indices = minutes.flatMap { Array($0.clamped(to: touched)) }
        guard !indices.isEmpty else { return .isSilent }
        if let objection = statement.objection { return .loses(.implausible(objection)) }
        if statement.isSuperseded { return .loses(.finerRecord) }
        switch statement.channel {
        case .coarse: return coarse(statement, indices)
        case .daily: return daily(statement, indices)
        case .steps, .track, .declared: return fine(statement, indices)
        }
    }

    // MARK: - Minutes

    private func fine(_ statement: Statement, _ indices: [Int]) -> Verdict {
        let key = LaneKey(source: statement.source, channel: statement.channel)
        guard let place = lanes[key] else { return .isSilent }
        let won = indices.filter { index in
            derived.fused.witness[index] == Int32(place)
                || derived.fused.stepWitness[index] == Int32(place)
        }
        let isVehicle = derived.evidence.isVehicle
        let ridden = statement.channel == .steps && !isVehicle.isEmpty
        if ridden, indices.allSatisfy({ isVehicle[$0] }) { return .loses(.vehicle) }
        if !won.isEmpty { return .wins(minutes: won.count) }
        return reason(for: place, at: indices).map { .loses($0) } ?? .isSilent
    }

    /// Why a lane counts in none of some minutes.
    private func reason(for place: Int, at indices: [Int]) -> DayReceipt.Reason? {
        let first = indices[0]
        if derived.coarse.replacedMinutes.contains(where: { $0.contains(first) }) {
            return .notWorn
        }
        if let block = block(holding: first) {
            let choice = BlockChoice(block, lanes: derived.evidence.lanes)
            if choice.unworn.contains(place) { return .notWorn }
            if let witness = choice.witness, witness != place { return better(witness) }
        }
        let winners = indices.map { derived.fused.witness[$0] }
        return winners.first { $0 != FusedMinutes.nobody }.map { better(Int($0)) }
    }

    private func block(holding index: Int) -> Range<Int>? {
        let blocks = derived.activity.blocks
        let place = blocks.firstPlace { $0.upperBound > index }
        return place < blocks.count && blocks[place].contains(index) ? blocks[place] : nil
    }

    private func better(_ lane: Int) -> DayReceipt.Reason {
        .betterSource(derived.sources.all[derived.evidence.lanes[lane].source].name)
    }

    // MARK: - Epochs and totals

    private func coarse(_ statement: Statement, _ indices: [Int]) -> Verdict {
        let wanted = Set(indices)
        let touching = derived.coarse.used.filter { $0.epoch.span.overlaps(statement.span) }
        let own = touching.filter { $0.epoch.source == statement.source }
        let won = own.reduce(0) { sum, entry in
            sum + entry.shares.count { wanted.contains($0.index) }
        }
        if won > 0 { return .wins(minutes: won) }
        let isVehicle = derived.evidence.isVehicle
        if !isVehicle.isEmpty, indices.allSatisfy({ isVehicle[$0] }) { return .loses(.vehicle) }
        let fine = derived.evidence.coverage.fine
        if indices.contains(where: { fine.isAnybody(but: statement.source, at: $0) }) {
            return .loses(.finerRecord)
        }
        let winner = touching.first { $0.epoch.source != statement.source && !$0.shares.isEmpty }
        guard let winner else { return .loses(.finerRecord) }
        return .loses(.betterSource(derived.sources.all[winner.epoch.source].name))
    }

    private func daily(_ statement: Statement, _ indices: [Int]) -> Verdict {
        let day = derived.window.dayIndex(of: indices[0])
        guard let best = derived.evidence.totals.best[day] else { return .isSilent }
        if best.source != statement.source {
            return .loses(.betterSource(derived.sources.all[best.source].name))
        }
        let finer = DaySum(of: day, in: derived)
        guard best.steps > finer.steps ?? 0 else { return .loses(.finerRecord) }
        return .wins(minutes: indices.count)
    }
}
