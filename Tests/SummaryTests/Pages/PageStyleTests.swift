import Testing

@testable import Summary

@Suite struct PageStyleTests {
    @Test func `prose breaks between words and fits with its indent`() {
        let style = PageStyle(usesColor: false, showsBars: false, width: 40)
        let prose = "One word after another, until the line is full and the next one begins."
        let lines = style.wrapped(prose, indent: "  ")
        #expect(lines.allSatisfy { $0.count <= 40 && $0.hasPrefix("  ") } == true)
        #expect(
            lines.joined(separator: " ").split(separator: " ").joined(separator: " ") == prose
        )
        #expect(style.wrapped("").isEmpty)
    }

    @Test func `a word longer than the line is not cut`() {
        let word = String(repeating: "x", count: 90)
        let style = PageStyle(usesColor: false, showsBars: false, width: 40)
        #expect(style.wrapped("a \(word) b") == ["a", word, "b"])
    }

    @Test func `colours are switched off again, and only used where wanted`() {
        let colored = PageStyle(usesColor: true, showsBars: true, width: 10)
        #expect(colored.strong("x") == "\u{1B}[1mx\u{1B}[0m")
        #expect(colored.walked("") == "")
        #expect(colored.width == 40)
        #expect(PageStyle.plain.urgent("x") == "x")
    }
}
