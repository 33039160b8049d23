/// The clusters of one file, found as far as they are needed and remembered as runs.
struct FATChain {
    /// Clusters that follow each other both in the file and on the disk.
    struct Run: Hashable {
        /// The place of the first one in the file, from 0.
        let index: Int64
        let cluster: UInt32
        var count: UInt32

        var end: Int64 { index + Int64(count) }
    }

    private let first: UInt32
    /// How many clusters the size of the file needs.
    private let needed: Int64
    private let runLimit: Int
    private var runs: [Run] = []
    private var met = ClusterSet()

    /// Begins a chain.
    ///
    /// - Parameters:
    ///   - first: the first cluster, as the entry says; not yet checked.
    ///   - needed: how many clusters the size needs.
    ///   - runLimit: how many runs are remembered, at least 2. Of a file in more pieces the older
    ///     half is forgotten, and looked up again when somebody goes back.
    init(first: UInt32, needed: Int64, runLimit: Int = 16_384) {
        self.first = first
        self.needed = needed
        self.runLimit = max(2, runLimit)
    }

    /// The run that holds a cluster of the file.
    ///
    /// - Parameters:
    ///   - index: the place in the file, from 0, less than `needed`.
    ///   - last: the run is made long enough to hold this place too, if it goes on that far.
    ///   - table: where the chain is looked up.
    ///   - layout: what is a cluster.
    /// - Returns: the run, as far as it is known yet.
    /// - Throws: `damaged` with the cluster when the chain ends too early, runs in a circle or leads
    ///   astray.
    mutating func run(
        holding index: Int64,
        upTo last: Int64,
        in table: FATTable,
        _ layout: FATLayout
    ) throws(DeviceError) -> Run {
        if runs.isEmpty || index < runs[0].index { try restart(layout) }
        while let end = runs.last?.end, end <= min(last, needed - 1) {
            // What lies on the disk after a gap is read by another call; do not look further.
            if let run = runs.last, run.index > index { break }
            try extend(from: end, in: table)
        }
        return try remembered(index)
    }

    private func remembered(_ index: Int64) throws(DeviceError) -> Run {
        var low = 0
        var high = runs.count
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if runs[middle].index <= index { low = middle } else { high = middle }
        }
        guard low < runs.count, runs[low].index <= index, index < runs[low].end else {
            throw .damaged("it has no cluster number \(index)")
        }
        return runs[low]
    }

    private mutating func restart(_ layout: FATLayout) throws(DeviceError) {
        guard needed <= Int64(layout.clusterCount) else {
            throw .damaged("its size needs \(needed) clusters, more than the volume has")
        }
        guard layout.isCluster(first) else {
            throw .damaged("it begins in cluster \(first), which is none")
        }
        met = ClusterSet()
        _ = met.insert(first)
        runs = [Run(index: 0, cluster: first, count: 1)]
    }

    /// Follows the chain by one cluster.
    private mutating func extend(from end: Int64, in table: FATTable) throws(DeviceError) {
        guard let run = runs.last else { return }
        let cluster = run.cluster + (run.count - 1)
        let next = try table.successor(of: cluster)
        guard let next else {
            throw .damaged(
                "its clusters end with \(cluster) after \(end), though its size needs \(needed)"
            )
        }
        guard met.insert(next) else {
            throw .damaged("its clusters run in a circle from \(cluster) to \(next)")
        }
        if next == cluster + 1 {
            runs[runs.count - 1].count += 1
        } else {
            if runs.count >= runLimit { runs.removeFirst(runs.count / 2) }
            runs.append(Run(index: end, cluster: next, count: 1))
        }
    }
}

extension FATTable {
    /// The cluster after another; nothing at the end of the chain.
    ///
    /// - Throws: `damaged` with the cluster when the chain leads astray.
    func successor(of cluster: UInt32) throws(DeviceError) -> UInt32? {
        switch try link(of: cluster) {
        case .next(let next): return next
        case .end: return nil
        case .free: throw .damaged("cluster \(cluster) of it is marked as free")
        case .bad: throw .damaged("cluster \(cluster) of it is marked as broken")
        case .outside(let value):
            throw .damaged("cluster \(cluster) of it leads to \(value), which is none")
        }
    }
}
