/// Finds how long the records are that a source wrote down without an end (SESSIONS.md §8.10).
enum RecordLength {
    /// The lengths that records may have, in milliseconds, the largest first.
    ///
    /// A whole day cannot show in the times of one day.
    private static let candidates: [Int64] = [60, 30, 15, 10, 5].map { $0 * 60_000 }
    private static let leastTimes = 8

    /// The length that the times of one source on one civil day speak for.
    ///
    /// - Parameter times: distinct, ascending, in milliseconds.
    /// - Returns: nothing when each record belongs to the minute that holds it.
    static func inferred(from times: some RandomAccessCollection<Int64>) -> Int64? {
        guard times.count >= leastTimes else { return nil }
        var fitting = [Int](repeating: 0, count: candidates.count)
        var count = 0
        for (time, next) in zip(times, times.dropFirst()) {
            count += 1
            for (place, length) in candidates.enumerated() where (next - time) % length == 0 {
                fitting[place] += 1
            }
        }
        let place = fitting.firstIndex { 10 * $0 >= 9 * count }
        return place.map { candidates[$0] }
    }
}
