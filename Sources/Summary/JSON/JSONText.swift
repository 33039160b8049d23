/// A finished piece of JSON (RFC 8259) on one line; members keep the order they are written in.
///
/// A member without a value is left out: absent when unknown, never null (COMMANDS.md §5).
struct JSONText: Hashable, Sendable {
    /// The text; never holds a line end.
    let text: String

    private init(_ text: String) {
        self.text = text
    }

    /// A text, with everything escaped that could break a line or move a terminal.
    static func string(_ text: String) -> JSONText {
        var quoted = "\""
        quoted.reserveCapacity(text.utf8.count + 2)
        for scalar in text.unicodeScalars { append(scalar, to: &quoted) }
        return JSONText(quoted + "\"")
    }

    /// A whole number.
    static func number(_ number: some BinaryInteger) -> JSONText {
        JSONText(String(number))
    }

    /// A number of tenths, with one decimal.
    static func tenths(_ tenths: Int64) -> JSONText {
        JSONText(Decimals.text(tenths, digits: 1))
    }

    /// Degrees out of nanodegrees, with nine decimals.
    static func degrees(nanodegrees: Int64) -> JSONText {
        JSONText(Decimals.text(nanodegrees, digits: 9))
    }

    /// The word `true`; what is not true is left out.
    static let yes = JSONText("true")
    /// The word `false`.
    static let no = JSONText("false")

    /// A list.
    static func array(_ elements: [JSONText]) -> JSONText {
        JSONText("[" + elements.map(\.text).joined(separator: ",") + "]")
    }

    /// An object out of groups of members, in their order; members without a value are left out.
    static func object(_ groups: Members...) -> JSONText {
        let members = groups.joined().compactMap { key, value in
            value.map { string(key).text + ":" + $0.text }
        }
        return JSONText("{" + members.joined(separator: ",") + "}")
    }

    /// Members of an object: names and, where known, values.
    typealias Members = KeyValuePairs<String, JSONText?>

    private static func append(_ scalar: Unicode.Scalar, to text: inout String) {
        switch scalar {
        case "\"": text += "\\\""
        case "\\": text += "\\\\"
        case "\n": text += "\\n"
        case "\r": text += "\\r"
        case "\t": text += "\\t"
        // Controls of ASCII and Latin 1, and the two line ends that JavaScript knows besides.
        case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
            let digits = String(scalar.value, radix: 16)
            text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: text.unicodeScalars.append(scalar)
        }
    }
}
