/// Makes images of FAT volumes, good ones and such as no program should have written.
///
/// It shares no code with the reader, so that both cannot be wrong in the same way unnoticed.
struct FATImage {
    enum Kind: Int {
        case fat12 = 12
        case fat16 = 16
        case fat32 = 32

        /// The mark of the end of a chain.
        var end: UInt32 { [.fat12: 0xFFF, .fat16: 0xFFFF, .fat32: 0x0FFF_FFFF][self, default: 0] }
        /// A count of clusters that makes this kind.
        var clusterCount: Int { [.fat12: 300, .fat16: 4085, .fat32: 65_525][self, default: 0] }
    }

    let kind: Kind
    let sectorBytes: Int
    let clusterSectors: Int
    let clusterCount: Int
    /// The boot sector, to be spoilt before `blocks()`.
    var boot: [UInt8]
    /// The table of clusters, to be spoilt likewise.
    var links: [UInt32: UInt32] = [:]
    /// The bytes of clusters, to be spoilt likewise.
    var clusters: [UInt32: [UInt8]] = [:]
    /// The bytes of the root folder of FAT12 and FAT16.
    private(set) var root: [UInt8] = []
    /// The clusters of each path, such as `GARMIN/A.FIT`; those of the root are at "".
    private(set) var chains: [String: [UInt32]] = [:]

    private let reserved: Int
    private let rootSectors: Int
    private let tableSectors: Int
    private var nextCluster: UInt32 = 2
    private static let copies = 2

    init(
        _ kind: Kind,
        sectorBytes: Int = 512,
        clusterSectors: Int = 1,
        clusterCount: Int? = nil,
        label: String? = "WALKS",
        rootEntries: Int = 512,
        _ items: [FATItem]
    ) {
        self.kind = kind
        self.sectorBytes = sectorBytes
        self.clusterSectors = clusterSectors
        self.clusterCount = clusterCount ?? kind.clusterCount
        reserved = kind == .fat32 ? 32 : 1
        rootSectors = kind == .fat32 ? 0 : rootEntries * 32 / sectorBytes
        let tableBytes = ((self.clusterCount + 2) * kind.rawValue + 7) / 8
        tableSectors = (tableBytes + sectorBytes - 1) / sectorBytes
        boot = [UInt8](repeating: 0, count: 512)
        links = [0: kind.end & ~7, 1: kind.end]
        fillBoot(rootEntries: kind == .fat32 ? 0 : rootEntries)
        var labels: [[UInt8]] = []
        if let label {
            let name = Array(label.utf8) + [UInt8](repeating: 0x20, count: 11 - label.utf8.count)
            labels = [name + [0x08] + [UInt8](repeating: 0, count: 20)]
        }
        if kind == .fat32 {
            _ = place(folder: items, path: "", parent: 0, beginning: labels)
        } else {
            root = (labels + records(of: items, path: "", own: 0)).flatMap { $0 }
        }
    }

    var clusterBytes: Int { sectorBytes * clusterSectors }
    /// Where the tables begin, one after the other.
    var tableStart: Int { reserved * sectorBytes }
    var rootStart: Int { (reserved + FATImage.copies * tableSectors) * sectorBytes }
    var dataStart: Int { rootStart + rootSectors * sectorBytes }
    var byteCount: Int64 { Int64(dataStart) + Int64(clusterCount) * Int64(clusterBytes) }

    func start(ofCluster cluster: UInt32) -> Int64 {
        Int64(dataStart) + Int64(cluster - 2) * Int64(clusterBytes)
    }

    /// The finished device.
    func blocks() -> SparseBlocks {
        let blocks = SparseBlocks(byteCount: byteCount)
        blocks.write(boot, at: 0)
        for copy in 0..<FATImage.copies {
            blocks.write(table, at: Int64(tableStart + copy * tableSectors * sectorBytes))
        }
        blocks.write(root, at: Int64(rootStart))
        for (cluster, bytes) in clusters { blocks.write(bytes, at: start(ofCluster: cluster)) }
        return blocks
    }

    /// The finished device as bytes.
    func bytes() -> [UInt8] { blocks().bytes(count: Int(byteCount)) }

    /// The bytes of one copy of the table.
    var table: [UInt8] {
        var bytes = [UInt8](repeating: 0, count: tableSectors * sectorBytes)
        for (cluster, value) in links {
            let number = Int(cluster)
            switch kind {
            case .fat12:
                let place = number * 3 / 2
                let shift = number % 2 * 4
                let old = Int(bytes[place]) | Int(bytes[place + 1]) << 8
                let new = old & ~(0xFFF << shift) | Int(value) << shift
                bytes[place] = UInt8(new & 0xFF)
                bytes[place + 1] = UInt8(new >> 8 & 0xFF)
            case .fat16:
                bytes.replaceSubrange(number * 2..<number * 2 + 2, with: little(UInt16(value)))
            case .fat32: bytes.replaceSubrange(number * 4..<number * 4 + 4, with: little(value))
            }
        }
        return bytes
    }

