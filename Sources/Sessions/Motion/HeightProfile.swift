import Model

/// Heights along one unbroken way, for grades (SESSIONS.md §8.8.7).
struct HeightProfile {
    /// Metres from the beginning of the way, rising; one entry a height.
    private(set) var distances: [Double] = []
    /// Millimetres.
    private(set) var heights: [Int64] = []
    /// How much of the way to each entry counts as walked, in metres.
    private var counted: [Double] = []

    /// Adds a point.
    ///
    /// - Parameters:
    ///   - length: the way from the point before, in metres.
    ///   - counted: how much of it was walked.
    ///   - elevation: millimetres; a point without one lengthens the way to the next.
    mutating func append(length: Double, counted: Double, elevation: Int32?) {
        wayLength += length
        pendingCount += counted
        guard let elevation else { return }
        distances.append(wayLength)
        heights.append(Int64(elevation))
        self.counted.append(pendingCount)
        pendingCount = 0
    }

    private var wayLength = 0.0
    private var pendingCount = 0.0

    /// How steep a way is.
    struct Steepness: Equatable {
        /// Metres walked at a grade of 5 % or more.
        var steep = 0.0
        /// The steepest grade, in thousandths; nothing when the way is shorter than the window.
        var steepest: Int64?

        /// Takes another way into account.
        mutating func add(_ other: Steepness) {
            steep += other.steep
            steepest = [steepest, other.steepest].compactMap(\.self).max()
        }
    }

    /// The grade around the middle of each leg, over a window that ends where the way does.
    ///
    /// 5 % is the limit of a walking surface (2010 ADA Standards, 403.3). A way shorter than the
    /// window has no grade.
    func steepness(window: Double) -> Steepness {
        var result = Steepness()
        guard let first = distances.first, let last = distances.last, last - first >= window
        else { return result }
        var (back, front) = (0, 0)
        for leg in distances.indices.dropFirst() {
            let middle = (distances[leg - 1] + distances[leg]) / 2
            let from = max(first, middle - window / 2)
            let to = min(last, middle + window / 2)
            let rise = height(at: to, cursor: &front) - height(at: from, cursor: &back)
            let grade = abs(rise) / (to - from)
            if grade >= 50 { result.steep += counted[leg] }
            result.steepest = max(result.steepest ?? 0, Int64(grade.rounded()))
        }
        return result
    }

    /// The height in millimetres, on the straight line between the entries around a place.
    private func height(at distance: Double, cursor: inout Int) -> Double {
        while cursor + 2 < distances.count, distances[cursor + 1] <= distance { cursor += 1 }
        let length = distances[cursor + 1] - distances[cursor]
        guard length > 0 else { return Double(heights[cursor + 1]) }
        let rise = Double(heights[cursor + 1] - heights[cursor])
        return Double(heights[cursor]) + rise * (distance - distances[cursor]) / length
    }
}
