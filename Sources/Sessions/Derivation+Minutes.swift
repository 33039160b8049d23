package import Model

extension Derivation {
    /// Gives back the fused minutes of some dates, those without steps and walking left out.
    ///
    /// Coarse records and daily totals are no minutes and are not among them.
    ///
    /// - Parameters:
    ///   - dates: the dates wanted.
    ///   - observations: as for `days`.
    ///   - loaded: as for `days`.
    /// - Returns: the minutes, ascending; nothing when more days must be loaded.
    package func minutes(
        _ dates: ClosedRange<CivilDay>,
        from observations: Observations,
        loaded: ClosedRange<CivilDay>? = nil
    ) -> [MinuteFigure]? {
        let search = WindowSearch(self, observations: observations, loaded: loaded)
        guard let derived = search.window(around: dates) else { return nil }
        return derived.window.days.filter { dates.contains($0.date) }.flatMap { day in
            day.minutes.compactMap { derived.figure(ofMinute: $0) }
        }
    }
}

extension DerivedWindow {
    /// One minute of the window; nothing when nobody stepped in it.
    fileprivate func figure(ofMinute index: Int) -> MinuteFigure? {
        let steps = fused.steps[index]
        let walking = fused.stepping(index).central
        guard steps > 0 || walking > 0 else { return nil }
        return MinuteFigure(
            minute: window.firstMinute + Int64(index),
            steps: steps >= 0 ? Steps(Int64(steps)) : nil,
            walking: Milliseconds(walking)
        )
    }
}
