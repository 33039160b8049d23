extension StringProtocol {
    /// The text with everything escaped that could end a line, move a cursor or turn the direction
    /// of writing: control characters as `\n`, `\t` or `\x1B`, others as `\u{202E}`.
    ///
    /// Every name that comes out of a file goes through this before it reaches a terminal or the
    /// journal (COMMANDS.md §5).
    package var escapedForOneLine: String {
        guard unicodeScalars.contains(where: \.mustBeEscaped) else { return String(self) }
        var result = ""
        for scalar in unicodeScalars {
            result += scalar.mustBeEscaped ? scalar.escape : String(scalar)
        }
        return result
    }
}

extension Unicode.Scalar {
    fileprivate var mustBeEscaped: Bool {
        switch value {
        case 0..<0x20, 0x7F...0x9F: true
        // Line and paragraph separator; embeddings, overrides and isolates of direction.
        case 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    fileprivate var escape: String {
        switch self {
        case "\n": return "\\n"
        case "\r": return "\\r"
        case "\t": return "\\t"
        default:
            let digits = String(value, radix: 16, uppercase: true)
            if value > 0xFF { return "\\u{\(digits)}" }
            return "\\x" + (digits.count < 2 ? "0" : "") + digits
        }
    }
}
