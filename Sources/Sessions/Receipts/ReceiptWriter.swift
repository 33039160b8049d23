import Model

/// Writes where the minutes of a day come from.
struct ReceiptWriter {
    private let derived: DerivedWindow
    private let observations: Observations
    private let verdicts: Verdicts
    private let statements: [Statement]
    private let place: Int
    private let walks: [DerivedWalk]

    /// Gathers what is said of a day and of the walks that start on it.
    ///
    /// - Returns: nothing for a date that the window does not hold.
    init?(
        _ date: CivilDay,
        derived: DerivedWindow,
        observations: Observations,
        derivation: Derivation
    ) {
        guard let place = derived.window.days.firstIndex(where: { $0.date == date }) else {
            return nil
        }
        let span = derivation.home.range(of: date)
        let walks = derived.walks.filter { span.contains($0.walk.start) }
        let end = walks.map(\.walk.end).max().map { max($0, span.upperBound) } ?? span.upperBound
        self.place = place
        self.walks = walks
        self.derived = derived
        self.observations = observations
        verdicts = Verdicts(derived)
        statements = StatementCollector(
            derived: derived,
            observations: observations,
            derivation: derivation,
            region: span.lowerBound.milliseconds..<end.milliseconds
        ).statements()
    }

    /// One entry a walk, then one for the rest of the day.
    func receipt() -> DayReceipt {
        let date = derived.window.days[place].date
        var entries = walks.map { walk in
            entry(
                [walk.minutes],
                walk: walk.walk,
                minutes: walk.walk.active,
                steps: walk.walk.steps,
                isRest: false
            )
        }
        if let rest = restOfDay() { entries.append(rest) }
        return DayReceipt(date: date, entries: entries)
    }

    private func restOfDay() -> DayReceipt.Entry? {
        let day = derived.window.days[place].minutes
        let taken = derived.walks.map { $0.minutes.clamped(to: day) }.filter { !$0.isEmpty }
        let rest = Self.rest(of: day, without: taken)
        let known = derived.evidence.coverage.known
        guard rest.contains(where: { $0.contains { known[$0] } }) else { return nil }
        let all = DaySum.whole(place, in: derived)
        let walked = DaySum(of: place, in: derived, inside: taken)
        let steps = all.steps.map { Steps($0 - (walked.steps ?? 0)) }
        return entry(
            rest,
            walk: nil,
            minutes: Milliseconds(all.stepping.central - walked.stepping.central),
            steps: steps,
            isRest: true
        )
    }

    /// The minutes of a day outside of some stretches, which come in order.
    private static func rest(of day: Range<Int>, without taken: [Range<Int>]) -> [Range<Int>] {
        var rest: [Range<Int>] = []
        var reached = day.lowerBound
        for stretch in taken {
            if reached < stretch.lowerBound { rest.append(reached..<stretch.lowerBound) }
            reached = max(reached, stretch.upperBound)
        }
        if reached < day.upperBound { rest.append(reached..<day.upperBound) }
        return rest
    }

    private func entry(
        _ minutes: [Range<Int>],
        walk: Walk?,
        minutes time: Milliseconds,
        steps: Steps?,
        isRest: Bool
    ) -> DayReceipt.Entry {
        var ledger = EvidenceLedger()
        for statement in statements {
            // A total speaks of the day, not of its walks.
            if !isRest && statement.channel == .daily { continue }
            switch verdicts.verdict(on: statement, in: minutes) {
            case .wins(let count): ledger.note(statement, minutes: count, reason: nil)
            case .loses(let reason): ledger.note(statement, minutes: 0, reason: reason)
            case .isSilent: continue
            }
        }
        return DayReceipt.Entry(
            walk: walk,
            minutes: time,
            steps: steps,
            winners: ledger.winners(sources: derived.sources, files: observations.files),
            losers: ledger.losers(sources: derived.sources, files: observations.files)
        )
    }
}
