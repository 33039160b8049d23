/// The partition table of a master boot record, with the chain of logical partitions.
struct MasterBootRecord {
    /// The partitions that hold something, primary ones first.
    let places: [PartitionPlace]
    /// Whether it only guards a GPT (an entry of type 0xEE).
    let isProtective: Bool

    /// The most logical partitions that are looked for; the chain of a hostile disk may be endless.
    private static let logicalLimit = 64

    /// Reads the table.
    ///
    /// - Parameters:
    ///   - source: the disk.
    ///   - sectorBytes: what the table counts in.
    /// - Returns: nothing when sector 0 holds no table.
    /// - Throws: what reading throws.
    static func read(
        _ source: any BlockSource,
        sectorBytes: Int64
    ) throws(DeviceError) -> MasterBootRecord? {
        let sector = SectorBytes(try source.readBytes(at: 0, count: 512))
        guard sector.hasBootSignature else { return nil }
        let entries = (0..<4).map { Entry(sector, index: $0) }
        // The first byte of an entry is 0 or 0x80 in every real table; anything else is a boot
        // sector of some file system.
        guard entries.allSatisfy({ $0.status & 0x7F == 0 }) else { return nil }
        var places: [PartitionPlace] = []
        for (index, entry) in entries.enumerated() where entry.holdsVolume {
            if let place = entry.place(number: index + 1, base: 0, sectorBytes: sectorBytes) {
                places.append(place)
            }
        }
        for entry in entries where entry.isExtended {
            let number = max(5, (places.last?.number ?? 0) + 1)
            places += try logical(
                source,
                base: UInt64(entry.first),
                firstNumber: number,
                sectorBytes: sectorBytes
            )
        }
        return MasterBootRecord(
            places: places,
            isProtective: entries.contains { $0.isProtective }
        )
    }

    /// Follows the chain of an extended partition.
    private static func logical(
        _ source: any BlockSource,
        base: UInt64,
        firstNumber: Int,
        sectorBytes: Int64
    ) throws(DeviceError) -> [PartitionPlace] {
        var places: [PartitionPlace] = []
        var sectorNumber = base
        var seen: Set<UInt64> = []
        while seen.count < logicalLimit, seen.insert(sectorNumber).inserted {
            let offset = Int64(clamping: sectorNumber).multipliedReportingOverflow(by: sectorBytes)
            guard !offset.overflow else { break }
            let bytes = try source.readBytes(at: offset.partialValue, count: 512)
            let sector = SectorBytes(bytes)
            guard sector.hasBootSignature else { break }
            let entry = Entry(sector, index: 0)
            let number = firstNumber + places.count
            if entry.holdsVolume,
                let place = entry.place(
                    number: number,
                    base: sectorNumber,
                    sectorBytes: sectorBytes
                )
            {
                places.append(place)
            }
            let link = Entry(sector, index: 1)
            guard link.isExtended, link.first > 0 else { break }
            sectorNumber = base + UInt64(link.first)
        }
        return places
    }

    /// One of the four entries of a table.
    private struct Entry {
        let status: UInt8
        let type: UInt8
        let first: UInt32
        let sectors: UInt32

        init(_ sector: SectorBytes, index: Int) {
            let offset = 446 + 16 * index
            status = sector.byte(offset)
            type = sector.byte(offset + 4)
            first = sector.double(offset + 8)
            sectors = sector.double(offset + 12)
        }

        /// Whether it holds logical partitions: CHS, LBA, and Linux's own kind.
        var isExtended: Bool { [0x05, 0x0F, 0x85].contains(type) }
        /// Whether it guards a GPT.
        var isProtective: Bool { type == 0xEE }
        var holdsVolume: Bool { type != 0 && !isExtended && !isProtective }

        func place(number: Int, base: UInt64, sectorBytes: Int64) -> PartitionPlace? {
            // A partition at sector 0 would be the table itself.
            guard first > 0 else { return nil }
            return PartitionPlace(
                number: number,
                firstSector: base + UInt64(first),
                sectors: UInt64(sectors),
                sectorBytes: sectorBytes
            )
        }
    }
}
