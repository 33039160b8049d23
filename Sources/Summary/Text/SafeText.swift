/// Makes names out of files and exports harmless on a terminal (COMMANDS.md §5).
enum SafeText {
    /// The text with control characters, line ends and marks that turn the direction of writing
    /// written as escapes.
    static func escaped(_ text: String) -> String {
        var safe = ""
        for scalar in text.unicodeScalars {
            if let escape = escape(of: scalar) {
                safe += escape
            } else {
                safe.unicodeScalars.append(scalar)
            }
        }
        return safe
    }

    /// The text of a path; bytes that are not UTF-8 become U+FFFD.
    static func path(_ bytes: [UInt8]) -> String {
        escaped(String(decoding: bytes, as: UTF8.self))
    }

    private static func escape(of scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "\n": return "\\n"
        case "\r": return "\\r"
        case "\t": return "\\t"
        case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{200E}", "\u{200F}",
            "\u{2028}"..."\u{202E}", "\u{2066}"..."\u{2069}":
            return "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
        default: return nil
        }
    }
}
