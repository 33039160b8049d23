/// The table of clusters, of which a window is kept in memory.
final class FATTable {
    /// What the entry of a cluster says.
    enum Link: Hashable {
        /// The chain goes on here; always a cluster of the volume.
        case next(UInt32)
        /// The chain ends.
        case end
        /// The cluster belongs to nobody.
        case free
        /// The cluster is marked as broken.
        case bad
        /// The chain leaves the volume.
        case outside(UInt32)
    }

    private let source: any BlockSource
    private let layout: FATLayout
    private var windowStart: Int64 = 0
    private var window = SectorBytes([])

    /// How much of the table is kept.
    ///
    /// A table of FAT12 is smaller as a whole, so that none of its
    /// entries lies across the edge; those of the others never do.
    private static let windowBytes: Int64 = 65_536

    init(_ source: any BlockSource, _ layout: FATLayout) {
        self.source = source
        self.layout = layout
    }

    /// What follows a cluster; `cluster` must be one of the volume.
    func link(of cluster: UInt32) throws(DeviceError) -> Link {
        let number = Int64(cluster)
        switch layout.kind {
        case .fat12:
            let index = try place(number + number / 2)
            let pair = window.word(index)
            return link(UInt32(number % 2 == 0 ? pair & 0x0FFF : pair >> 4), bad: 0xFF7)
        case .fat16:
            let index = try place(number * 2)
            return link(UInt32(window.word(index)), bad: 0xFFF7)
        case .fat32:
            let index = try place(number * 4)
            // The upper four bits are reserved and to be left out.
            return link(window.double(index) & 0x0FFF_FFFF, bad: 0x0FFF_FFF7)
        }
    }

    private func link(_ value: UInt32, bad: UInt32) -> Link {
        if value > bad { return .end }
        if value == bad { return .bad }
        if value == 0 { return .free }
        return layout.isCluster(value) ? .next(value) : .outside(value)
    }

    /// Moves the window over a byte of the table, and says where in the window it is.
    private func place(_ offset: Int64) throws(DeviceError) -> Int {
        if offset < windowStart || offset >= windowStart + Int64(window.count) {
            let start = offset / FATTable.windowBytes * FATTable.windowBytes
            let count = min(FATTable.windowBytes, layout.tableBytes - start)
            let bytes = try source.readBytes(at: layout.tableStart + start, count: Int(count))
            window = SectorBytes(bytes)
            windowStart = start
        }
        return Int(offset - windowStart)
    }
}
