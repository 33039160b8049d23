import Model

/// All that a diary says of pain: scores judged, and what is usual on which day.
struct PainHistory: Hashable, Sendable {
    /// The scores in the order in which they apply, judged.
    let scores: [PainScore]
    /// The usual pain.
    let usual: UsualPain

    /// Judges every score with the usual pain of its own day, once for all that look at it.
    init(usual: UsualPain) {
        var run = SpikeRun()
        var usualOfDay: (date: CivilDay, value: Int)?
        self.usual = usual
        scores = usual.scores.map { score in
            if usualOfDay?.date != score.date {
                usualOfDay = (score.date, usual.value(on: score.date) ?? score.value)
            }
            var judged = score
            let rise = score.value - (usualOfDay?.value ?? score.value)
            judged.isSpike = rise > PainScore.bearableRise
            judged.isLongSpike = run.take(isSpike: judged.isSpike, at: score.time)
            return judged
        }
    }

    /// What the diary says of pain on a day.
    func day(_ date: CivilDay) -> PainDay {
        let values = scores.dated(date...date).map(\.value)
        return PainDay(
            usual: usual.value(on: date),
            lowest: values.min(),
            highest: values.max(),
            entries: values.count
        )
    }

    /// The instants of a day's scores that are not above its usual pain.
    func calmScores(on date: CivilDay) -> [Instant] {
        guard let usual = usual.value(on: date) else { return [] }
        return scores.dated(date...date).filter { $0.value <= usual }.map(\.time)
    }

    /// The scores of some days, added up.
    func sum(_ dates: ClosedRange<CivilDay>) -> PainSum {
        let scores = scores.dated(dates)
        return PainSum(total: scores.reduce(0) { $0 + $1.value }, count: scores.count)
    }
}
