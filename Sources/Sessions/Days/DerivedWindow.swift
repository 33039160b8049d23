import Model

/// All that follows from the observations of one window of days (SESSIONS.md §8).
struct DerivedWindow {
    let window: MinuteWindow
    let evidence: MinuteEvidence
    let activity: ActivityBlocks
    let fused: FusedMinutes
    let coarse: CoarseFusion
    let long: LongFusion
    /// All walks that touch the window, by start, then end.
    let walks: [DerivedWalk]
    /// Recorded tracks that are no walk, by start, then end.
    let tracks: [Walk]
    let lastRecords: LastRecords
    let sources: NamedSources

    init(
        _ prepared: PreparedObservations,
        dates: ClosedRange<CivilDay>,
        derivation: Derivation
    ) {
        window = MinuteWindow(dates: dates, home: derivation.home)
        evidence = MinuteEvidence(prepared, window: window, derivation: derivation)
        sources = prepared.sources
        activity = ActivityBlocks(
            lanes: evidence.lanes,
            declared: evidence.declared,
            count: window.count,
            settings: derivation.settings
        )
        (fused, coarse) = Self.fusion(evidence, activity, window, derivation.settings)
        long = LongFusion(
            evidence.stretches,
            window: window,
            lanes: evidence.lanes,
            fused: fused,
            coarse: coarse
        )
        let assembly = WalkAssembly(
            window: window,
            evidence: evidence,
            fused: fused,
            prepared: prepared,
            settings: derivation.settings
        )
        walks = assembly.walks(coarse: coarse)
        tracks = assembly.tracks(besides: walks)
        lastRecords = LastRecords(
            prepared,
            evidence: evidence,
            window: window,
            plausibility: derivation.plausibility
        )
    }

    /// The fused minutes, and the coarse records that take the place of some of them.
    private static func fusion(
        _ evidence: MinuteEvidence,
        _ activity: ActivityBlocks,
        _ window: MinuteWindow,
        _ settings: SessionSettings
    ) -> (FusedMinutes, CoarseFusion) {
        var fused = MinuteFusion(
            lanes: evidence.lanes,
            declared: evidence.declared,
            blocks: activity.blocks,
            count: window.count,
            settings: settings
        ).fused
        let coarse = CoarseFusion(
            evidence.epochs,
            window: window,
            coverage: evidence.coverage,
            active: activity.active,
            isVehicle: evidence.isVehicle
        )
        coarse.replaceMinutes(of: &fused, lanes: evidence.lanes)
        return (fused, coarse)
    }
}
