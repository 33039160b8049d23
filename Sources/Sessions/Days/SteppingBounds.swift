import Model

/// The time on one's feet that some steps stand for, in milliseconds (SESSIONS.md §8.7).
struct SteppingBounds: Equatable {
    var low: Int64 = 0
    var central: Int64 = 0
    var high: Int64 = 0

    /// Nothing.
    init() {}

    /// A time that is known.
    init(exactly time: Int64) {
        (low, central, high) = (time, time, time)
    }

    /// The time of so many steps somewhere in a stretch: at 140, 100 and 60 steps a minute.
    ///
    /// All three are held at the length, so that they stay in order.
    init(steps: Int64, length: Int64) {
        func time(milliseconds: Int64, perSteps divisor: Int64) -> Int64 {
            let (product, overflow) = steps.multipliedReportingOverflow(by: milliseconds)
            return overflow ? length : min(length, product / divisor)
        }
        low = time(milliseconds: 3_000, perSteps: 7)
        central = time(milliseconds: 600, perSteps: 1)
        high = time(milliseconds: 1_000, perSteps: 1)
    }

    /// Takes off time that is known already.
    func without(_ known: Int64) -> SteppingBounds {
        var rest = self
        rest.low = max(0, low - known)
        rest.central = max(0, central - known)
        rest.high = max(0, high - known)
        return rest
    }

    static func += (left: inout SteppingBounds, right: SteppingBounds) {
        left.low += right.low
        left.central += right.central
        left.high += right.high
    }

    /// The bounds as the day shows them.
    var estimate: Estimate {
        Estimate(low: Milliseconds(low), central: Milliseconds(central), high: Milliseconds(high))
    }
}