    private mutating func fillBoot(rootEntries: Int) {
        let total = UInt32(
            reserved + FATImage.copies * tableSectors + rootSectors + clusterCount * clusterSectors
        )
        let isShort = total < 65_536 && kind != .fat32
        put([0xEB, 0x3C, 0x90] + Array("AMBLE1.0".utf8), at: 0)
        put(
            little(UInt16(sectorBytes)) + [UInt8(clusterSectors)] + little(UInt16(reserved)),
            at: 11
        )
        put([UInt8(FATImage.copies)] + little(UInt16(rootEntries)), at: 16)
        put(little(isShort ? UInt16(total) : 0) + [0xF8], at: 19)
        put(little(isShort ? 0 : total), at: 32)
        if kind == .fat32 {
            put(little(UInt32(tableSectors)) + [0, 0, 0, 0] + little(UInt32(2)), at: 36)
        } else {
            put(little(UInt16(tableSectors)), at: 22)
        }
        let names = kind == .fat32 ? 66 : 38
        put([0x29] + little(UInt32(0x5A3C_0001)) + Array("BOOT LABEL ".utf8), at: names)
        put([0x55, 0xAA], at: 510)
    }

    /// Changes bytes of the boot sector.
    mutating func put(_ bytes: [UInt8], at offset: Int) {
        boot.replaceSubrange(offset..<offset + bytes.count, with: bytes)
    }

    private mutating func place(
        folder items: [FATItem],
        path: String,
        parent: UInt32,
        beginning: [[UInt8]],
        isFragmented: Bool = false
    ) -> UInt32 {
        // The first cluster is known before the records of the children are, their number after.
        let step: UInt32 = isFragmented ? 2 : 1
        let count = beginning.count + 2 + items.reduce(0) { $0 + 2 + $1.name.utf16.count / 13 }
        let chain = allocate(max(1, (count * 32 + clusterBytes - 1) / clusterBytes), step: step)
        chains[path] = chain
        let dots = path.isEmpty ? [] : FATImage.dots(own: chain[0], parent: parent)
        let all = beginning + dots + records(of: items, path: path, own: chain[0])
        write(all.flatMap { $0 }, to: chain)
        return chain[0]
    }

    private mutating func records(
        of items: [FATItem],
        path: String,
        own: UInt32
    ) -> [[UInt8]] {
        var records: [[UInt8]] = []
        for (number, item) in items.enumerated() {
            let itemPath = path.isEmpty ? item.name : path + "/" + item.name
            var cluster: UInt32 = 0
            if let children = item.items {
                cluster = place(
                    folder: children,
                    path: itemPath,
                    parent: path.isEmpty ? 0 : own,
                    beginning: [],
                    isFragmented: item.isFragmented
                )
            } else {
                let needed = (item.content.count + clusterBytes - 1) / clusterBytes
                let chain = allocate(item.clusters ?? needed, step: item.isFragmented ? 2 : 1)
                chains[itemPath] = chain
                write(item.content, to: chain)
                cluster = chain.first ?? 0
                if item.isDeleted { for cluster in chain { links[cluster] = nil } }
            }
            records += item.records(number: number + 1, cluster: cluster)
        }
        return records
    }

    private static func dots(own: UInt32, parent: UInt32) -> [[UInt8]] {
        [
            FATItem.folder(".", []).with { $0.shortName = Array(".          ".utf8) }
                .records(number: 0, cluster: own)[0],
            FATItem.folder("..", []).with { $0.shortName = Array("..         ".utf8) }
                .records(number: 0, cluster: parent)[0],
        ]
    }

    private mutating func allocate(_ count: Int, step: UInt32) -> [UInt32] {
        let chain = (0..<UInt32(count)).map { nextCluster + $0 * step }
        for (index, cluster) in chain.enumerated() {
            links[cluster] = index + 1 < chain.count ? chain[index + 1] : kind.end
        }
        nextCluster += UInt32(count) * step
        return chain
    }

    private mutating func write(_ bytes: [UInt8], to chain: [UInt32]) {
        for (index, cluster) in chain.enumerated() {
            let start = index * clusterBytes
            guard start < bytes.count else { return }
            clusters[cluster] = Array(bytes[start..<min(start + clusterBytes, bytes.count)])
        }
    }
}
