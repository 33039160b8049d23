import Model

/// Finds a window of days wide enough that wanted days come out as if everything were in memory.
struct WindowSearch {
    /// How many days are derived at once; more only cost memory.
    static let chunkLength = 31

    private let derivation: Derivation
    private let prepared: PreparedObservations
    private let loaded: ClosedRange<CivilDay>?
    /// The days that observations touch, when all there are is there.
    private let extent: ClosedRange<CivilDay>?

    init(
        _ derivation: Derivation,
        observations: Observations,
        loaded: ClosedRange<CivilDay>?
    ) {
        self.derivation = derivation
        self.loaded = loaded
        prepared = PreparedObservations(observations, plausibility: derivation.plausibility)
        extent =
            loaded == nil
            ? prepared.dates(home: derivation.home, plausibility: derivation.plausibility) : nil
    }

    /// Derives a window around some dates.
    ///
    /// - Returns: nothing when no quiet zone lies between the dates and the edge of what is loaded.
    func window(around dates: ClosedRange<CivilDay>) -> DerivedWindow? {
        if let loaded {
            guard loaded.contains(dates.lowerBound), loaded.contains(dates.upperBound) else {
                return nil
            }
            let derived = DerivedWindow(prepared, dates: loaded, derivation: derivation)
            return isSettled(derived, for: dates, left: false, right: false) ? derived : nil
        }
        var reach = 1
        while true {
            let (window, left, right) = widened(dates, by: reach)
            let derived = DerivedWindow(prepared, dates: window, derivation: derivation)
            if isSettled(derived, for: dates, left: left, right: right) { return derived }
            reach *= 4
        }
    }

    /// Dates with some more on both sides, no further than the observations go; and whether
    /// nothing lies beyond on the left and on the right.
    private func widened(
        _ dates: ClosedRange<CivilDay>,
        by reach: Int
    ) -> (ClosedRange<CivilDay>, left: Bool, right: Bool) {
        guard let extent else { return (dates, true, true) }
        let least = min(dates.lowerBound, extent.lowerBound.advanced(by: -1))
        let most = max(dates.upperBound, extent.upperBound.advanced(by: 1))
        let first = max(least, dates.lowerBound.advanced(by: -reach))
        let last = min(most, dates.upperBound.advanced(by: reach))
        return (first...last, first == least, last == most)
    }

    private func isSettled(
        _ derived: DerivedWindow,
        for dates: ClosedRange<CivilDay>,
        left: Bool,
        right: Bool
    ) -> Bool {
        if left && right { return true }
        let zones = QuietZones(derived)
        let wanted = derived.window.minutes(of: dates)
        return (left || zones.isSettled(before: wanted.lowerBound))
            && (right || zones.isSettled(from: wanted.upperBound))
    }
}
