package import Model

/// A gzip file: one file, packed, perhaps with its name and time (RFC 1952).
package struct GzipFile: Sendable {
    /// What it holds is called so, where it says; to be shown by `ArchiveName.shown`.
    package let name: String?
    /// When that was last changed, where it says.
    package let modified: Instant?
    private let packedBytes: Int

    private static let longestName = 1024

    /// Reads the header of a gzip file of so many bytes.
    ///
    /// - Throws: what the source throws; what is wrong is found when the content is read.
    package init(_ source: any ByteSource, size: Int64) throws {
        packedBytes = Int(clamping: size)
        let header = LittleEndianFields(try source.bytes(at: 0, count: 12)[...])
        let flags = header.part(3, count: 1)?.first ?? 0
        let seconds = header.long(4) ?? 0
        modified = seconds > 0 ? Instant(seconds: seconds) : nil
        guard flags & 8 != 0 else {
            name = nil
            return
        }
        let extra = flags & 4 != 0 ? 2 + (header.short(10) ?? 0) : 0
        let bytes = try source.bytes(at: 10 + extra, count: Self.longestName)
        let text = bytes.prefix { $0 != 0 }
        let isWhole = text.count < bytes.count && !text.isEmpty
        // RFC 1952 says Latin-1, and everybody writes UTF-8.
        let spelt =
            String(validating: text, as: UTF8.self)
            ?? String(String.UnicodeScalarView(text.map { Unicode.Scalar($0) }))
        name = isWhole ? spelt : nil
    }

    /// Opens its content.
    ///
    /// - Parameters:
    ///   - source: the archive.
    ///   - allowance: what may still be unpacked.
    /// - Returns: the content, unpacked while it is read.
    package func open(
        in source: any ByteSource,
        _ allowance: UnpackAllowance
    ) -> any MemberBytes {
        let range = PackedRange(start: 0, count: packedBytes)
        return InflatedBytes(source, range, wrapping: .gzip, allowance)
    }
}
