/// One walk session: time on one's feet between two instants, pauses included.
package struct Walk: Hashable, Sendable {
    /// The beginning; the walk belongs to the civil day that holds it.
    package var start: Instant
    /// The end, exclusive.
    package var end: Instant
    /// Time in motion, running included; for coarse data the central estimate.
    package var active: Milliseconds
    /// The part of `active` that was run.
    package var running: Milliseconds
    /// Standing still in between: end − start − active.
    ///
    /// Nothing for estimated walks.
    package var pause: Milliseconds?
    /// The bounds of `active`, for estimated walks only.
    package var activeBounds: ClosedRange<Milliseconds>?
    /// Steps, when a source counted them.
    package var steps: Steps?
    /// Typical cadence times two (c2 of SESSIONS.md §8.4), when steps witness the walk.
    package var doubledCadence: Int32?
    /// Walk or run, by most of its core minutes.
    package var kind: WalkKind
    /// How it is known.
    package var quality: WalkQuality
    /// Path length, from a track.
    package var distance: Metres?
    /// Total climb, from a track with heights.
    package var climb: Metres?
    /// Total descent, from a track with heights.
    package var descent: Metres?
    /// Whether the track was hilly (SESSIONS.md §8.8.7); nothing when heights are unknown.
    package var isHilly: Bool?
    /// Whether the track's positions were too noisy to trust its figures (§8.8.8).
    package var isPoorTrack: Bool
    /// The last known minute of its source lies so near that it may still grow (§8.4.8).
    package var isOpen: Bool
    /// The names of the sources that witness it, in the order of their bytes, without repetition.
    package var sources: [String]

    /// Makes a walk; what is not known stays away.
    package init(
        start: Instant,
        end: Instant,
        active: Milliseconds,
        running: Milliseconds = .zero,
        pause: Milliseconds? = nil,
        activeBounds: ClosedRange<Milliseconds>? = nil,
        steps: Steps? = nil,
        doubledCadence: Int32? = nil,
        kind: WalkKind = .walk,
        quality: WalkQuality = .measured,
        distance: Metres? = nil,
        climb: Metres? = nil,
        descent: Metres? = nil,
        isHilly: Bool? = nil,
        isPoorTrack: Bool = false,
        isOpen: Bool = false,
        sources: [String] = []
    ) {
        self.start = start
        self.end = end
        self.active = active
        self.running = running
        self.pause = pause
        self.activeBounds = activeBounds
        self.steps = steps
        self.doubledCadence = doubledCadence
        self.kind = kind
        self.quality = quality
        self.distance = distance
        self.climb = climb
        self.descent = descent
        self.isHilly = isHilly
        self.isPoorTrack = isPoorTrack
        self.isOpen = isOpen
        self.sources = sources
    }

    /// Steps per active minute, rounded half up; nothing without steps or for estimated walks.
    package var cadence: Int64? {
        guard quality != .estimated, let steps, active.count > 0 else { return nil }
        return (steps.count * 120_000 + active.count) / (2 * active.count)
    }
}

/// Whether a session was walked or run; the raw value is stored and shown.
package enum WalkKind: String, Sendable {
    /// At most half of its core minutes were run.
    case walk
    /// More than half of its core minutes were run.
    case run
    /// A recorded track that is no session: shown by `amble walks --tracks` only.
    case track
}

/// How a walk is known; the raw value is stored and shown.
package enum WalkQuality: String, Sendable {
    /// From records of five minutes or less, or a track.
    case measured
    /// From coarse records: the minutes are an estimate with a range.
    case estimated
    /// A person or an app said so.
    case declared
}
