import Model

/// What all sources say of the minutes of a window, before anybody is believed.
struct MinuteEvidence {
    /// What every source says of single minutes, the best-ranked first.
    private(set) var lanes: [MinuteLane] = []
    /// The declared walks that touch the window.
    private(set) var declared: [DeclaredWalk] = []
    /// Coarse epochs, before they are settled.
    private(set) var epochs: [CoarseEpoch] = []
    /// Totals of days.
    private(set) var totals: DailyTotals
    /// Of which minutes anything is known.
    private(set) var coverage: MinuteCoverage
    /// Minutes in which a track shows a vehicle; empty when there are none (SESSIONS.md §8.6.7).
    private(set) var isVehicle: [Bool] = []
    /// Minutes that a track covers, whatever it shows; empty when there are none.
    private(set) var isTracked: [Bool] = []

    /// For each source the lengths of its records without an end, by day.
    private var instantLengths: [Int: [Int64?]] = [:]

    private let window: MinuteWindow
    private let settings: SessionSettings

    /// Reads all observations that touch a window.
    init(_ prepared: PreparedObservations, window: MinuteWindow, derivation: Derivation) {
        self.window = window
        settings = derivation.settings
        totals = DailyTotals(window: window)
        coverage = MinuteCoverage(window: window)
        addTracks(prepared)
        addDeclared(prepared, plausibility: derivation.plausibility)
        addSteps(prepared, derivation: derivation)
        lanes.sort {
            ($0.rank, $0.source, $0.channel.rawValue) < ($1.rank, $1.source, $1.channel.rawValue)
        }
        for lane in lanes { coverage.add(lane) }
    }

    /// The length of a record without an end, when its day speaks for one.
    func instantLength(of source: Int, at time: Instant) -> Int64? {
        guard let lengths = instantLengths[source], window.span.contains(time.milliseconds)
        else { return nil }
        let day = window.dayIndex(of: window.clampedIndex(of: time.milliseconds))
        return lengths.indices.contains(day) ? lengths[day] : nil
    }

    private mutating func addTracks(_ prepared: PreparedObservations) {
        for (source, motion) in prepared.motions {
            let inside = motion.minutes.filter {
                $0.minute >= window.firstMinute
                    && $0.minute < window.firstMinute + Int64(window.count)
            }
            guard let first = inside.first, let last = inside.last else { continue }
            if isTracked.isEmpty { isTracked = [Bool](repeating: false, count: window.count) }
            var lane = MinuteLane(
                source: source,
                channel: .track,
                rank: prepared.sources.all[source].rank(in: .track, settings: settings),
                range: index(first)..<index(last) + 1
            )
            for minute in inside {
                lane.add(Int64(minute.walking), at: index(minute))
                isTracked[index(minute)] = true
                if minute.fast >= 30_000 { noteVehicle(at: index(minute)) }
            }
            lanes.append(lane)
        }
    }

    private func index(_ minute: MotionMinute) -> Int {
        Int(minute.minute - window.firstMinute)
    }

    private mutating func noteVehicle(at index: Int) {
        if isVehicle.isEmpty { isVehicle = [Bool](repeating: false, count: window.count) }
        isVehicle[index] = true
    }

    private mutating func addDeclared(
        _ prepared: PreparedObservations,
        plausibility: Plausibility
    ) {
        for (source, readings) in prepared.declared.enumerated() where !readings.isEmpty {
            let walks = DeclaredWalks(
                readings,
                source: source,
                window: window,
                plausibility: plausibility
            ).accepted
            guard let first = walks.first, let last = walks.last else { continue }
            var lane = MinuteLane(
                source: source,
                channel: .declared,
                rank: prepared.sources.all[source].rank(in: .declared, settings: settings),
                range: first.minutes.lowerBound..<last.minutes.upperBound
            )
            for walk in walks { walk.add(to: &lane, window: window) }
            lanes.append(lane)
            declared += walks
        }
    }

    private mutating func addSteps(_ prepared: PreparedObservations, derivation: Derivation) {
        let reader = RecordReader(
            window: window,
            sources: prepared.sources,
            home: derivation.home,
            plausibility: derivation.plausibility
        )
        for (source, records) in reader.records(of: prepared.observations).enumerated()
        where !records.isEmpty {
            let named = prepared.sources.all[source]
            let minutes = StepMinutes(records.short, source: source, window: window) {
                named.rank(in: $0, settings: settings)
            }
            if var lane = minutes.lane {
                suppressVehicles(in: &lane)
                lanes.append(lane)
            }
            epochs += minutes.epochs
            instantLengths[source] = records.lengths
            totals.add(
                records.long,
                source: source,
                rank: named.rank(in: .daily, settings: settings)
            )
            coverage.add(records, of: source, omitsZeros: named.omitsZeros)
        }
    }

    private func suppressVehicles(in lane: inout MinuteLane) {
        guard !isVehicle.isEmpty else { return }
        for index in lane.range where isVehicle[index] { lane.suppress(index) }
    }
}
