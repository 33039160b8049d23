/// The bytes of an XML file with blanks where real exports break rules that no reader needs.
///
/// Blanks keep every place where it is. What is mended: blanks before an XML declaration, which
/// then is none; the document type of Apple Health, whose `VisionPrescription` has lacked its end
/// since iOS 16; control characters, which Apple Health copies out of the names of devices. Entities
/// are never mended, so that they are refused as everywhere.
final class MendedXML: ByteSource {
    /// All that is mended by place stands in so many bytes at the beginning.
    private static let headLength = 65_536

    private let source: any ByteSource
    private let blanks: Range<Int>
    private let dropsControls: Bool

    /// Looks at the beginning of a source for what must be mended.
    ///
    /// - Throws: only what the source throws.
    init(_ source: any ByteSource) throws {
        var buffer = [UInt8](repeating: 0, count: Self.headLength)
        let count = try buffer.withUnsafeMutableBytes { try source.fill($0, at: 0) }
        let head = buffer[..<count]
        let type = Self.appleType(head)
        self.source = source
        blanks = type ?? Self.lateDeclaration(head) ?? 0..<0
        dropsControls = type != nil
    }

    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let count = try source.read(at: offset, into: buffer)
        let end = offset + count
        if offset < blanks.upperBound, end > blanks.lowerBound {
            for place in max(offset, blanks.lowerBound)..<min(end, blanks.upperBound) {
                let byte = buffer[place - offset]
                if byte != 0x0A, byte != 0x0D { buffer[place - offset] = 0x20 }
            }
        }
        if dropsControls {
            Self.dropControls(UnsafeMutableRawBufferPointer(rebasing: buffer[..<count]))
        }
        return count
    }

    /// What stands between the brackets of Apple's document type; nothing when it declares entities.
    private static func appleType(_ head: ArraySlice<UInt8>) -> Range<Int>? {
        guard let type = head.firstRange(of: Array("<!DOCTYPE HealthData".utf8)),
            let open = head[type.upperBound...].firstIndex(of: UInt8(ascii: "[")),
            let close = head[open...].firstRange(of: Array("]>".utf8))
        else { return nil }
        let declarations = (open + 1)..<close.lowerBound
        let hasEntities = head[declarations].firstRange(of: Array("<!ENTITY".utf8)) != nil
        return hasEntities ? nil : declarations
    }

    /// An XML declaration that does not stand at the very beginning, where it must, but behind
    /// spaces; nothing when it says another encoding than UTF-8.
    private static func lateDeclaration(_ head: ArraySlice<UInt8>) -> Range<Int>? {
        let start = head.firstIndex { $0 != 0x20 } ?? 0
        guard start > 0, head[start...].starts(with: Array("<?xml ".utf8)),
            let end = head[start...].firstRange(of: Array("?>".utf8))
        else { return nil }
        let text = String(decoding: head[start..<end.lowerBound], as: UTF8.self).lowercased()
        let isUTF8 = !text.contains("encoding") || text.contains("utf-8") || text.contains("utf8")
        return isUTF8 ? start..<end.upperBound : nil
    }

    /// Puts blanks for the control characters that XML does not allow.
    private static func dropControls(_ bytes: UnsafeMutableRawBufferPointer) {
        var index = 0
        while index + 8 <= bytes.count {
            // Lines are some hundred bytes long, so most words have no byte below a blank.
            let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            if word.hasByteBelowBlank { dropControls(bytes, index..<index + 8) }
            index += 8
        }
        dropControls(bytes, index..<bytes.count)
    }

    private static func dropControls(_ bytes: UnsafeMutableRawBufferPointer, _ range: Range<Int>) {
        for place in range where bytes[place] < 0x20 {
            let byte = bytes[place]
            if byte != 0x0A, byte != 0x09, byte != 0x0D { bytes[place] = 0x20 }
        }
    }
}

extension UInt64 {
    /// Whether one of its eight bytes is below 0x20.
    fileprivate var hasByteBelowBlank: Bool {
        let highBits: UInt64 = 0x8080_8080_8080_8080
        return (self &- 0x2020_2020_2020_2020) & ~self & highBits != 0
    }
}
