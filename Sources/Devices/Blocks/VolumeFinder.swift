/// Finds the FAT volumes of a disk: on the bare disk, or in the partitions of an MBR or a GPT.
package enum VolumeFinder {
    /// What a disk holds.
    package struct Findings {
        /// The volumes that can be read, in the order of the disk's table.
        package var volumes: [FATVolume] = []
        /// Why the rest cannot be read: `unsupported` or `damaged`, each naming its partition.
        package var troubles: [DeviceError] = []
    }

    /// The sizes of sectors that tables of partitions count in.
    private static let sectorSizes: [Int64] = [512, 4096]
    /// The most partitions that are looked at, whatever a table says.
    private static let partitionLimit = 128

    /// Looks for volumes.
    ///
    /// - Parameter source: a whole disk or a partition of one.
    /// - Returns: volumes, troubles or both; never nothing at all.
    /// - Throws: `gone` and what else reading throws.
    package static func find(in source: any BlockSource) throws(DeviceError) -> Findings {
        var findings = Findings()
        try look(at: source, name: "the disk", into: &findings)
        guard findings.volumes.isEmpty, findings.troubles.isEmpty else { return findings }
        let places = try partitions(of: source, into: &findings)
        for place in places.prefix(partitionLimit) {
            let name = "partition \(place.number)"
            guard place.start < source.byteCount else {
                findings.troubles.append(.damaged("\(name) lies behind the end of the disk"))
                continue
            }
            let partition = PartitionBlocks(
                of: source,
                start: place.start,
                byteCount: place.byteCount
            )
            let before = findings
            try look(at: partition, name: name, into: &findings)
            if findings.volumes.count + findings.troubles.count
                == before.volumes.count + before.troubles.count
            {
                findings.troubles.append(unknown(name))
            }
        }
        if findings.volumes.isEmpty, findings.troubles.isEmpty {
            findings.troubles.append(unknown("the disk"))
        }
        return findings
    }

    /// Says what begins at the start of a source, if that is known.
    private static func look(
        at source: any BlockSource,
        name: String,
        into findings: inout Findings
    ) throws(DeviceError) {
        let bytes = try source.readBytes(at: 0, count: ForeignFileSystem.byteCount)
        let beginning = SectorBytes(bytes)
        if let kind = ForeignFileSystem(beginning) {
            findings.troubles.append(
                .unsupported(
                    "\(name) is \(kind.rawValue), which Amble does not read by itself; "
                        + "another program must mount it"
                )
            )
            return
        }
        guard FATLayout.isLikely(beginning) else { return }
        do throws(DeviceError) {
            findings.volumes.append(try FATVolume(source))
        } catch {
            switch error {
            case .damaged(let clause): findings.troubles.append(.damaged("\(name): \(clause)"))
            case .unsupported(let words):
                findings.troubles.append(.unsupported("\(name): \(words)"))
            default: throw error
            }
        }
    }

    /// The partitions by the disk's table, in the size of sectors that makes sense of them.
    ///
    /// A GPT counts only behind a master boot record that guards it (UEFI §5.2.3), as for the kernel:
    /// another one is what was left when the disk was divided anew.
    private static func partitions(
        of source: any BlockSource,
        into findings: inout Findings
    ) throws(DeviceError) -> [PartitionPlace] {
        var isProtective = false
        var candidates: [[PartitionPlace]] = []
        for size in sectorSizes {
            guard let record = try MasterBootRecord.read(source, sectorBytes: size) else {
                continue
            }
            if record.isProtective {
                if let table = try GPTTable.read(source, sectorBytes: size) { return table.places }
                isProtective = true
            }
            candidates.append(record.places)
        }
        if isProtective {
            findings.troubles.append(
                .damaged("both copies of the disk's partition table (GPT) are damaged")
            )
        }
        for places in candidates where try hasKnown(places, of: source) {
            return places
        }
        return candidates.first ?? []
    }

    /// Whether anything known begins in one of these places.
    private static func hasKnown(
        _ places: [PartitionPlace],
        of source: any BlockSource
    ) throws(DeviceError) -> Bool {
        for place in places {
            let bytes = try source.readBytes(at: place.start, count: ForeignFileSystem.byteCount)
            let beginning = SectorBytes(bytes)
            if FATLayout.isLikely(beginning) || ForeignFileSystem(beginning) != nil { return true }
        }
        return false
    }

    private static func unknown(_ name: String) -> DeviceError {
        .unsupported(
            "\(name) holds no file system that Amble knows; "
                + "if another program can mount it, its files are read from there"
        )
    }
}
