extension RandomAccessCollection where Index == Int {
    /// The place of the first element that meets a condition which all elements after it meet too;
    /// `endIndex` when none does.
    ///
    /// - Complexity: O(log *n*).
    func firstPlace(where isPast: (Element) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = low + (high - low) / 2
            if isPast(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
