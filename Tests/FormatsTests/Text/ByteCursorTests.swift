import Testing

@testable import Formats

@Suite struct ByteCursorTests {
    private func with<Value>(_ text: String, _ body: (inout ByteCursor) -> Value) -> Value {
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            var cursor = ByteCursor(bytes)
            return body(&cursor)
        }
    }

    @Test func `two digits are two digits`() {
        #expect(with("07", { $0.twoDigits() }) == 7)
        #expect(with("7", { $0.twoDigits() }) == nil)
        #expect(with("7:", { $0.twoDigits() }) == nil)
        #expect(with("", { $0.twoDigits() }) == nil)
    }

    @Test func `digits beyond the limit are no shorter number`() {
        #expect(with("123a", { $0.digits(atMost: 3)?.value }) == 123)
        #expect(with("1234", { $0.digits(atMost: 3)?.value }) == nil)
        #expect(with("a", { $0.digits(atMost: 3)?.value }) == nil)
        let many = String(repeating: "9", count: 40)
        #expect(with(many, { $0.digits(atMost: 100)?.value }) == nil)
    }

    @Test func `thousandths are cut off and never rounded`() {
        #expect(with("5", { $0.thousandths() }) == 500)
        #expect(with("552356", { $0.thousandths() }) == 552)
        #expect(with("0009999999999999999999999", { $0.thousandths() }) == 0)
        #expect(with("", { $0.thousandths() }) == nil)
    }

    @Test func `blanks of every kind before AM are skipped`() {
        for blank in ["", " ", "  ", "\u{A0}", "\u{202F}"] {
            #expect(
                with(
                    blank + "AM",
                    { cursor in
                        cursor.skipBlanks()
                        return cursor.skip(word: "am") && cursor.isAtEnd
                    }
                )
            )
        }
    }

    @Test func `it never leaves its bytes`() {
        #expect(
            with("ab") { cursor in
                cursor.advance(by: .max)
                cursor.advance(by: .max)
                cursor.advance(by: -5)
                return cursor.isAtEnd && cursor.next == 0 && !cursor.skip(0)
            }
        )
        #expect(
            with("\u{A0}".utf8.first.map { _ in "x" } ?? "") { cursor in
                cursor.skipBlanks()
                return cursor.position == 0
            }
        )
    }
}
