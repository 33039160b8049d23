/// The document type inside an `export.xml`, which some versions of iOS write broken.
///
/// Since iOS 16 the attribute list of `VisionPrescription` has lacked its end in many exports, so
/// that no XML parser comes to the data. The declarations say nothing that the data need.
enum AppleDocumentType {
    private static let longest = 65_536
    private static let beginning = Array("<!DOCTYPE HealthData".utf8)
    private static let end = Array("]>".utf8)

    /// The same file with blanks for the declarations, so that all places stay where they are.
    ///
    /// - Returns: nothing when the file does not begin so, or declares entities, which are refused.
    /// - Throws: only what the source throws.
    static func repaired(_ source: any ByteSource) throws -> BlankedBytes? {
        var buffer = [UInt8](repeating: 0, count: longest)
        let count = try buffer.withUnsafeMutableBytes { try source.fill($0, at: 0) }
        let head = buffer[..<count]
        guard let type = head.firstRange(of: beginning),
            let open = head[type.upperBound...].firstIndex(of: UInt8(ascii: "[")),
            let close = head[open...].firstRange(of: end)
        else { return nil }
        let declarations = head[(open + 1)..<close.lowerBound]
        guard declarations.firstRange(of: Array("<!ENTITY".utf8)) == nil else { return nil }
        return BlankedBytes(source, range: (open + 1)..<close.lowerBound)
    }
}

/// Another source with blanks for a range of its bytes; line ends in it stay.
final class BlankedBytes: ByteSource {
    private let source: any ByteSource
    private let range: Range<Int>

    /// Blanks these bytes of a source.
    init(_ source: any ByteSource, range: Range<Int>) {
        self.source = source
        self.range = range
    }

    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let count = try source.read(at: offset, into: buffer)
        let end = offset + count
        guard offset < range.upperBound, end > range.lowerBound else { return count }
        for place in max(offset, range.lowerBound)..<min(end, range.upperBound) {
            let byte = buffer[place - offset]
            if byte != 0x0A, byte != 0x0D { buffer[place - offset] = 0x20 }
        }
        return count
    }
}
