import Model

/// What the tracks of one source say about motion (SESSIONS.md §8.8): walking time per minute, and
/// the figures that walks take from them.
struct SourceMotion {
    /// Minutes that a track covers, ascending.
    let minutes: [MotionMinute]
    /// The recordings, one a track segment or chain of joined segments, by start.
    let recordings: [RecordedTrack]

    /// Analyses the tracks of one source.
    ///
    /// - Parameters:
    ///   - tracks: all pieces of all segments of the source, in any order, repeated ones included.
    ///   - plausibility: points outside of it are not walked on.
    init(tracks: [Observed<TrackPiece>], plausibility: Plausibility) {
        minutes = []
        recordings = []
    }

    /// Path length, climb, descent and doubts of the track inside an interval [start, end).
    func figures(in span: Range<Instant>) -> TrackFigures {
        TrackFigures()
    }
}

/// One UTC minute as a track saw it; the parts sum up to at most 60 000 ms.
struct MotionMinute: Equatable {
    /// Whole minutes since the epoch.
    var minute: Int64
    /// Walking, gap credit included.
    var walking: Int32 = 0
    /// At the speed of running; says nothing of a session unless steps witness it.
    var running: Int32 = 0
    /// Standing still.
    var stopped: Int32 = 0
    /// In a vehicle.
    var vehicle: Int32 = 0
    /// Milliseconds with v60 above 4.2 m/s; 30 000 or more suppress steps (§8.6.7).
    var fast: Int32 = 0
    /// The part of `walking` that was credited over a silence of 60–300 s.
    var credited: Int32 = 0
}

/// One recorded track as `amble walks --tracks` shows it.
struct RecordedTrack: Equatable {
    /// The first and last usable point.
    var start: Instant
    var end: Instant
    /// Walking and standing time in all.
    var walking: Milliseconds
    var stopped: Milliseconds
    /// Walking, running, vehicle, stop and uncovered gap sum up to end − start, in whole seconds (G1).
    var running: Milliseconds
    var vehicle: Milliseconds
    /// The file it came from (index into `Observations.files`), first and last point's line.
    var file: Int32
    var firstLine: Int32
    var lastLine: Int32
}

/// What a walk takes from a track; what is not known stays away.
struct TrackFigures: Equatable {
    var distance: Metres?
    var climb: Metres?
    var descent: Metres?
    var isHilly: Bool?
    var isPoorTrack = false
}
