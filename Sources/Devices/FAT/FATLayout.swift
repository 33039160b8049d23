/// Where things lie on a FAT volume, by its boot sector.
///
/// After Microsoft's "FAT: General Overview of On-Disk Format" 1.03 ("the FAT specification"). All
/// numbers are checked against each other and against the device, so that arithmetic with them
/// stays within 64 bits and every table lies on the device.
struct FATLayout: Hashable, Sendable {
    /// How wide the entries of the table of clusters are.
    enum Kind: Int, Sendable {
        case fat12 = 12
        case fat16 = 16
        case fat32 = 32
    }

    let kind: Kind
    /// 512, 1024, 2048 or 4096.
    let sectorBytes: Int64
    /// A power of two, at most 128 sectors.
    let clusterBytes: Int64
    /// The first byte of the table of clusters that counts.
    let tableStart: Int64
    /// The bytes of one copy of the table.
    let tableBytes: Int64
    /// Where the root folder of FAT12 and FAT16 begins; of FAT32, where the clusters begin.
    let rootStart: Int64
    /// The bytes of the root folder of FAT12 and FAT16; 0 for FAT32.
    let rootBytes: Int64
    /// The first cluster of the root folder of FAT32; 0 otherwise.
    let rootCluster: UInt32
    /// How many clusters there are; their numbers begin with 2.
    let clusterCount: UInt32
    /// The number that formatting drew, where there is one.
    let serial: UInt32?
    /// The label of the boot sector, spaces at the end taken off; nothing for `NO NAME`.
    let label: [UInt8]?

    /// Where cluster 2 begins.
    var dataStart: Int64 { rootStart + (rootBytes + sectorBytes - 1) / sectorBytes * sectorBytes }

    /// Whether a number is that of a cluster of the volume.
    func isCluster(_ number: UInt32) -> Bool { number >= 2 && number - 2 < clusterCount }

    /// The first byte of a cluster; `number` must be one of the volume.
    func start(ofCluster number: UInt32) -> Int64 {
        dataStart + (Int64(number) - 2) * clusterBytes
    }

    /// Whether a sector begins like a FAT volume; cheap, and true for damaged ones.
    static func isLikely(_ sector: SectorBytes) -> Bool {
        let jump = sector.byte(0)
        let media = sector.byte(21)
        return sector.hasBootSignature && (jump == 0xEB || jump == 0xE9)
            && [512, 1024, 2048, 4096].contains(sector.word(11))
            && isPowerOfTwo(sector.byte(13)) && sector.word(14) > 0 && sector.byte(16) > 0
            && (media == 0xF0 || media >= 0xF8)
    }

    /// Reads a boot sector.
    ///
    /// - Parameters:
    ///   - sector: its first 512 bytes.
    ///   - byteCount: the length of the device, which the tables must lie on. Clusters may lie
    ///     behind its end: the files there are damaged, the others are not.
    /// - Throws: `damaged` or `unsupported` with the reason.
    init(_ sector: SectorBytes, byteCount: Int64) throws(DeviceError) {
        guard FATLayout.isLikely(sector) else {
            throw .damaged("sector 0 is no boot sector of a FAT volume")
        }
        let areas = try Areas(sector)
        sectorBytes = areas.sectorBytes
        clusterBytes = areas.sectorBytes * Int64(sector.byte(13))
        tableBytes = areas.tableSectors * sectorBytes
        rootStart = (areas.reserved + areas.copies * areas.tableSectors) * sectorBytes
        rootBytes = Int64(areas.rootEntries) * 32
        let clusters = (areas.total - areas.system) / Int64(sector.byte(13))
        kind = try FATLayout.kind(clusters: clusters, isWide: areas.isWide)
        clusterCount = try FATLayout.usable(clusters, tableBytes: tableBytes, kind: kind)
        rootCluster = areas.isWide ? sector.double(44) : 0
        tableStart =
            (areas.reserved + Int64(areas.activeCopy) * areas.tableSectors) * sectorBytes
        let names = areas.isWide ? 66 : 38
        let mark = sector.byte(names)
        serial = mark == 0x28 || mark == 0x29 ? sector.double(names + 1) : nil
        let label = sector.part(at: names + 5, count: 11).array.withoutSpacesAtEnd
        let isNamed = mark == 0x29 && !label.isEmpty && label != Array("NO NAME".utf8)
        self.label = isNamed ? label : nil
        try check(byteCount: byteCount)
    }

