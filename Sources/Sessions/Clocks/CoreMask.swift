/// The core minutes of one source.
struct CoreMask {
    /// The longest lag that is looked for, in minutes.
    private static let longestLag = 10
    private static let leastBlocks = 3

    private var minutes = Set<Int>()

    /// Adds the core minutes of a lane.
    mutating func add(_ lane: MinuteLane, settings: SessionSettings) {
        for index in lane.range where lane.level(index, settings) == .core {
            minutes.insert(index)
        }
    }

    /// How many minutes later another source tells the same, and on how many stretches.
    ///
    /// - Returns: nothing when no lag agrees much better than none on three stretches.
    func lag(of other: CoreMask) -> (lag: Int, blocks: Int)? {
        var votes: [Int: Int] = [:]
        for block in Self.blocks(minutes.union(other.minutes)) {
            let pair = BlockPair(
                first: block.filter(minutes.contains),
                second: block.filter(other.minutes.contains)
            )
            if let lag = pair.betterLag(upTo: Self.longestLag) { votes[lag, default: 0] += 1 }
        }
        let best = votes.max { left, right in
            (left.value, -abs(left.key), left.key) < (right.value, -abs(right.key), right.key)
        }
        guard let best, best.value >= Self.leastBlocks else { return nil }
        return (best.key, best.value)
    }

    /// Minutes chained so loosely that a walk and its late twin stand in one stretch.
    private static func blocks(_ minutes: Set<Int>) -> [[Int]] {
        var blocks: [[Int]] = []
        for minute in minutes.sorted() {
            if let last = blocks.last?.last, minute - last <= longestLag + 1 {
                blocks[blocks.count - 1].append(minute)
            } else {
                blocks.append([minute])
            }
        }
        return blocks
    }
}

/// The core minutes of two sources on one stretch.
private struct BlockPair {
    let first: [Int]
    let second: [Int]

    /// The lag at which both agree best, when that is more than a quarter better than none.
    func betterLag(upTo longest: Int) -> Int? {
        guard !first.isEmpty, !second.isEmpty else { return nil }
        let later = Set(second)
        func common(_ lag: Int) -> Int { first.count { later.contains($0 + lag) } }
        let none = common(0)
        var best = (lag: 0, common: none)
        for lag in (1...longest).flatMap({ [$0, -$0] }) {
            let count = common(lag)
            if count > best.common { best = (lag, count) }
        }
        // Jaccard is common / (all − common); both sides are multiplied out.
        let all = first.count + second.count
        return 4 * best.common * (all - none) > 5 * none * (all - best.common) ? best.lag : nil
    }
}
