/// The partition table of UEFI, GPT (UEFI §5.3).
struct GPTTable {
    /// The partitions that are used, in the order of the table.
    let places: [PartitionPlace]

    /// What the entries take at most; a real table has 128 entries of 128 bytes.
    private static let entriesByteLimit = 1 << 20
    private static let entryByteCounts = [128, 256, 512, 1024, 2048, 4096]

    /// Reads the table, from its copy at the end of the disk when the first is damaged.
    ///
    /// - Parameters:
    ///   - source: the disk.
    ///   - sectorBytes: what the table counts in.
    /// - Returns: nothing when neither place holds a whole table.
    /// - Throws: what reading throws.
    static func read(
        _ source: any BlockSource,
        sectorBytes: Int64
    ) throws(DeviceError) -> GPTTable? {
        if let table = try read(source, header: 1, sectorBytes: sectorBytes) { return table }
        let last = source.byteCount / sectorBytes - 1
        guard last > 1 else { return nil }
        return try read(source, header: last, sectorBytes: sectorBytes)
    }

    private static func read(
        _ source: any BlockSource,
        header sectorNumber: Int64,
        sectorBytes: Int64
    ) throws(DeviceError) -> GPTTable? {
        let place = sectorNumber * sectorBytes
        let header = SectorBytes(try source.readBytes(at: place, count: Int(sectorBytes)))
        guard isWhole(header, at: sectorNumber) else { return nil }
        let entryBytes = Int(header.double(84))
        let entryCount = Int(header.double(80))
        guard entryByteCounts.contains(entryBytes), entryCount > 0,
            entryCount <= entriesByteLimit / entryBytes
        else { return nil }
        let (start, overflow) = Int64(clamping: header.quad(72))
            .multipliedReportingOverflow(by: sectorBytes)
        guard !overflow else { return nil }
        let bytes = try source.readBytes(at: start, count: entryBytes * entryCount)
        guard bytes.count == entryBytes * entryCount,
            CyclicRedundancyCheck.value(of: bytes) == header.double(88)
        else { return nil }
        return GPTTable(
            SectorBytes(bytes),
            entryBytes: entryBytes,
            count: entryCount,
            sectorBytes: sectorBytes
        )
    }

    private init(_ bytes: SectorBytes, entryBytes: Int, count: Int, sectorBytes: Int64) {
        places = (0..<count).compactMap { index in
            let entry = bytes.part(at: index * entryBytes, count: entryBytes)
            let first = entry.quad(32)
            let last = entry.quad(40)
            let isUsed = entry.quad(0) != 0 || entry.quad(8) != 0
            guard isUsed, first > 1, last >= first, last < .max else { return nil }
            return PartitionPlace(
                number: index + 1,
                firstSector: first,
                sectors: last - first + 1,
                sectorBytes: sectorBytes
            )
        }
    }

    /// Whether a header is one, says its own place, and passes its check.
    private static func isWhole(_ header: SectorBytes, at sectorNumber: Int64) -> Bool {
        let size = Int(header.double(12))
        guard header.hasText("EFI PART", at: 0), size >= 92, size <= header.count,
            header.quad(24) == UInt64(clamping: sectorNumber)
        else { return false }
        var bytes = header.part(at: 0, count: size).array
        for index in 16..<20 { bytes[index] = 0 }
        return CyclicRedundancyCheck.value(of: bytes) == header.double(16)
    }
}
