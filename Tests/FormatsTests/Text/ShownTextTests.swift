import Testing

@testable import Formats

@Suite struct ShownTextTests {
    @Test func `a cell is quoted as it stands`() {
        #expect(ShownText.quoted("12,5O".utf8) == "\"12,5O\"")
        #expect(ShownText.quoted("".utf8) == "\"\"")
    }

    @Test func `control characters are escaped`() {
        #expect(ShownText.quoted("a\tb\n\u{1B}[31m\u{7F}".utf8) == "\"a\\tb\\n\\u{1b}[31m\\u{7f}\"")
        #expect(ShownText.quoted("\u{202E}x".utf8) == "\"\\u{202e}x\"")
    }

    @Test func `long text is cut between characters`() {
        let cut = ShownText.quoted(String(repeating: "😀", count: 300).utf8)
        #expect(cut == "\"" + String(repeating: "😀", count: 40) + "…\"")
    }

    @Test func `bytes that are no UTF-8 are shown as such`() {
        #expect(ShownText.quoted([0x61, 0xFF]) == "\"a\u{FFFD}\"")
    }
}
