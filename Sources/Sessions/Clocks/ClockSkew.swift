package import Model

/// Looks for trackers whose clocks do not agree (SESSIONS.md §8.6.10); it never shifts anything.
package enum ClockSkew {
    /// Compares the walking minutes of every two sources on some dates.
    ///
    /// On each stretch in which both walked, the lag of at most ten minutes is sought at which their
    /// minutes agree best. A pair is suspect when one lag agrees better than none by more than a
    /// quarter (Jaccard) on at least three stretches.
    ///
    /// - Parameters:
    ///   - observations: every observation that touches the dates; more does no harm.
    ///   - dates: the dates to look at; a month is plenty.
    ///   - derivation: the parameters, the zones and what is plausible.
    /// - Returns: one suspicion a pair at most, by the names of the sources.
    /// - Complexity: O(n log n) in the observations, and linear in the minutes for each pair.
    package static func suspicions(
        in observations: Observations,
        on dates: ClosedRange<CivilDay>,
        derivation: Derivation
    ) -> [ClockSkewSuspicion] {
        let prepared = PreparedObservations(observations, plausibility: derivation.plausibility)
        let window = MinuteWindow(dates: dates, home: derivation.home)
        let evidence = MinuteEvidence(prepared, window: window, derivation: derivation)
        var masks: [Int: CoreMask] = [:]
        for lane in evidence.lanes where lane.channel == .steps || lane.channel == .track {
            masks[lane.source, default: CoreMask()].add(lane, settings: derivation.settings)
        }
        let sources = masks.keys.sorted()
        return sources.indices.flatMap { first in
            sources[(first + 1)...].compactMap { second -> ClockSkewSuspicion? in
                guard let left = masks[sources[first]], let right = masks[second],
                    let (lag, blocks) = left.lag(of: right)
                else { return nil }
                return ClockSkewSuspicion(
                    first: prepared.sources.all[sources[first]].name,
                    second: prepared.sources.all[second].name,
                    lagMinutes: lag,
                    blocks: blocks
                )
            }
        }
    }
}

/// Two sources that seem to tell of the same walks at different times.
package struct ClockSkewSuspicion: Hashable, Sendable {
    /// The source whose name comes first.
    package let first: String
    /// The other source.
    package let second: String
    /// How many minutes later the second one tells; −10 to 10, never 0.
    package let lagMinutes: Int
    /// On how many stretches of walking.
    package let blocks: Int
}
