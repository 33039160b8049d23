import Devices

/// Puts volumes onto disks with tables of partitions.
enum DiskImage {
    /// An entry of a master boot record.
    static func entry(type: UInt8, first: Int, sectors: Int) -> [UInt8] {
        [0, 0, 0, 0, type, 0, 0, 0] + little(UInt32(first)) + little(UInt32(sectors))
    }

    /// A sector with a table of partitions.
    static func table(_ entries: [[UInt8]]) -> [UInt8] {
        var sector = [UInt8](repeating: 0, count: 446) + entries.flatMap { $0 }
        sector += [UInt8](repeating: 0, count: 510 - sector.count)
        return sector + [0x55, 0xAA]
    }

    /// A disk with a GPT and its copy, with two partitions: from sector 64, and from sector 1064.
    static func gpt(_ first: [UInt8], _ second: [UInt8]) -> SparseBlocks {
        let sectors = 3000
        let disk = SparseBlocks(byteCount: Int64(sectors) * 512)
        disk.write(table([entry(type: 0xEE, first: 1, sectors: sectors - 1)]), at: 0)
        let entries =
            gptEntry(first: 64, last: 1063) + gptEntry(first: 1064, last: 2063)
            + [UInt8](repeating: 0, count: 126 * 128)
        disk.write(entries, at: 2 * 512)
        disk.write(header(at: 1, entriesAt: 2, entries), at: 512)
        disk.write(entries, at: Int64(sectors - 33) * 512)
        disk.write(
            header(at: sectors - 1, entriesAt: sectors - 33, entries),
            at: Int64(sectors - 1) * 512
        )
        disk.write(first, at: 64 * 512)
        disk.write(second, at: 1064 * 512)
        return disk
    }

    private static func gptEntry(first: UInt64, last: UInt64) -> [UInt8] {
        // The type is that of Microsoft's basic data; the second half is any number of its own.
        let type: [UInt8] = [
            0xA2, 0xA0, 0xD0, 0xEB, 0xE5, 0xB9, 0x33, 0x44,
            0x87, 0xC0, 0x68, 0xB6, 0xB7, 0x26, 0x99, 0xC7,
        ]
        return type + [UInt8](repeating: UInt8(first % 251), count: 16) + little(first)
            + little(last) + [UInt8](repeating: 0, count: 80)
    }

    private static func header(at place: Int, entriesAt: Int, _ entries: [UInt8]) -> [UInt8] {
        var header = Array("EFI PART".utf8) + [0, 0, 1, 0] + little(UInt32(92))
        header += [UInt8](repeating: 0, count: 8) + little(UInt64(place)) + little(UInt64(0))
        header += little(UInt64(34)) + little(UInt64(2966)) + [UInt8](repeating: 7, count: 16)
        header += little(UInt64(entriesAt)) + little(UInt32(128)) + little(UInt32(128))
        header += little(check(entries))
        header.replaceSubrange(16..<20, with: little(check(header)))
        return header
    }

    /// CRC-32, bit by bit.
    static func check(_ bytes: [UInt8]) -> UInt32 {
        var value = UInt32.max
        for byte in bytes {
            value ^= UInt32(byte)
            for _ in 0..<8 { value = value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
        }
        return ~value
    }
}
