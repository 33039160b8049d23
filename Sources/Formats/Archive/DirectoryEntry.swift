import Model

/// One record of the directory of a zip.
struct DirectoryEntry {
    /// The file, whatever it is.
    let member: ZipMember

    var name: String { member.name }
    var headerStart: Int64 { member.headerStart }

    /// Whether it is a folder, which has no content.
    var isFolder: Bool { name.hasSuffix("/") || name.hasSuffix("\\") }

    /// The byte behind it at least: its local header may have more behind the name.
    var leastEnd: Int64 {
        let header = 30 + Int64(member.nameBytes.count)
        let (data, isDataOver) = member.headerStart.addingReportingOverflow(header)
        let (end, isEndOver) = data.addingReportingOverflow(member.packedBytes)
        return isDataOver || isEndOver ? .max : end
    }

    /// The bytes of a record before its name.
    static let fixedBytes = 46

    /// Reads a record out of its fixed part and of what follows it.
    ///
    /// - Parameters:
    ///   - fields: the record, from its mark to the end of its comment.
    ///   - nameLength: the length of its name.
    ///   - extraLength: the length of what follows the name.
    ///   - shift: how many bytes stand before the archive.
    init?(_ fields: LittleEndianFields, nameLength: Int, extraLength: Int, shift: Int) {
        guard let flags = fields.short(8), let method = fields.short(10),
            let checksum = fields.long(16), let packed = fields.long(20),
            let size = fields.long(24), let disk = fields.short(34), let start = fields.long(42),
            let name = fields.part(Self.fixedBytes, count: nameLength),
            let extra = fields.part(Self.fixedBytes + nameLength, count: extraLength)
        else { return nil }
        var extras = ZipExtras(size: size, packed: packed, start: start)
        guard extras.read(extra), disk == 0 || disk == 0xFFFF else { return nil }
        let (headerStart, isOver) = extras.start.addingReportingOverflow(Int64(shift))
        let isStored = method == ZipMethod.stored.rawValue && flags & 1 == 0
        guard !isOver, !isStored || extras.size == extras.packed else { return nil }
        let bytes = Array(name)
        let isLocked = flags & 0x2041 != 0 || method == 99
        let isRead = ZipMethod(rawValue: method) != nil
        member = ZipMember(
            name: ArchiveName.text(bytes, isUTF8: flags & 0x800 != 0),
            size: extras.size,
            modified: extras.modified,
            obstacle: isLocked ? .locked : isRead ? nil : .method(ZipMethod.name(method)),
            nameBytes: bytes,
            flags: flags,
            method: method,
            checksum: UInt32(truncatingIfNeeded: checksum),
            packedBytes: extras.packed,
            headerStart: headerStart
        )
    }
}
