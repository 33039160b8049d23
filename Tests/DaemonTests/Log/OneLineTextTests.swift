import Daemon
import Testing

struct OneLineTextTests {
    @Test(arguments: [
        ("", ""), ("Blåbær ⌚️ \"12,5O\"", "Blåbær ⌚️ \"12,5O\""), ("a\nb", "a\\nb"),
        ("\r\n\t", "\\r\\n\\t"), ("\u{1B}[31m", "\\x1B[31m"), ("\0\u{7F}\u{85}", "\\x00\\x7F\\x85"),
        ("\u{2028}\u{202E}\u{2066}", "\\u{2028}\\u{202E}\\u{2066}"),
    ])
    func `what could leave the line is escaped`(text: String, expected: String) {
        #expect(text.escapedForOneLine == expected)
    }

    @Test func `nothing that is left can move a cursor`() {
        let all = String(String.UnicodeScalarView((0...0xFFFF).compactMap(Unicode.Scalar.init)))
        #expect(all.escapedForOneLine.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
    }

    @Test func `a part of a text is escaped alike`() {
        #expect("ab\ncd".dropFirst().escapedForOneLine == "b\\ncd")
    }
}
