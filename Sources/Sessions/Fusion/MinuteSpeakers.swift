/// Who says something of each minute of a window: nobody, one source, or several.
///
/// A coarse epoch asks it what others say, since what its own source says is settled already
/// (SESSIONS.md §8.3.4).
struct MinuteSpeakers {
    private static let nobody: Int32 = -1
    private static let several: Int32 = -2

    private var speakers: [Int32]

    /// Makes so many minutes of which nobody says anything.
    init(count: Int) {
        speakers = [Int32](repeating: Self.nobody, count: count)
    }

    /// Notes that a source counts steps in a minute.
    mutating func note(_ source: Int, at index: Int) {
        let speaker = Int32(clamping: source)
        if speakers[index] == speaker { return }
        speakers[index] = speakers[index] == Self.nobody ? speaker : Self.several
    }

    /// Notes somebody who counts as another for every source: a track, a declaration.
    mutating func noteOther(at index: Int) {
        speakers[index] = Self.several
    }

    /// Notes what a lane says of a minute.
    mutating func note(_ lane: MinuteLane, at index: Int) {
        if lane.isTime { noteOther(at: index) } else { note(lane.source, at: index) }
    }

    /// Whether anybody speaks of a minute.
    func isAnybody(at index: Int) -> Bool { speakers[index] != Self.nobody }

    /// Whether anybody but this source speaks of a minute.
    func isAnybody(but source: Int, at index: Int) -> Bool {
        speakers[index] != Self.nobody && speakers[index] != Int32(clamping: source)
    }
}
