package import Model

/// Turns observations into days and walks: the whole of SESSIONS.md §8 as one pure function.
package struct Derivation: Sendable {
    /// The parameters.
    package let settings: SessionSettings
    /// The zones whose days are derived.
    package let home: HomeZones
    /// What is kept but never counted.
    package let plausibility: Plausibility

    /// Makes a derivation.
    package init(settings: SessionSettings, home: HomeZones, plausibility: Plausibility) {
        self.settings = settings
        self.home = home
        self.plausibility = plausibility
    }

    /// What a derivation of some days gives.
    package enum Outcome: Sendable {
        /// One entry for each date asked for that exists, in order; days without records too.
        case days([Day])
        /// No quiet zone lies between the days asked for and the edge of what is loaded
        /// (SESSIONS.md §8.4.9); ask again with more days loaded.
        case needsMore
    }

    /// Derives days.
    ///
    /// - Parameters:
    ///   - dates: the dates wanted.
    ///   - observations: every observation that touches the loaded dates, and for each counter
    ///     source the three samples before and after them; more does no harm.
    ///   - loaded: the dates whose observations are all there; nothing when all there are is there.
    ///     Contains `dates`.
    /// - Returns: the days, or that more must be loaded.
    /// - Complexity: O(n log n) in the observations, and linear in the minutes of the loaded dates.
    package func days(
        _ dates: ClosedRange<CivilDay>,
        from observations: Observations,
        loaded: ClosedRange<CivilDay>? = nil
    ) -> Outcome {
        let search = WindowSearch(self, observations: observations, loaded: loaded)
        var days: [Day] = []
        for chunk in dates.chunks(of: WindowSearch.chunkLength) {
            guard let derived = search.window(around: chunk) else { return .needsMore }
            days += DayFigures(derived: derived, home: home).days(of: chunk)
        }
        return .days(days)
    }

    /// Says where the minutes of a day come from.
    ///
    /// - Returns: nothing when more days must be loaded, as above.
    package func receipt(
        of date: CivilDay,
        from observations: Observations,
        loaded: ClosedRange<CivilDay>? = nil
    ) -> DayReceipt? {
        let search = WindowSearch(self, observations: observations, loaded: loaded)
        guard let derived = search.window(around: date...date) else { return nil }
        return ReceiptWriter(
            date,
            derived: derived,
            observations: observations,
            derivation: self
        )?.receipt()
    }
}
