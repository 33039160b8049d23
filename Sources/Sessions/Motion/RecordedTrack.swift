import Model

/// One recorded track as `amble walks --tracks` shows it.
///
/// Recordings are judged each by itself: where two of a source overlap in time, both show it.
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
    ///
    /// Of a recording that was cut into files, the first one.
    var file: Int32
    var firstLine: Int32
    var lastLine: Int32
    /// The part of `walking` that was credited over silences of 60–300 s.
    var credited = Milliseconds.zero
    /// Silences, without what was credited.
    var uncovered = Milliseconds.zero
    /// All files it came from, in the order of time.
    var places: [TrackPlace] = []
}
