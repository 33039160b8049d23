import Model

/// The way of a chunk over points at least 10 m apart: receivers tremble, and the sum over all
/// points measures the trembling (SESSIONS.md §2.2, §8.8.7).
struct ThinnedPath {
    /// One kept point, and the leg that leads to it.
    struct Point: Equatable {
        /// Milliseconds of the point.
        let time: Int64
        /// Height in millimetres.
        let elevation: Int32?
        /// From the kept point before, in metres; 0 at the first.
        let length: Double
        /// The same over all points between, in metres.
        let rawLength: Double

        /// The whole second that holds it.
        var second: Int64 { time.flooredDivision(by: 1000) }
    }

    /// The first point, those at least 10 m from the one kept before, and the last, by time.
    private(set) var points: [Point] = []

    /// Thins a chunk.
    init(_ chunk: Chunk) {
        guard let first = chunk.fixes.first else { return }
        append(first, length: 0, rawLength: 0)
        var (kept, raw) = (0, 0.0)
        for index in chunk.fixes.indices.dropFirst() {
            let position = chunk.positions[index]
            raw += chunk.positions[index - 1].distance(to: position)
            let length = chunk.positions[kept].distance(to: position)
            let isLast = index == chunk.fixes.count - 1
            guard length >= MotionThresholds.thinning || isLast else { continue }
            append(chunk.fixes[index], length: length, rawLength: raw)
            (kept, raw) = (index, 0)
        }
    }

    private mutating func append(_ fix: Fix, length: Double, rawLength: Double) {
        points.append(
            Point(
                time: fix.time,
                elevation: fix.elevation,
                length: length,
                rawLength: rawLength
            )
        )
    }

    /// The number of points before a time.
    func count(before time: Int64) -> Int {
        var (low, high) = (0, points.count)
        while low < high {
            let middle = (low + high) / 2
            if points[middle].time < time { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
