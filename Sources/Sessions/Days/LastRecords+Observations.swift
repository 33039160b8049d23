import Model

extension LastRecords {
    /// Notes the plausible records of all sources.
    init(
        _ prepared: PreparedObservations,
        evidence: MinuteEvidence,
        window: MinuteWindow,
        plausibility: Plausibility
    ) {
        self.init(window: window)
        for observed in prepared.observations.steps {
            note(observed.reading, prepared.sources, evidence, plausibility)
        }
        for observed in prepared.observations.counters
        where plausibility.objection(to: observed.reading.time) == nil {
            guard let place = prepared.sources.place(of: observed.reading.source) else { continue }
            let time = observed.reading.time.milliseconds
            note(start: time, end: time, source: place)
        }
        for (source, motion) in prepared.motions {
            for recording in motion.recordings {
                note(
                    start: recording.start.milliseconds,
                    end: recording.end.milliseconds,
                    source: source
                )
            }
        }
        for walk in evidence.declared {
            note(start: walk.start, end: walk.end, source: walk.source)
        }
    }

    private mutating func note(
        _ reading: StepReading,
        _ sources: NamedSources,
        _ evidence: MinuteEvidence,
        _ plausibility: Plausibility
    ) {
        guard touches(start: reading.start.milliseconds, end: reading.end.milliseconds),
            let place = sources.place(of: reading.source),
            plausibility.objection(
                to: reading,
                length: evidence.instantLength(of: place, at: reading.start)
            ) == nil
        else { return }
        note(start: reading.start.milliseconds, end: reading.end.milliseconds, source: place)
    }
}
