/// A run of bytes with numbers in it, the low byte first; what lies outside of it is nothing.
struct LittleEndianFields {
    let bytes: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
    }

    /// A number of two bytes.
    func short(_ offset: Int) -> Int? {
        number(offset, count: 2).map { Int($0) }
    }

    /// A number of four bytes.
    func long(_ offset: Int) -> Int64? {
        number(offset, count: 4).map { Int64($0) }
    }

    /// A number of eight bytes; one that is no length of a file is nothing.
    func quad(_ offset: Int) -> Int64? {
        number(offset, count: 8).flatMap { Int64(exactly: $0) }
    }

    /// Some of the bytes.
    func part(_ offset: Int, count: Int) -> ArraySlice<UInt8>? {
        guard offset >= 0, count >= 0, offset <= bytes.count, count <= bytes.count - offset
        else { return nil }
        return bytes[(bytes.startIndex + offset)..<(bytes.startIndex + offset + count)]
    }

    private func number(_ offset: Int, count: Int) -> UInt64? {
        part(offset, count: count)?.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
}

extension ByteSource {
    /// Reads some bytes; fewer come only where the file ends.
    func bytes(at offset: Int, count: Int) throws -> [UInt8] {
        guard offset >= 0, count > 0 else { return [] }
        var buffer = [UInt8](repeating: 0, count: count)
        let filled = try buffer.withUnsafeMutableBytes { try fill($0, at: offset) }
        return filled == count ? buffer : Array(buffer[..<filled])
    }
}
