import Model

/// All that follows from the observations of one window of days (SESSIONS.md §8).
struct DerivedWindow {
    let window: MinuteWindow
    let evidence: MinuteEvidence
    let activity: ActivityBlocks
    let fused: FusedMinutes
    let coarse: CoarseFusion
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
        let window = MinuteWindow(dates: dates, home: derivation.home)
        let evidence = MinuteEvidence(prepared, window: window, derivation: derivation)
        let activity = ActivityBlocks(
            lanes: evidence.lanes,
            declared: evidence.declared,
            count: window.count,
            settings: derivation.settings
        )
        var fused = MinuteFusion(
            lanes: evidence.lanes,
            declared: evidence.declared,
            blocks: activity.blocks,
            count: window.count,
            settings: derivation.settings
        ).fused
        let coarse = CoarseFusion(
            evidence.epochs,
            window: window,
            coverage: evidence.coverage,
            active: activity.active,
            isVehicle: evidence.isVehicle
        )
        coarse.replaceMinutes(of: &fused, lanes: evidence.lanes)
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
        sources = prepared.sources
        self.window = window
        self.evidence = evidence
        self.activity = activity
        self.fused = fused
        self.coarse = coarse
    }
}