    private func check(byteCount: Int64) throws(DeviceError) {
        if kind == .fat32, !isCluster(rootCluster) {
            throw .damaged("the root folder lies in cluster \(rootCluster), which is none")
        }
        guard dataStart <= byteCount else {
            throw .damaged(
                "the boot sector puts the files at byte \(dataStart), "
                    + "but there are only \(byteCount) bytes"
            )
        }
        guard start(ofCluster: clusterCount + 2) <= FATLayout.byteLimit else {
            throw .unsupported("the volume is larger than 2 TiB, which is more than is read")
        }
    }

    /// Decides the kind by the count of clusters alone, as the FAT specification asks.
    ///
    /// A volume whose table has its length in the field of FAT32 has no root folder of the old
    /// kind, so that it is FAT32 however small it is; Windows and Linux read it so too.
    private static func kind(clusters: Int64, isWide: Bool) throws(DeviceError) -> Kind {
        if isWide { return .fat32 }
        if clusters < 4085 { return .fat12 }
        if clusters < 65_525 { return .fat16 }
        throw .damaged("the boot sector counts \(clusters) clusters, too many for FAT16")
    }

    /// The clusters that have an entry in the table.
    private static func usable(
        _ clusters: Int64,
        tableBytes: Int64,
        kind: Kind
    ) throws(DeviceError) -> UInt32 {
        let entries = tableBytes * 8 / Int64(kind.rawValue)
        let count = min(clusters, entries - 2, 0x0FFF_FFF5)
        guard count > 0 else { throw .damaged("the boot sector leaves no room for files") }
        return UInt32(count)
    }

    private static func isPowerOfTwo(_ byte: UInt8) -> Bool { byte.nonzeroBitCount == 1 }

    /// Handles of entries have room for the places of so many bytes.
    private static let byteLimit: Int64 = 1 << 41
}

/// The counts of sectors in a boot sector.
private struct Areas {
    let sectorBytes: Int64
    let reserved: Int64
    let copies: Int64
    let tableSectors: Int64
    let rootEntries: UInt16
    let total: Int64
    /// Whether the fields of FAT32 count.
    let isWide: Bool
    /// Which copy of the table counts, from 0.
    let activeCopy: UInt8

    /// Everything before the clusters.
    var system: Int64 {
        let rootSectors = (Int64(rootEntries) * 32 + sectorBytes - 1) / sectorBytes
        return reserved + copies * tableSectors + rootSectors
    }

    init(_ sector: SectorBytes) throws(DeviceError) {
        sectorBytes = Int64(sector.word(11))
        reserved = Int64(sector.word(14))
        copies = Int64(sector.byte(16))
        isWide = sector.word(22) == 0
        tableSectors = Int64(isWide ? sector.double(36) : UInt32(sector.word(22)))
        rootEntries = sector.word(17)
        total = Int64(sector.word(19) == 0 ? sector.double(32) : UInt32(sector.word(19)))
        // The flags count only when the bit says that the copies are not kept alike.
        let flags = isWide ? sector.word(40) : 0
        activeCopy = flags & 0x80 == 0 ? 0 : UInt8(flags & 0x0F)
        try check(version: sector.word(42))
    }

    private func check(version: UInt16) throws(DeviceError) {
        guard tableSectors > 0 else { throw .damaged("the table of clusters has no length") }
        if isWide, version != 0 {
            throw .unsupported("the volume is FAT32 version \(version), which is not known")
        }
        guard isWide == (rootEntries == 0) else {
            throw .damaged("the boot sector is of two kinds of FAT at once")
        }
        guard activeCopy < copies else {
            throw .damaged("the table of clusters in use is number \(activeCopy), which is none")
        }
        guard system < total else {
            throw .damaged("the tables alone need \(system) sectors, the volume has \(total)")
        }
    }
}

extension [UInt8] {
    /// Without the spaces that fill a field of fixed length.
    var withoutSpacesAtEnd: [UInt8] {
        Array(prefix((lastIndex { $0 != 0x20 } ?? -1) + 1))
    }
}
