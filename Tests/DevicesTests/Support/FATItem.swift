/// A file or folder that goes into an image.
struct FATItem {
    var name: String
    var content: [UInt8] = []
    /// What lies in a folder; nothing for a file.
    var items: [FATItem]?
    /// The length that the record says, when that is not the true one.
    var size: UInt32?
    /// How many clusters the chain has, when that is not what the content needs.
    var clusters: Int?
    var isFragmented = false
    var isDeleted = false
    /// The 11 bytes of the short name, when they are not made from the name.
    var shortName: [UInt8]?
    /// Whether a long name is written; otherwise only when the short name does not say it all.
    var hasLongName: Bool?
    var caseFlags: UInt8 = 0
    /// 2026-11-21, as FAT packs dates: (2026 − 1980) · 512 + 11 · 32 + 21.
    var date: UInt16 = 46 << 9 | 11 << 5 | 21
    /// 09:30:20, as FAT packs times: 9 · 2048 + 30 · 32 + 20 / 2.
    var time: UInt16 = 9 << 11 | 30 << 5 | 10

    static func file(_ name: String, _ content: [UInt8] = []) -> FATItem {
        FATItem(name: name, content: content)
    }

    static func folder(_ name: String, _ items: [FATItem]) -> FATItem {
        FATItem(name: name, items: items)
    }

    /// The same with something else about it.
    func with(_ change: (inout FATItem) -> Void) -> FATItem {
        var item = self
        change(&item)
        return item
    }

    /// The records that stand for it, long name first.
    func records(number: Int, cluster: UInt32) -> [[UInt8]] {
        let plain = FATItem.plainShortName(name)
        let short = shortName ?? plain ?? FATItem.madeShortName(name, number: number)
        let isLong = hasLongName ?? (shortName == nil && plain == nil)
        var records = isLong ? FATItem.longNameRecords(name, short: short) : []
        records.append(record(short, cluster: cluster))
        if isDeleted { for index in records.indices { records[index][0] = 0xE5 } }
        return records
    }

    private func record(_ short: [UInt8], cluster: UInt32) -> [UInt8] {
        let length = items == nil ? size ?? UInt32(content.count) : 0
        return short + [items == nil ? 0x20 : 0x10, caseFlags]
            + [UInt8](repeating: 0, count: 7)
            + little(UInt16(cluster >> 16)) + little(time) + little(date)
            + little(UInt16(truncatingIfNeeded: cluster)) + little(length)
    }

    /// The pieces of a long name, the last first.
    static func longNameRecords(_ name: String, short: [UInt8]) -> [[UInt8]] {
        let check = short.reduce(UInt8(0)) { (($0 & 1) << 7 | $0 >> 1) &+ $1 }
        var units = Array(name.utf16)
        if units.count % 13 != 0 {
            units.append(0)
            while units.count % 13 != 0 { units.append(0xFFFF) }
        }
        let pieces = units.count / 13
        return (0..<pieces).reversed().map { piece in
            let bytes = units[piece * 13..<piece * 13 + 13].flatMap { little($0) }
            let number = UInt8(piece + 1) | (piece == pieces - 1 ? 0x40 : 0)
            return [number] + bytes[0..<10] + [0x0F, 0, check] + bytes[10..<22] + [0, 0]
                + bytes[22..<26]
        }
    }

    private static func plainShortName(_ name: String) -> [UInt8]? {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false).map {
            Array($0.utf8)
        }
        guard let stem = parts.first, (1...2).contains(parts.count), (1...8).contains(stem.count)
        else { return nil }
        let ending = parts.count == 2 ? parts[1] : []
        guard ending.count <= 3, parts.count == 1 || !ending.isEmpty else { return nil }
        let isPlain = (stem + ending).allSatisfy {
            (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || $0 == 0x5F
        }
        return isPlain ? padded(stem, to: 8) + padded(ending, to: 3) : nil
    }

    private static func madeShortName(_ name: String, number: Int) -> [UInt8] {
        let tail = Array("~\(number)".utf8)
        let letters = name.uppercased().utf8.filter {
            (0x30...0x39).contains($0) || (0x41...0x5A).contains($0)
        }
        return padded(Array(letters.prefix(8 - tail.count)) + tail, to: 8) + [0x20, 0x20, 0x20]
    }

    private static func padded(_ bytes: [UInt8], to count: Int) -> [UInt8] {
        bytes + [UInt8](repeating: 0x20, count: count - bytes.count)
    }
}

/// The bytes of a number, the lowest first.
func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    (0..<Number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> Number(8 * $0)) }
}
