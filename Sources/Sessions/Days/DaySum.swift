/// The sums of one day, or of some of its minutes.
struct DaySum {
    var steps: Int64?
    var stepping = SteppingBounds()
    /// The part of the central estimate that does not come from minutes.
    var estimated: Int64 = 0
    /// Walking of which nobody counted the steps, in milliseconds.
    private var uncounted: Int64 = 0

    /// Adds up what minutes and coarse epochs say of a day of a window.
    ///
    /// - Parameters:
    ///   - place: the place of the day in the window.
    ///   - derived: the window.
    ///   - stretches: the minutes that count; nothing for all of the day.
    init(of place: Int, in derived: DerivedWindow, inside stretches: [Range<Int>]? = nil) {
        let day = derived.window.days[place].minutes
        for minutes in stretches ?? [day] {
            for index in minutes.clamped(to: day) { add(index, of: derived.fused) }
        }
        for entry in derived.coarse.used(touching: day) {
            let shares = entry.shares.filter { share in
                day.contains(share.index)
                    && stretches?.contains { $0.contains(share.index) } ?? true
            }
            if !shares.isEmpty { add(shares) }
        }
    }

    /// Adds up all that is said of a day of a window, by its place: minutes, epochs, then what
    /// longer records and at last the total of the day have more.
    static func whole(_ place: Int, in derived: DerivedWindow) -> DaySum {
        var sum = finer(thanTotalOf: place, in: derived)
        if let total = derived.evidence.totals.best[place] { sum.add(total) }
        return sum
    }

    /// The same without the total of the day.
    static func finer(thanTotalOf place: Int, in derived: DerivedWindow) -> DaySum {
        var sum = DaySum(of: place, in: derived)
        for excess in derived.long.days[place] { sum.add(excess) }
        return sum
    }

    private mutating func add(_ index: Int, of fused: FusedMinutes) {
        stepping += fused.stepping(index)
        if fused.steps[index] >= 0 {
            steps = (steps ?? 0) + Int64(fused.steps[index])
        } else if fused.walking[index] > 0 {
            uncounted += Int64(fused.walking[index])
        }
    }

    /// Adds what counts of one coarse epoch.
    private mutating func add(_ shares: [CoarseFusion.Share]) {
        let timed = shares.filter { $0.length > 0 }
        let bounds = SteppingBounds(
            steps: timed.reduce(0) { $0 + $1.steps },
            length: timed.reduce(0) { $0 + $1.length }
        )
        steps = shares.reduce(steps ?? 0) { $0 + $1.steps }
        stepping += bounds
        estimated += bounds.central
    }

    /// Adds what a record of more than an hour has more than the finer ones.
    private mutating func add(_ excess: LongFusion.Excess) {
        let bounds = SteppingBounds(steps: excess.steps, length: excess.length)
            .without(excess.uncounted)
        steps = (steps ?? 0) + excess.steps
        stepping += bounds
        estimated += bounds.central
        uncounted = max(0, uncounted - excess.uncounted)
    }

    /// Adds what a total of the day has more than the finer records.
    ///
    /// Walking of which nobody counted the steps is in the total too: its time is taken off, so
    /// that a track and a total of one walk are not added up.
    mutating func add(_ total: DailyTotals.Total) {
        let excess = max(0, total.steps - (steps ?? 0))
        let bounds = SteppingBounds(steps: excess, length: total.length).without(uncounted)
        steps = (steps ?? 0) + excess
        stepping += bounds
        estimated += bounds.central
    }
}
