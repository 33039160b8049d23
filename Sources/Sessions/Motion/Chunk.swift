/// Fixes without a silence of more than a minute between them, cleared of spikes.
struct Chunk {
    /// At least one, at rising times.
    private(set) var fixes: [Fix] = []
    /// The places of the fixes.
    private(set) var positions: [EarthPosition] = []

    /// Makes a chunk, leaving out every fix that is reached and left in a dash while the way past
    /// it is calm (SESSIONS.md §8.8.2).
    ///
    /// When a spike is gone, the fix before it has a new neighbour and is looked at again; each
    /// look but one a fix takes a fix away, so the time is linear.
    init(_ fixes: some Collection<Fix>) {
        self.fixes.reserveCapacity(fixes.count)
        positions.reserveCapacity(fixes.count)
        for fix in fixes {
            self.fixes.append(fix)
            positions.append(fix.position)
            while isSpikeBeforeLast {
                self.fixes.remove(at: self.fixes.count - 2)
                positions.remove(at: positions.count - 2)
            }
        }
    }

    private var isSpikeBeforeLast: Bool {
        let last = fixes.count - 1
        return last >= 2
            && speed(from: last - 1, to: last) > MotionThresholds.spikeSpeed
            && speed(from: last - 2, to: last - 1) > MotionThresholds.spikeSpeed
            && speed(from: last - 2, to: last) < MotionThresholds.calmSpeed
    }

    /// Metres a second on the straight line between two fixes.
    private func speed(from: Int, to: Int) -> Double {
        positions[from].chord(to: positions[to]) * 1000
            / Double(fixes[to].time - fixes[from].time)
    }

    /// Milliseconds of the first fix.
    var start: Int64 { fixes.first?.time ?? 0 }
    /// Milliseconds of the last fix.
    var end: Int64 { fixes.last?.time ?? 0 }
    /// The whole seconds from the first to the last fix.
    ///
    /// Seconds begin where the clock's do, so that none belongs to two minutes; those of
    /// neighbouring chunks and of the silence between them add up.
    var seconds: Range<Int64> {
        (fixes.first?.second ?? 0)..<(fixes.last?.second ?? 0)
    }
}

/// Finds where a walker was at rising times, in time linear in the fixes.
struct PositionCursor {
    private var index = 0

    /// The place on the straight line between the fixes around a time.
    ///
    /// The time lies from the first to the last fix, and not before the time asked for last.
    mutating func position(at time: Int64, on chunk: Chunk) -> EarthPosition {
        let last = chunk.fixes.count - 1
        while index + 1 < last, chunk.fixes[index + 1].time <= time { index += 1 }
        guard index < last else { return chunk.positions[index] }
        let start = chunk.fixes[index].time
        let length = chunk.fixes[index + 1].time - start
        let fraction = Double(time - start) / Double(length)
        return chunk.positions[index].onTheWay(to: chunk.positions[index + 1], fraction: fraction)
    }
}
