/// What the first bytes of a document say about its text encoding, before expat sees them.
struct XMLPrologue {
    /// The encoding, as people call it; what the XML declaration says goes before it.
    let encoding: String
    /// The encoding that expat must be told since it would not understand the declaration; nothing
    /// when the declaration is fine.
    let encodingForced: String?

    private static let length = 256

    /// Looks at the beginning of a document.
    ///
    /// - Throws: only what the source throws.
    init(_ source: any ByteSource) throws {
        var bytes = [UInt8](repeating: 0, count: Self.length)
        let count = try bytes.withUnsafeMutableBytes { try source.fill($0, at: 0) }
        self.init(bytes.prefix(count))
    }

    init(_ bytes: ArraySlice<UInt8>) {
        encoding = Self.name(ofMarkIn: Array(bytes.prefix(4)))
        let declaration = String(decoding: bytes.prefix { $0 != 0x3E }, as: UTF8.self).lowercased()
        // Many writers leave the hyphen out, which expat does not know.
        let isMisspelt = ["\"utf8\"", "'utf8'", "\"utf_8\"", "'utf_8'"].contains {
            declaration.contains($0)
        }
        encodingForced = isMisspelt && declaration.contains("<?xml") ? "UTF-8" : nil
    }

    private static func name(ofMarkIn bytes: [UInt8]) -> String {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0x3C, 0]) { return "UTF-16LE" }
        if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0, 0x3C]) { return "UTF-16BE" }
        return "UTF-8"
    }
}
