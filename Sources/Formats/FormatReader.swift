package import Model

/// Reads any file that a person may drop: finds out by its content what it is, and gives what it
/// says to a sink, or says why not.
package struct FormatReader {
    /// Enough to recognise everything; a longer run of blanks at the beginning is text.
    private static let beginningBytes = 4096

    /// Reads a file.
    ///
    /// The name plays no part in what a file is taken for. Bad content is a result and no error:
    /// the report says how much was taken and what is wrong, with places. What a refused file gave
    /// to the sink must be thrown away.
    ///
    /// - Throws: only what the source throws; then nothing of the sink may be used.
    package static func read(
        _ source: any ByteSource,
        context: FileContext,
        into sink: any ReadingSink
    ) throws -> FormatReport {
        var buffer = [UInt8](repeating: 0, count: beginningBytes)
        let count = try buffer.withUnsafeMutableBytes { try source.fill($0, at: 0) }
        let beginning = Array(buffer[..<count])
        switch ContentKind(beginning: beginning, isWhole: count < beginningBytes) {
        case .refused(let sentence): return refusal(sentence)
        case .xml: return try XMLDoor.read(source, context: context, into: sink)
        case .database: return try DatabaseDoor.read(source, context: context, into: sink)
        case .json: return try JSONDoor.read(source, context: context, into: sink)
        case .text: return try CSVReader.read(source, context: context, into: sink)
        }
    }

    private static func refusal(_ sentence: String) -> FormatReport {
        FormatReport(
            dialect: nil,
            outcome: .refused,
            problems: ProblemList([Problem(at: .wholeFile, sentence)]),
            encoding: ""
        )
    }
}

/// What the first bytes of a file make of it.
enum ContentKind: Hashable {
    /// Begins as XML does.
    case xml
    /// Begins as JSON does.
    case json
    /// Begins as SQLite databases do.
    case database
    /// Anything else that may be text.
    case text
    /// Nothing that is read; one sentence says what it is and what to do.
    case refused(String)

    /// Looks at the first bytes, and whether they are all there are.
    init(beginning bytes: [UInt8], isWhole: Bool) {
        if bytes.starts(with: DatabaseHeader.mark) {
            self = .database
            return
        }
        if let sentence = ForeignContent.sentence(forBeginning: bytes) {
            self = .refused(sentence)
            return
        }
        let webPage = ForeignContent.sentence(forRoot: "html")
        switch Self.firstCharacter(bytes) {
        case nil where bytes.isEmpty: self = .refused("the file is empty")
        case nil where isWhole: self = .refused("there is nothing but blanks in the file")
        case UInt8(ascii: "<"): self = Self.isWebPage(bytes) ? .refused(webPage) : .xml
        case UInt8(ascii: "{"), UInt8(ascii: "["): self = .json
        default: self = .text
        }
    }

    /// The first byte that is neither part of a byte order mark, nor blank, nor the zero half of a
    /// blank in UTF-16.
    private static func firstCharacter(_ bytes: [UInt8]) -> UInt8? {
        let marks: [[UInt8]] = [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]]
        let mark = marks.first { bytes.starts(with: $0) } ?? []
        return bytes.dropFirst(mark.count).first { !$0.isBlank && $0 != 0 }
    }

    /// Whether it begins as web pages do, which are seldom well-formed XML.
    private static func isWebPage(_ bytes: [UInt8]) -> Bool {
        let words = bytes.drop { $0 != UInt8(ascii: "<") }.prefix(16)
            .map { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 ? $0 | 0x20 : $0 }
        return words.starts(with: "<!doctype html".utf8) || words.starts(with: "<html".utf8)
    }
}
