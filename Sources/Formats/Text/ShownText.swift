/// Text of a file as a message quotes it: short, on one line, without control characters.
enum ShownText {
    /// More than this many characters of a cell tell a person nothing.
    static let longest = 40

    /// Quotes the text of a cell, shortened, control characters escaped.
    static func quoted(_ bytes: some Collection<UInt8>) -> String {
        // A character has at most four bytes; a cell may have a million.
        let head = String(decoding: bytes.prefix((longest + 1) * 4), as: UTF8.self)
        let shown = head.unicodeScalars.prefix(longest).map(escaped).joined()
        let isLong = head.unicodeScalars.count > longest
        return "\"" + shown + (isLong ? "…" : "") + "\""
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\t": return "\\t"
        case "\n": return "\\n"
        case "\r": return "\\r"
        default: break
        }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse:
            return "\\u{" + String(scalar.value, radix: 16) + "}"
        default:
            return String(Character(scalar))
        }
    }
}
