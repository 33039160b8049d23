/// Climb and descent of a row of heights that tremble (SESSIONS.md §2.2, §8.8.7).
///
/// The row is followed from turn to turn, and a turn counts only when the height then changes by
/// the threshold or more. The first and last height always count, so climb − descent is exactly
/// the height won; and the row read backwards gives the same with climb and descent swapped, which
/// the usual hysteresis does not.
struct ZigZag: Equatable {
    /// The sum of all rises, in the unit of the heights.
    private(set) var climb: Int64 = 0
    /// The sum of all falls.
    private(set) var descent: Int64 = 0

    /// Follows a row of heights; the threshold is positive and in the unit of the heights.
    init(_ heights: [Int64], threshold: Int64) {
        guard let first = heights.first, let last = heights.last else { return }
        let turns = Self.turns(of: heights, threshold: threshold)
        let start = turns.firstIndex { abs($0 - first) >= threshold } ?? turns.endIndex
        let end = turns.lastIndex { abs($0 - last) >= threshold } ?? -1
        var previous = first
        for turn in start <= end ? turns[start...end] : [] {
            move(from: previous, to: turn)
            previous = turn
        }
        move(from: previous, to: last)
    }

    /// The heights between which the row moves by the threshold or more, lows and highs in turn.
    private static func turns(of heights: [Int64], threshold: Int64) -> [Int64] {
        var turns: [Int64] = []
        var (low, high) = (heights[0], heights[0])
        var isRising: Bool?
        for height in heights {
            low = min(low, height)
            high = max(high, height)
            if isRising != false, high - height >= threshold {
                turns.append(high)
                (low, isRising) = (height, false)
            } else if isRising != true, height - low >= threshold {
                turns.append(low)
                (high, isRising) = (height, true)
            }
        }
        if let isRising { turns.append(isRising ? high : low) }
        return turns
    }

    private mutating func move(from: Int64, to: Int64) {
        climb += max(0, to - from)
        descent += max(0, from - to)
    }
}
