/// The record at the end of a zip, which says where its directory lies.
struct ZipEnd: Hashable {
    /// Where the directory begins, with what stands before the archive counted in.
    let directoryStart: Int
    /// How long the directory is.
    let directoryBytes: Int
    /// How many entries it has.
    let entries: Int
    /// How many bytes stand before the archive; every place in it counts from there.
    let shift: Int

    /// A record without its comment.
    private static let recordBytes = 22
    private static let longestComment = 65_535

    /// Finds the record; a comment, or padding of a downloader, may stand behind it.
    static func find(in source: any ByteSource, size: Int) throws -> ZipEnd {
        let tailStart = max(0, size - recordBytes - longestComment)
        let tail = try source.bytes(at: tailStart, count: size - tailStart)
        // A comment may hold what looks like an end; what is wrong counts only if there is no other.
        var fault: ArchiveFault?
        var place = tail.count - recordBytes
        while place >= 0 {
            if tail[place...].starts(with: [0x50, 0x4B, 5, 6]) {
                let fields = LittleEndianFields(tail[place...])
                do {
                    let found = try end(fields, at: tailStart + place, source)
                    if let found, try found.isPlausible(in: source) { return found }
                } catch let found as ArchiveFault {
                    fault = fault ?? found
                }
            }
            place -= 1
        }
        throw fault ?? ArchiveFault.truncated(at: size)
    }

    private static func end(
        _ fields: LittleEndianFields,
        at place: Int,
        _ source: any ByteSource
    ) throws -> ZipEnd? {
        guard let disk = fields.short(4), let entries = fields.short(10),
            let bytes = fields.long(12), let start = fields.long(16)
        else { return nil }
        if let large = try zip64(before: place, source) { return large }
        guard disk == 0 || disk == 0xFFFF else {
            throw ArchiveFault(
                "this is one part of an archive that was split; join the parts, or download the"
                    + " export as one file"
            )
        }
        return ZipEnd(start: start, bytes: bytes, entries: Int64(entries), end: place)
    }

    /// The record of archives that outgrew the old one, through the pointer that stands between.
    private static func zip64(before place: Int, _ source: any ByteSource) throws -> ZipEnd? {
        let pointer = LittleEndianFields(try source.bytes(at: place - 20, count: 20)[...])
        guard pointer.bytes.starts(with: [0x50, 0x4B, 6, 7]), let said = pointer.quad(8)
        else { return nil }
        for candidate in [Int(clamping: said), place - 20 - 56] where candidate >= 0 {
            let record = LittleEndianFields(try source.bytes(at: candidate, count: 56)[...])
            guard record.bytes.starts(with: [0x50, 0x4B, 6, 6]), let entries = record.quad(32),
                let bytes = record.quad(40), let start = record.quad(48)
            else { continue }
            return ZipEnd(start: start, bytes: bytes, entries: entries, end: candidate)
        }
        throw ArchiveFault.damaged("its end does not lie where it says", at: place)
    }

    /// Reckons where the directory is: right before the end, wherever it says it is.
    private init?(start: Int64, bytes: Int64, entries: Int64, end: Int) {
        guard bytes >= 0, start >= 0, bytes <= Int64(end), start <= Int64(end) - bytes
        else { return nil }
        directoryStart = end - Int(bytes)
        directoryBytes = Int(bytes)
        self.entries = Int(clamping: entries)
        shift = directoryStart - Int(start)
    }

    /// Whether there is a directory where it says, so that a comment that looks like an end is none.
    private func isPlausible(in source: any ByteSource) throws -> Bool {
        guard directoryBytes > 0 else { return entries == 0 }
        return try source.bytes(at: directoryStart, count: 4) == [0x50, 0x4B, 1, 2]
    }
}
