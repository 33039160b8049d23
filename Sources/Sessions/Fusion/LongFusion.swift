/// What of records of more than an hour, but of less than a day, counts (SESSIONS.md §8.3.4).
///
/// Finer records of the same source were settled before. Of what is left, only that counts which
/// exceeds the steps of others in the same time. Each civil day is settled by itself, so that days
/// can be derived apart; of several sources the best-ranked one of the day counts.
struct LongFusion {
    /// What one record has more than all finer ones of a day.
    struct Excess {
        let source: Int
        /// The record's stretches of the day, from the first to the last.
        var span: Range<Int64>
        var steps: Int64 = 0
        /// The milliseconds of the day that it speaks of.
        var length: Int64 = 0
        /// Walking in that time of which nobody counted the steps, in milliseconds.
        var uncounted: Int64 = 0
    }

    /// For each day of the window the records that have something to say of it.
    private(set) var days: [[Excess]]

    private let window: MinuteWindow
    private let lanes: [MinuteLane]
    private let fused: FusedMinutes
    private let coarse: CoarseFusion

    init(
        _ stretches: [LongStretch],
        window: MinuteWindow,
        lanes: [MinuteLane],
        fused: FusedMinutes,
        coarse: CoarseFusion
    ) {
        self.window = window
        self.lanes = lanes
        self.fused = fused
        self.coarse = coarse
        days = [[Excess]](repeating: [], count: window.days.count)
        guard !stretches.isEmpty else { return }
        for (day, found) in byDay(stretches).enumerated() {
            guard let best = found.map({ ($0.rank, $0.source) }).min(by: <) else { continue }
            days[day] = settle(found.filter { $0.source == best.1 }, on: day)
        }
    }

    private func byDay(_ stretches: [LongStretch]) -> [[LongStretch]] {
        var days = [[LongStretch]](repeating: [], count: window.days.count)
        for stretch in stretches {
            for day in window.days(touching: stretch.span) { days[day].append(stretch) }
        }
        return days
    }

    /// Adds up the stretches of each record of one source, and takes off what others say.
    private func settle(_ stretches: [LongStretch], on day: Int) -> [Excess] {
        var records: [(record: Int, excess: Excess)] = []
        let whole = window.span(ofDay: day)
        for stretch in stretches.sorted(by: { $0.record < $1.record }) {
            let span = stretch.span.clamped(to: whole)
            guard !span.isEmpty else { continue }
            if records.last?.record != stretch.record {
                let excess = Excess(source: stretch.source, span: span)
                records.append((stretch.record, excess))
            }
            let place = records.count - 1
            records[place].excess.add(stretch, in: span, finer: finer(in: span, than: stretch))
        }
        return records.map { $0.excess.withoutDebt }
    }

    /// The steps that others count in a stretch, and walking without steps.
    private func finer(
        in span: Range<Int64>,
        than stretch: LongStretch
    ) -> (steps: Int64, uncounted: Int64) {
        let minutes = window.indices(touching: span)
        var (steps, uncounted): (Int64, Int64) = (0, 0)
        for index in minutes where fused.witness[index] != FusedMinutes.nobody {
            let part = window.span(ofMinute: index).clamped(to: span).length
            if let lane = lane(counting: index) {
                // A minute at the edge, the rest of which its own source counts.
                if lane.source == stretch.source && lane.channel == .steps { continue }
                steps += proportion(Int64(max(0, fused.steps[index])), part, of: 60_000)
            } else {
                uncounted += proportion(Int64(max(0, fused.walking[index])), part, of: 60_000)
            }
        }
        for entry in coarse.used(touching: minutes) where entry.epoch.source != stretch.source {
            for share in entry.shares where minutes.contains(share.index) {
                let told = window.span(ofMinute: share.index).clamped(to: entry.epoch.span)
                steps += proportion(share.steps, told.clamped(to: span).length, of: told.length)
            }
        }
        return (steps, uncounted)
    }

    private func lane(counting index: Int) -> MinuteLane? {
        let place = fused.stepWitness[index]
        return place == FusedMinutes.nobody ? nil : lanes[Int(place)]
    }
}

extension LongFusion.Excess {
    fileprivate mutating func add(
        _ stretch: LongStretch,
        in part: Range<Int64>,
        finer: (steps: Int64, uncounted: Int64)
    ) {
        span = min(span.lowerBound, part.lowerBound)..<max(span.upperBound, part.upperBound)
        let before = stretch.piece.steps(before: part.lowerBound)
        steps += stretch.piece.steps(before: part.upperBound) - before - finer.steps
        length += part.length
        uncounted += finer.uncounted
    }

    /// The same, nothing where others count more.
    fileprivate var withoutDebt: Self {
        var settled = self
        settled.steps = max(0, steps)
        return settled
    }
}

extension Range<Int64> {
    /// The length.
    fileprivate var length: Int64 { upperBound - lowerBound }
}
