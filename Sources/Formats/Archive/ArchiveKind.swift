/// The kinds of archive that are read.
package enum ArchiveKind: String, Hashable, Sendable {
    /// Many files, each packed by itself, with a directory at the end.
    case zip
    /// One file, packed.
    case gzip

    /// How many bytes of a file are enough to tell.
    package static let beginningBytes = 64

    /// Tells an archive by the first bytes of a file; its name plays no part.
    ///
    /// A workbook is a zip inside, and none for people.
    package init?(beginning bytes: [UInt8]) {
        if bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6]) {
            guard !ForeignContent.isWorkbook(bytes) else { return nil }
            self = .zip
        } else if bytes.starts(with: [0x1F, 0x8B, 8]) {
            self = .gzip
        } else {
            return nil
        }
    }

    /// Reads the beginning of a file and tells its kind.
    ///
    /// - Throws: only what the source throws.
    package static func of(_ source: any ByteSource) throws -> ArchiveKind? {
        var buffer = [UInt8](repeating: 0, count: beginningBytes)
        let count = try buffer.withUnsafeMutableBytes { try source.fill($0, at: 0) }
        return ArchiveKind(beginning: Array(buffer[..<count]))
    }
}
