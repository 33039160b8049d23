/// Clusters that were met, one bit each, in pages that are made as they are needed: 4 KiB for each
/// 32 768 neighbouring clusters, so at most 32 MiB for the largest volume there can be.
struct ClusterSet {
    private var pages: [UInt32: [UInt64]] = [:]
    private var page: [UInt64] = []
    private var pageNumber: UInt32?

    private static let wordsInPage = 512

    /// Adds a cluster.
    ///
    /// - Returns: whether it was new.
    mutating func insert(_ cluster: UInt32) -> Bool {
        let number = cluster >> 15
        if number != pageNumber { turn(to: number) }
        let word = Int(cluster >> 6 & 511)
        let bit: UInt64 = 1 << UInt64(cluster & 63)
        guard page[word] & bit == 0 else { return false }
        page[word] |= bit
        return true
    }

    /// Keeps the page at hand out of the dictionary, since neighbours come one after another.
    private mutating func turn(to number: UInt32) {
        if let pageNumber { pages[pageNumber] = page }
        page =
            pages.removeValue(forKey: number)
            ?? [UInt64](repeating: 0, count: ClusterSet.wordsInPage)
        pageNumber = number
    }
}
