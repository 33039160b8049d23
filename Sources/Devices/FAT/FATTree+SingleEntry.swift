extension FATTree: SingleEntryTree {
    package func stillShows(_ entry: TreeEntry) throws(DeviceError) -> Bool {
        // The root folder has no record of its own.
        guard !entry.path.isEmpty else { return entry == root }
        let handle = FATHandle(entry.handle)
        let bytes = try volume.source.readBytes(
            at: Int64(handle.record) * Int64(FATRecord.byteCount),
            count: FATRecord.byteCount
        )
        guard bytes.count == FATRecord.byteCount else { return false }
        let record = FATRecord(SectorBytes(bytes))
        guard !record.isEnd, !record.isDeleted, !record.isDots, !record.isLongNamePiece,
            !record.isLabel, record.isFolder == (entry.kind == .folder),
            record.firstCluster(volume.layout.kind) & 0x0FFF_FFFF == handle.cluster
        else { return false }
        let size = record.isFolder ? 0 : Int64(record.size)
        return size == entry.size && record.modified.map { .wall($0) } == entry.modified
    }
}
