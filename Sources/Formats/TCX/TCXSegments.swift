internal import Model

/// Decides where the segments of an activity begin: what lies between two of them is a pause.
///
/// A new `Track` in the same lap is one. A new lap is none, since people press the button while
/// they walk on: its first points belong to the segment before if they follow within a minute.
struct TCXSegments {
    /// Beyond this silence a track is parted anyway (SESSIONS.md §8.8.2).
    private static let longestSilence: Int64 = 60_000

    private var last: Instant?
    private var isFirstOfLap = false
    private var mayGoOn = false
    private var isAtStart = false

    /// A lap begins.
    mutating func beginLap() {
        isFirstOfLap = true
    }

    /// A `Track` begins.
    mutating func beginTrack() {
        mayGoOn = isFirstOfLap
        isFirstOfLap = false
        isAtStart = true
    }

    /// Takes the time of the next point; whether it begins a segment.
    mutating func begins(at time: Instant) -> Bool {
        defer { last = time }
        guard isAtStart else { return false }
        isAtStart = false
        guard mayGoOn, let last else { return true }
        return !(0...Self.longestSilence).contains(last.milliseconds(to: time))
    }
}
