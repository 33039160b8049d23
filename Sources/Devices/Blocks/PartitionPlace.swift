/// Where a partition lies by its table, before anything in it was looked at.
struct PartitionPlace: Hashable {
    /// The number that Linux gives it: 1–4 primary, 5 and more logical; of a GPT the place in the
    /// table, from 1.
    let number: Int
    /// The first byte.
    let start: Int64
    /// The length in bytes.
    let byteCount: Int64

    /// Makes a place of sectors; nothing when it is empty or reaches out of all numbers.
    init?(number: Int, firstSector: UInt64, sectors: UInt64, sectorBytes: Int64) {
        guard sectors > 0, let first = Int64(exactly: firstSector),
            let length = Int64(exactly: sectors)
        else { return nil }
        let (start, startOverflow) = first.multipliedReportingOverflow(by: sectorBytes)
        let (bytes, bytesOverflow) = length.multipliedReportingOverflow(by: sectorBytes)
        guard !startOverflow, !bytesOverflow else { return nil }
        self.number = number
        self.start = start
        self.byteCount = bytes
    }
}
