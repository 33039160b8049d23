/// A value of a row.
enum DatabaseCell: Hashable {
    /// Nothing; also a column that was added when the row was there already.
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    /// Bytes, or a text that is longer than any export's.
    case bytes

    /// The whole number that it is; nothing for everything else.
    var wholeNumber: Int64? {
        switch self {
        case .integer(let value): value
        case .real(let value): Int64(exactly: value)
        default: nil
        }
    }

    /// The text without blanks around it; nothing when it is no text or an empty one.
    var trimmedText: String? {
        guard case .text(let text) = self else { return nil }
        let isBlank: (Character) -> Bool = { $0.isWhitespace }
        guard let first = text.firstIndex(where: { !isBlank($0) }),
            let last = text.lastIndex(where: { !isBlank($0) })
        else { return nil }
        return String(text[first...last])
    }

    /// The value as a message shows it.
    var shown: String {
        switch self {
        case .null: "a missing value"
        case .integer(let value): "\(value)"
        case .real(let value): "\(value)"
        case .text(let text): ShownText.quoted(text.utf8)
        case .bytes: "a value of bytes"
        }
    }
}
