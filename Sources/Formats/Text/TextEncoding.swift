/// How the characters of a text file are written as bytes.
enum TextEncoding: Hashable, Sendable {
    /// UTF-8, and with it ASCII.
    case utf8
    /// UTF-8 after a byte order mark.
    case utf8WithMark
    /// UTF-16, low byte first, after a byte order mark.
    case utf16LittleEndian
    /// UTF-16, high byte first, after a byte order mark.
    case utf16BigEndian
    /// The Western European code page: the guess when a file is no UTF-8 and has no mark.
    case windows1252

    /// The name that `amble inspect` shows.
    var name: String {
        switch self {
        case .utf8: "UTF-8"
        case .utf8WithMark: "UTF-8 with byte order mark"
        case .utf16LittleEndian: "UTF-16LE"
        case .utf16BigEndian: "UTF-16BE"
        case .windows1252: "Windows-1252 (guessed)"
        }
    }

    /// The bytes of the mark, which are no text.
    var markLength: Int {
        switch self {
        case .utf8, .windows1252: 0
        case .utf8WithMark: 3
        case .utf16LittleEndian, .utf16BigEndian: 2
        }
    }

    /// Whether the bytes of the file are UTF-8 as they stand, so that places need no translation.
    var isUTF8: Bool { self == .utf8 || self == .utf8WithMark }

    /// The encoding that a byte order mark at the beginning of a file declares.
    static func declared(by prefix: UnsafeBufferPointer<UInt8>) -> TextEncoding? {
        if prefix.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8WithMark }
        // FF FE 00 00 is UTF-32, whose characters would be read as text with NULs between.
        if prefix.starts(with: [0xFF, 0xFE, 0, 0]) { return nil }
        if prefix.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
        if prefix.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
        return nil
    }
}
