import CZlib

/// A file for an archive of a test, and what is to be odd about it.
package struct PackedFile {
    /// Its name, byte for byte.
    package var name: [UInt8]
    /// Its content.
    package var content: [UInt8]
    /// How it is packed: 0 not at all, 8 by deflate; any other number is only written down.
    package var method: UInt16 = 8
    /// The flags of its headers: 1 for a password, 0x800 for a name in UTF-8.
    package var flags: UInt16 = 0
    /// What is written down as its checksum; nothing for the true one.
    package var checksum: UInt32?
    /// What is written down as its length; nothing for the true one.
    package var size: UInt32?
    /// What stands behind the name in the directory.
    package var extra: [UInt8] = []
    /// The name in its own header; nothing for the same.
    package var localName: [UInt8]?

    /// Makes a file of a text.
    package init(_ name: String, _ text: String) {
        self.init(name, Array(text.utf8))
    }

    /// Makes a file.
    package init(_ name: String, _ content: [UInt8]) {
        self.name = Array(name.utf8)
        self.content = content
    }
}

/// Packs archives for tests.
package enum ArchiveWriter {
    /// Packs a zip.
    ///
    /// - Parameters:
    ///   - files: what is in it, in order.
    ///   - comment: what stands at its end.
    ///   - prefix: what stands before it.
    /// - Returns: the bytes of the archive.
    package static func zip(
        _ files: [PackedFile],
        comment: [UInt8] = [],
        prefix: [UInt8] = []
    ) -> [UInt8] {
        var archive = prefix
        var directory: [UInt8] = []
        for file in files {
            let start = archive.count - prefix.count
            let packed = file.method == 8 ? deflated(file.content, bits: -15) : file.content
            let name = file.localName ?? file.name
            let facts = facts(of: file, packed: packed.count)
            archive += [0x50, 0x4B, 3, 4] + short(20) + facts + short(UInt16(name.count))
            archive += short(0) + name + packed
            directory += [0x50, 0x4B, 1, 2] + short(20) + short(20) + facts
            directory += short(UInt16(file.name.count)) + short(UInt16(file.extra.count))
            directory += [UInt8](repeating: 0, count: 10) + long(UInt32(start))
            directory += file.name + file.extra
        }
        let start = archive.count - prefix.count
        archive += directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0]
        archive += short(UInt16(files.count)) + short(UInt16(files.count))
        archive += long(UInt32(directory.count)) + long(UInt32(start))
        return archive + short(UInt16(comment.count)) + comment
    }

    /// Packs one content with gzip.
    package static func gzip(_ content: [UInt8]) -> [UInt8] {
        deflated(content, bits: 31)
    }

    /// Packs one text with gzip.
    package static func gzip(_ text: String) -> [UInt8] {
        gzip(Array(text.utf8))
    }

    /// What both headers of a file say alike, from its flags to its length.
    private static func facts(of file: PackedFile, packed: Int) -> [UInt8] {
        let checksum = file.checksum ?? checksum(of: file.content)
        return short(file.flags) + short(file.method) + long(0) + long(checksum)
            + long(UInt32(packed)) + long(file.size ?? UInt32(file.content.count))
    }

    private static func checksum(of bytes: [UInt8]) -> UInt32 {
        UInt32(truncatingIfNeeded: crc32(0, bytes, UInt32(bytes.count)))
    }

    private static func deflated(_ content: [UInt8], bits: Int32) -> [UInt8] {
        var stream = z_stream()
        let size = Int32(MemoryLayout<z_stream>.size)
        deflateInit2_(&stream, 6, Z_DEFLATED, bits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
        defer { deflateEnd(&stream) }
        var input = content
        var output = [UInt8](
            repeating: 0,
            count: Int(deflateBound(&stream, UInt(content.count))) + 64
        )
        let count = input.withUnsafeMutableBufferPointer { from in
            output.withUnsafeMutableBufferPointer { into in
                stream.next_in = from.baseAddress
                stream.avail_in = UInt32(from.count)
                stream.next_out = into.baseAddress
                stream.avail_out = UInt32(into.count)
                deflate(&stream, Z_FINISH)
                return into.count - Int(stream.avail_out)
            }
        }
        return Array(output[..<count])
    }

    /// A number of two bytes, the low one first.
    package static func short(_ number: UInt16) -> [UInt8] {
        [UInt8(truncatingIfNeeded: number), UInt8(truncatingIfNeeded: number >> 8)]
    }

    /// A number of four bytes, the low one first.
    package static func long(_ number: UInt32) -> [UInt8] {
        short(UInt16(truncatingIfNeeded: number)) + short(UInt16(truncatingIfNeeded: number >> 16))
    }
}
