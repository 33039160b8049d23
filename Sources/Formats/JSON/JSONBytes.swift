internal import Model

/// The bytes of a JSON text one after the other, in constant memory, with their places.
final class JSONBytes {
    private let source: any ByteSource
    private let buffer: UnsafeMutableRawBufferPointer
    private var index = 0
    private var filled = 0
    /// The byte of the file at which the buffer begins.
    private var base = 0
    private var line = 1
    private var lineStart = 0
    private var wasReturn = false

    /// Reads a source, so many bytes at once, at least 1.
    init(_ source: any ByteSource, chunkBytes: Int) {
        self.source = source
        buffer = .allocate(byteCount: max(1, chunkBytes), alignment: 16)
    }

    deinit { buffer.deallocate() }

    /// Where the next byte stands.
    var place: TextPlace {
        let byte = base + index
        return TextPlace(line: line, column: byte - lineStart + 1, byte: byte)
    }

    /// The next byte, which stays the next; nothing at the end.
    ///
    /// - Throws: what the source throws.
    func peek() throws -> UInt8? {
        if index == filled {
            base += filled
            index = 0
            filled = try source.fill(buffer, at: base)
            if filled == 0 { return nil }
        }
        return buffer[index]
    }

    /// Goes on behind the byte that `peek` has shown.
    func advance() {
        index = min(index + 1, filled)
    }

    /// Takes what is in the buffer, as far as it is plain text inside a string: no quote, no
    /// backslash, no control character, ASCII.
    func takePlain(into text: inout [UInt8], atMost limit: Int) {
        let start = index
        let end = min(filled, start + max(0, limit))
        while index < end {
            let byte = buffer[index]
            guard byte >= 0x20, byte < 0x80, byte != 0x22, byte != 0x5C else { break }
            index += 1
        }
        text.append(contentsOf: buffer[start..<index])
    }

    /// Passes over a byte order mark at the beginning; its bytes are no column.
    ///
    /// - Throws: what the source throws, and a fault when it is only the beginning of one.
    func skipMark() throws {
        guard try peek() == 0xEF else { return }
        for byte: UInt8 in [0xEF, 0xBB, 0xBF] {
            guard try peek() == byte else { throw JSONFault(place: place, cause: .notUTF8) }
            advance()
        }
        lineStart = 3
    }

    /// Passes over blanks and line ends: line feed, carriage return, or both as one.
    ///
    /// - Throws: what the source throws.
    func skipBlanks() throws {
        while let byte = try peek() {
            switch byte {
            case 0x20, 0x09: advance()
            case 0x0A:
                advance()
                if !wasReturn { line += 1 }
                lineStart = base + index
            case 0x0D:
                advance()
                line += 1
                lineStart = base + index
            default:
                wasReturn = false
                return
            }
            wasReturn = byte == 0x0D
        }
    }
}
