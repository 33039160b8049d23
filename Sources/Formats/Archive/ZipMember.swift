package import Model

/// One file of a zip, as the directory describes it.
package struct ZipMember: Hashable, Sendable {
    /// Its name as it stands in the archive; to be shown by `ArchiveName.shown`, and never opened.
    package let name: String
    /// Its length in bytes, as the directory says; held against what comes out.
    package let size: Int64
    /// When it was last changed; nothing where only a wall clock of nobody knows where says it.
    package let modified: Instant?
    /// Why it cannot be unpacked.
    package let obstacle: Obstacle?
    /// The bytes of its name, which its local header must repeat.
    let nameBytes: [UInt8]
    let flags: Int
    let method: Int
    let checksum: UInt32
    let packedBytes: Int64
    /// Where its local header begins.
    let headerStart: Int64

    /// Why a file cannot be unpacked.
    package enum Obstacle: Hashable, Sendable {
        /// It is encrypted.
        case locked
        /// It is packed in a way that is not read; its name.
        case method(String)
    }

    /// Opens its content.
    ///
    /// - Parameters:
    ///   - source: the archive.
    ///   - allowance: what may still be unpacked.
    /// - Returns: the content, unpacked while it is read.
    /// - Throws: `ArchiveFault`, or what the source throws.
    package func open(
        in source: any ByteSource,
        _ allowance: UnpackAllowance
    ) throws -> any MemberBytes {
        let start = try dataStart(in: source)
        let range = PackedRange(
            start: start,
            count: Int(clamping: packedBytes)
        )
        guard method == ZipMethod.deflate.rawValue else {
            return StoredBytes(source, range, checksum: checksum)
        }
        return InflatedBytes(
            source,
            range,
            wrapping: .zip(size: size, checksum: checksum),
            allowance
        )
    }

    /// Finds where its content begins, and whether the header there says what the directory says.
    private func dataStart(in source: any ByteSource) throws -> Int {
        let start = Int(clamping: headerStart)
        let header = LittleEndianFields(
            try source.bytes(at: start, count: 30 + nameBytes.count)[...]
        )
        guard header.bytes.starts(with: [0x50, 0x4B, 3, 4]), let flags = header.short(6),
            let method = header.short(8), let packed = header.long(18),
            let size = header.long(22), let nameLength = header.short(26),
            let extraLength = header.short(28)
        else { throw ArchiveFault.damaged("a file is not where the directory says", at: start) }
        guard method == self.method, flags & 1 == self.flags & 1,
            nameLength == nameBytes.count,
            let name = header.part(30, count: nameLength), name.elementsEqual(nameBytes),
            // With this flag they follow the content.
            flags & 8 != 0
                || Self.isLength(packed, packedBytes) && Self.isLength(size, self.size)
        else {
            throw ArchiveFault.damaged(
                "the directory and a file in it say different things",
                at: start
            )
        }
        return start + 30 + nameLength + extraLength
    }
}

extension ZipMember {
    /// Whether the length in a local header may be this one: one that is not known, and one of more
    /// than four bytes, stand elsewhere.
    private static func isLength(_ told: Int64, _ length: Int64) -> Bool {
        told == 0 || told == 0xFFFF_FFFF || told == length
    }
}

/// The ways of packing that have numbers in a zip.
enum ZipMethod: Int {
    case stored = 0
    case deflate = 8

    /// What people call a way that is not read.
    static func name(_ number: Int) -> String {
        switch number {
        case 9: "Deflate64"
        case 12: "bzip2"
        case 14: "LZMA"
        case 20, 93: "zstd"
        case 95: "xz"
        case 98: "PPMd"
        default: "method \(number)"
        }
    }
}
