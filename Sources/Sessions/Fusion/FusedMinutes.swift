/// What counts in each minute of a window, and who says so (SESSIONS.md §8.6).
struct FusedMinutes {
    /// Nobody.
    static let nobody: Int32 = -1

    /// For each minute the place of the lane that witnesses its time, or `nobody`.
    var witness: [Int32]
    /// For each minute the place of the lane that counts its steps, or `nobody`.
    var stepWitness: [Int32]
    /// Steps of each minute, or `MinuteLane.absent`.
    var steps: [Int32]
    /// Walking milliseconds of each minute whose witness is a track or a declaration, else
    /// `MinuteLane.absent`.
    var walking: [Int32]

    /// Makes so many minutes of which nobody says anything.
    init(count: Int) {
        witness = [Int32](repeating: Self.nobody, count: count)
        stepWitness = witness
        steps = [Int32](repeating: MinuteLane.absent, count: count)
        walking = steps
    }

    /// Forgets a minute.
    mutating func clear(_ index: Int) {
        witness[index] = Self.nobody
        stepWitness[index] = Self.nobody
        steps[index] = MinuteLane.absent
        walking[index] = MinuteLane.absent
    }

    /// Lets a lane of steps, which stands at some place, speak of a minute.
    mutating func take(_ lane: MinuteLane, at place: Int, _ index: Int) {
        witness[index] = Int32(clamping: place)
        stepWitness[index] = Int32(clamping: place)
        steps[index] = lane[index]
        walking[index] = MinuteLane.absent
    }

    /// The stepping time of a minute with its bounds (SESSIONS.md §8.7).
    func stepping(_ index: Int) -> SteppingBounds {
        guard witness[index] != Self.nobody else { return SteppingBounds() }
        if walking[index] >= 0 { return SteppingBounds(exactly: Int64(walking[index])) }
        return SteppingBounds(steps: Int64(max(0, steps[index])), length: 60_000)
    }
}
