/// Bytes of a disk whose fields are read little-endian; what lies behind the end reads as zero, so
/// that a short piece can never trap.
struct SectorBytes {
    private let bytes: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) {
        self.bytes = bytes[...]
    }

    private init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
    }

    var count: Int { bytes.count }

    /// A part of it; what lies behind the end is left out.
    func part(at offset: Int, count: Int) -> SectorBytes {
        SectorBytes(bytes.dropFirst(max(0, offset)).prefix(max(0, count)))
    }

    func byte(_ offset: Int) -> UInt8 {
        guard offset >= 0, offset < bytes.count else { return 0 }
        return bytes[bytes.startIndex + offset]
    }

    func word(_ offset: Int) -> UInt16 {
        UInt16(byte(offset)) | UInt16(byte(offset + 1)) << 8
    }

    func double(_ offset: Int) -> UInt32 {
        UInt32(word(offset)) | UInt32(word(offset + 2)) << 16
    }

    func quad(_ offset: Int) -> UInt64 {
        UInt64(double(offset)) | UInt64(double(offset + 4)) << 32
    }

    /// Whether an ASCII text stands at a place.
    func hasText(_ text: String, at offset: Int) -> Bool {
        part(at: offset, count: text.utf8.count).bytes.elementsEqual(text.utf8)
    }

    /// The bytes as an array.
    var array: [UInt8] { Array(bytes) }

    /// Whether it closes as boot sectors and partition tables do: 0x55 0xAA at byte 510.
    var hasBootSignature: Bool { word(510) == 0xAA55 }
}
