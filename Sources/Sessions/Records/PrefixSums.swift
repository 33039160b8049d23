/// Sums of ranges of a list that changes: a binary indexed tree (Fenwick 1994,
/// doi:10.1002/spe.4380240306).
struct PrefixSums {
    private var tree: [Int64]

    /// Makes a list of so many zeros.
    init(count: Int) {
        tree = [Int64](repeating: 0, count: count + 1)
    }

    /// Adds to an element.
    mutating func add(_ value: Int64, at index: Int) {
        var place = index + 1
        while place < tree.count {
            tree[place] += value
            place += place & -place
        }
    }

    /// The sum of the elements of a range.
    func sum(_ range: Range<Int>) -> Int64 {
        sum(before: range.upperBound) - sum(before: range.lowerBound)
    }

    private func sum(before end: Int) -> Int64 {
        var place = min(end, tree.count - 1)
        var total: Int64 = 0
        while place > 0 {
            total += tree[place]
            place -= place & -place
        }
        return total
    }
}
