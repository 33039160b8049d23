/// Reads a text file as UTF-8 in pieces, whatever it is written in, in bounded memory.
struct TextReader {
    private let source: any ByteSource
    private let encoding: TextEncoding

    /// Reads this source, which `TextScan` has found to be written so.
    init(_ source: any ByteSource, encoding: TextEncoding) {
        self.source = source
        self.encoding = encoding
    }

    /// Hands over the text after a byte order mark, until the closure returns `false`.
    ///
    /// Pieces may cut a character in two.
    /// - Throws: what the source and the closure throw.
    func forEachPiece(_ body: (UnsafeBufferPointer<UInt8>) throws -> Bool) throws {
        guard !encoding.isUTF8 else {
            return try source.forEachChunk(from: encoding.markLength, body)
        }
        var transcoder = Transcoder(encoding)
        var text: [UInt8] = []
        var goesOn = true
        // A third of the usual piece: one byte of Windows-1252 may become three of UTF-8.
        try source.forEachChunk(from: encoding.markLength, size: 65_536) { chunk in
            text.removeAll(keepingCapacity: true)
            transcoder.transcode(chunk, into: &text)
            goesOn = try text.withUnsafeBufferPointer(body)
            return goesOn
        }
        guard goesOn else { return }
        text.removeAll(keepingCapacity: true)
        transcoder.finish(into: &text)
        if !text.isEmpty { _ = try text.withUnsafeBufferPointer(body) }
    }

    /// The first bytes of the text, at most so many.
    func prefix(_ length: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try forEachPiece { piece in
            bytes.append(contentsOf: piece.prefix(length - bytes.count))
            return bytes.count < length
        }
        return bytes
    }
}
