import Model

/// What stands behind the name of a record: long numbers, and times with a zone.
struct ZipExtras {
    private(set) var size: Int64
    private(set) var packed: Int64
    private(set) var start: Int64
    private(set) var modified: Instant?

    /// Begins with what the record itself says.
    init(size: Int64, packed: Int64, start: Int64) {
        self.size = size
        self.packed = packed
        self.start = start
    }

    /// Reads all blocks; returns whether every number that should be there is.
    mutating func read(_ extra: ArraySlice<UInt8>) -> Bool {
        var hasLong = false
        let fields = LittleEndianFields(extra)
        var offset = 0
        while let kind = fields.short(offset), let length = fields.short(offset + 2),
            let block = fields.part(offset + 4, count: length)
        {
            if kind == 1, !hasLong {
                hasLong = true
                guard readLong(LittleEndianFields(block)) else { return false }
            } else if kind == 0x5455 {
                readTime(LittleEndianFields(block))
            }
            offset += 4 + length
        }
        let isUnset = [size, packed, start].contains(0xFFFF_FFFF)
        return hasLong || !isUnset
    }

    private mutating func readLong(_ block: LittleEndianFields) -> Bool {
        var offset = 0
        for field in [\ZipExtras.size, \.packed, \.start] where self[keyPath: field] == 0xFFFF_FFFF
        {
            guard let number = block.quad(offset) else { return false }
            self[keyPath: field] = number
            offset += 8
        }
        return true
    }

    private mutating func readTime(_ block: LittleEndianFields) {
        guard let flags = block.bytes.first, flags & 1 != 0, let seconds = block.long(1)
        else { return }
        modified = Instant(seconds: Int64(Int32(truncatingIfNeeded: seconds)))
    }
}
