/// What the first hundred bytes of an SQLite database say about the rest (sqlite.org/fileformat2.html
/// "The Database Header").
struct DatabaseHeader: Hashable {
    /// How many bytes the header has.
    static let bytes = 100
    /// What every SQLite database begins with.
    static let mark = Array("SQLite format 3\0".utf8)

    /// The size of every page, a power of two from 512 to 65 536.
    let pageBytes: Int
    /// The bytes of a page that hold data; the rest belongs to extensions, as checksums.
    let usableBytes: Int
    /// How texts are written.
    let encoding: DatabaseEncoding
    /// How many pages the file should have; nothing when an old program wrote it last.
    let declaredPages: Int?
    /// Whether changes go to a file beside it first, which nobody sees who has only this one.
    let usesWriteAheadLog: Bool

    /// Reads a header.
    ///
    /// - Throws: `DatabaseRefusal` when this is no SQLite database of a kind that is known.
    init(_ bytes: Span<UInt8>) throws {
        guard bytes.count >= Self.bytes,
            Self.mark.indices.allSatisfy({ bytes[$0] == Self.mark[$0] })
        else {
            throw DatabaseRefusal("the SQLite database breaks off inside its header; copy it again")
        }
        let size = bytes.number16(at: 16)
        pageBytes = size == 1 ? 65_536 : size
        guard (512...65_536).contains(pageBytes), pageBytes.nonzeroBitCount == 1 else {
            throw Self.damaged("pages of \(pageBytes) bytes")
        }
        usableBytes = pageBytes - Int(bytes[20])
        guard usableBytes >= 480 else { throw Self.damaged("pages with too little room") }
        // The fractions of a payload that stay in its page were never other than these.
        guard bytes[21] == 64, bytes[22] == 32, bytes[23] == 32 else {
            throw Self.damaged("fractions of a payload that no program writes")
        }
        guard (1...2).contains(bytes[19]) else {
            throw DatabaseRefusal(
                "this SQLite database needs a newer reader (version \(bytes[19]) of the format, and"
                    + " Amble knows 1 and 2); export it from its app again"
            )
        }
        usesWriteAheadLog = bytes[19] == 2
        guard let encoding = DatabaseEncoding(code: bytes.number32(at: 56)) else {
            throw Self.damaged("text in no known encoding")
        }
        self.encoding = encoding
        let pages = bytes.number32(at: 28)
        let isCurrent = bytes.number32(at: 24) == bytes.number32(at: 92)
        declaredPages = isCurrent && pages > 0 ? pages : nil
    }

    private static func damaged(_ what: String) -> DatabaseRefusal {
        DatabaseRefusal("the header of the SQLite database is damaged (\(what)); copy it again")
    }
}

/// How the texts of a database are written.
enum DatabaseEncoding: Hashable {
    case utf8
    case utf16LittleEndian
    case utf16BigEndian

    /// Looks up the number in the header; 0 stands in a database without any table.
    init?(code: Int) {
        switch code {
        case 0, 1: self = .utf8
        case 2: self = .utf16LittleEndian
        case 3: self = .utf16BigEndian
        default: return nil
        }
    }

    /// Its name, as `amble inspect` shows it.
    var name: String {
        switch self {
        case .utf8: "UTF-8"
        case .utf16LittleEndian: "UTF-16LE"
        case .utf16BigEndian: "UTF-16BE"
        }
    }

    /// A text out of its bytes; what is wrong in it becomes U+FFFD.
    func text(_ span: Span<UInt8>) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(span.count)
        for index in 0..<span.count { bytes.append(span[index]) }
        if self == .utf8 { return String(decoding: bytes, as: UTF8.self) }
        let high = self == .utf16BigEndian ? 0 : 1
        let units = stride(from: 0, to: bytes.count - 1, by: 2).map { index in
            UInt16(bytes[index + high]) << 8 | UInt16(bytes[index + 1 - high])
        }
        return String(decoding: units, as: UTF16.self)
    }
}

/// Why nothing of a database can be taken.
struct DatabaseRefusal: Error, Hashable {
    /// One sentence: what, why, what now.
    let message: String

    init(_ message: String) {
        self.message = message
    }
}
