import Model

/// Turns the samples of a counter into steps in intervals (SESSIONS.md §8.3.1).
struct CounterIncrements {
    /// One look at the counter.
    struct Sample: BitwiseCopyable {
        let time: Int64
        let value: Int64
    }

    /// The value at which the counter rolls over, when its export says so.
    let modulus: Int64?
    /// Whether it starts again at local midnight.
    let resetsDaily: Bool
    /// Whose midnight.
    let home: HomeZones
    /// How fast anybody steps.
    let maximumStepsPerMinute: Int64

    /// Where counters roll over that do not say where.
    private static let commonModuli: [Int64] = [65_536, 100_000, 1_000_000]

    /// The steps between neighbouring samples.
    ///
    /// Samples come in any order; of one time the largest value holds.
    func records(from samples: [Sample]) -> [StepRecord] {
        let kept = withoutDips(Self.distinct(samples))
        return zip(kept, kept.dropFirst()).map(record)
    }

    private static func distinct(_ samples: [Sample]) -> [Sample] {
        var kept: [Sample] = []
        kept.reserveCapacity(samples.count)
        for sample in samples.sorted(by: { ($0.time, $0.value) < ($1.time, $1.value) }) {
            if let last = kept.last, last.time == sample.time { kept.removeLast() }
            kept.append(sample)
        }
        return kept
    }

    /// Leaves out each sample that is lower than its neighbours while those go on rising.
    ///
    /// Two neighbours are never both dips, so three samples before a stretch settle it.
    private func withoutDips(_ samples: [Sample]) -> [Sample] {
        guard samples.count > 2 else { return samples }
        return samples.indices.filter { index in
            guard index > 0, index + 1 < samples.count else { return true }
            let (before, sample) = (samples[index - 1], samples[index])
            let isDip = sample.value < before.value && before.value <= samples[index + 1].value
            return !isDip || crossesMidnight(from: before.time, to: sample.time)
        }.map { samples[$0] }
    }

    /// Whether the counter starts again between two instants.
    private func crossesMidnight(from earlier: Int64, to later: Int64) -> Bool {
        guard resetsDaily else { return false }
        let midnight = midnight(before: later)
        return earlier < midnight && midnight < later
    }

    private func record(from earlier: Sample, to later: Sample) -> StepRecord {
        var start = earlier.time
        var steps = later.value - earlier.value
        // Beyond a midnight a daily counter counts anew, even when it shows more than before.
        if crossesMidnight(from: earlier.time, to: later.time) {
            (start, steps) = (midnight(before: later.time), later.value)
        } else if steps < 0 {
            if let rolled = rolledOver(from: earlier, to: later) {
                steps = rolled
            } else {
                // What a counter shows after a reset was walked since, and today at the earliest
                // (SESSIONS.md §8.10 "Readings").
                (start, steps) = (max(start, midnight(before: later.time)), later.value)
            }
        }
        return StepRecord(start: start, end: later.time, steps: Int32(clamping: steps))
    }

    private func midnight(before time: Int64) -> Int64 {
        let day = home.day(at: Instant(milliseconds: time))
        return home.start(of: day).milliseconds
    }

    private func rolledOver(from earlier: Sample, to later: Sample) -> Int64? {
        let length = later.time - earlier.time
        let minutes = max(1, length / 60_000 + (length % 60_000 == 0 ? 0 : 1))
        let moduli = modulus.map { [$0] } ?? Self.commonModuli
        for limit in moduli where earlier.value < limit {
            let isNear = earlier.value >= limit / 10 * 9 && later.value <= limit / 10
            guard modulus != nil || isNear else { continue }
            let steps = later.value + (limit - earlier.value)
            let (most, overflow) = minutes.multipliedReportingOverflow(by: maximumStepsPerMinute)
            if overflow || steps <= most { return steps }
        }
        return nil
    }
}
