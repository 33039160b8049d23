import Model

/// What of a set of observations is the same for every window: names, tracks, extent.
struct PreparedObservations {
    let observations: Observations
    let sources: NamedSources
    /// The motion of each source that has tracks, by source.
    let motions: [(source: Int, motion: SourceMotion)]
    /// Declared walks by source.
    let declared: [[DeclaredReading]]

    init(_ observations: Observations, plausibility: Plausibility) {
        self.observations = observations
        let sources = NamedSources(observations, plausibility: plausibility)
        self.sources = sources
        var tracks: [Int: [Observed<TrackPiece>]] = [:]
        for piece in observations.tracks {
            guard let place = sources.place(of: piece.reading.source) else { continue }
            tracks[place, default: []].append(piece)
        }
        motions = tracks.sorted { $0.key < $1.key }.map { source, pieces in
            (source, SourceMotion(tracks: pieces, plausibility: plausibility))
        }
        var declared = [[DeclaredReading]](repeating: [], count: sources.all.count)
        for walk in observations.declared {
            guard let place = sources.place(of: walk.reading.source) else { continue }
            declared[place].append(walk.reading)
        }
        self.declared = declared
    }

    /// The days that any plausible observation touches; nothing when there is none.
    func dates(home: HomeZones, plausibility: Plausibility) -> ClosedRange<CivilDay>? {
        var (first, last) = (Instant(milliseconds: .max), Instant(milliseconds: .min))
        func note(_ start: Instant, _ end: Instant) {
            guard plausibility.objection(to: start) == nil, plausibility.objection(to: end) == nil
            else { return }
            first = min(first, start)
            last = max(last, end)
        }
        for step in observations.steps { note(step.reading.start, step.reading.end) }
        for sample in observations.counters { note(sample.reading.time, sample.reading.time) }
        for walk in observations.declared where walk.reading.counts(plausibility) {
            note(walk.reading.start, walk.reading.end)
        }
        for (_, motion) in motions {
            for recording in motion.recordings { note(recording.start, recording.end) }
        }
        guard first <= last else { return nil }
        return home.day(at: first)...home.day(at: last)
    }
}
