import CExpat
import Model

/// Reads an XML document piece by piece with expat, in constant memory.
///
/// Namespaces are not resolved, since real exports use prefixes that they never declare; the
/// content looks at prefixes itself. Entities and outside document types are refused, so that
/// nothing can grow beyond the file and nothing is ever fetched.
enum XMLReader {
    /// How many bytes are read at once.
    static let chunkBytes = 256 * 1024
    /// How deep elements may stand in each other; GPX needs 8 or so.
    static let maximumDepth = 256
    /// How long one tag, comment or instruction may be; expat looks at an unfinished one again with
    /// every chunk, so that a limit keeps its work in proportion to the file.
    static let maximumTokenBytes = 1024 * 1024
    /// How long the text of one wanted element may be.
    static let maximumTextBytes = 4096

    /// How a read ended.
    struct Ending {
        /// What broke the document off, or was met between its elements; nothing when it is complete
        /// and sound, or the content said stop.
        let problem: XMLProblem?
        /// The text encoding, as people call it.
        let encoding: String
    }

    /// Reads a document to its end, to its first mistake, or until the content has enough.
    ///
    /// - Parameters:
    ///   - source: the bytes of the document.
    ///   - content: takes the elements.
    ///   - chunkBytes: how many bytes are given to expat at once, at least 1.
    /// - Returns: what is wrong with the document, and its encoding.
    /// - Throws: only what the source throws.
    static func read(
        _ source: any ByteSource,
        into content: any XMLContent,
        chunkBytes: Int = chunkBytes
    ) throws -> Ending {
        let prologue = try XMLPrologue(source)
        guard let parser = XML_ParserCreate(prologue.encodingForced) else {
            return Ending(problem: outOfMemory, encoding: prologue.encoding)
        }
        defer { XML_ParserFree(parser) }
        return try withExtendedLifetime(content) {
            var state = XMLParseState(parser: parser, content: content)
            defer { state.text.deallocate() }
            let problem = try withUnsafeMutablePointer(to: &state) { state in
                XMLParseState.install(state)
                return try feed(source, to: state, chunkBytes: max(1, chunkBytes))
            }
            return Ending(
                problem: problem ?? state.strayText,
                encoding: state.encoding ?? prologue.encoding
            )
        }
    }

    private static let outOfMemory = XMLProblem(
        place: .wholeFile,
        cause: .malformed("out of memory")
    )

    private static func feed(
        _ source: any ByteSource,
        to state: UnsafeMutablePointer<XMLParseState>,
        chunkBytes: Int
    ) throws -> XMLProblem? {
        let parser = state.pointee.parser
        var offset = 0
        while true {
            guard let buffer = XML_GetBuffer(parser, Int32(clamping: chunkBytes)) else {
                return outOfMemory
            }
            let count = try source.fill(
                UnsafeMutableRawBufferPointer(start: buffer, count: chunkBytes),
                at: offset
            )
            offset += count
            let isLast = count < chunkBytes
            let status = XML_ParseBuffer(parser, Int32(clamping: count), isLast ? 1 : 0)
            guard status == XML_STATUS_OK else { return state.pointee.problem() }
            if isLast { return nil }
            let pending = offset - max(0, Int(XML_GetCurrentByteIndex(parser)))
            if pending > maximumTokenBytes {
                return XMLProblem(place: TextPlace(ofEventIn: parser), cause: .tooLong)
            }
        }
    }
}

extension ByteSource {
    /// Reads until the buffer is full or the file ends; fewer bytes come only at the end.
    func fill(_ buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws -> Int {
        var filled = 0
        while filled < buffer.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
            let count = try read(at: offset + filled, into: rest)
            guard count > 0 else { break }
            filled += count
        }
        return filled
    }
}
