/// What a tree knows an entry by: the place of its record on the volume, which no other entry has,
/// and its first cluster.
struct FATHandle: Hashable {
    /// The place of the record in records of 32 bytes, less than 2^36; 0 for the root folder.
    let record: UInt64
    /// The first cluster, 28 bits, not yet checked.
    let cluster: UInt32

    init(place: Int64, cluster: UInt32) {
        record = UInt64(clamping: place) / UInt64(FATRecord.byteCount)
        self.cluster = cluster & 0x0FFF_FFFF
    }

    init(_ number: UInt64) {
        record = number >> 28
        cluster = UInt32(truncatingIfNeeded: number) & 0x0FFF_FFFF
    }

    /// Both in one number.
    var number: UInt64 { record << 28 | UInt64(cluster) }
}
