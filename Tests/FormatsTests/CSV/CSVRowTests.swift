import Model
import Testing

@testable import Formats

@Suite struct CSVRowTests {
    private func withRows(_ text: String, _ body: (CSVRow) -> Void) throws {
        var tokenizer = CSVTokenizer(delimiter: UInt8(ascii: ","))
        func hand(_ row: CSVRow) -> Bool {
            body(row)
            return true
        }
        _ = try Array(text.utf8).withUnsafeBufferPointer { try tokenizer.feed($0, hand) }
        try tokenizer.finish(hand)
    }

    @Test func `a cell beyond the last one is empty and lies at the row`() throws {
        try withRows("x\na,b\n") { row in
            #expect(row[row.count].isEmpty)
            #expect(row[Int.max].isEmpty)
            #expect(row.place(of: 99) == row.place)
        }
    }

    @Test func `the place of a row is its line`() throws {
        var places: [TextPlace] = []
        try withRows("a\n\"b\nc\",d\ne\n") { places.append($0.place) }
        #expect(
            places == [
                TextPlace(line: 1, column: 0, byte: 0), TextPlace(line: 2, column: 0, byte: 2),
                TextPlace(line: 4, column: 0, byte: 10),
            ]
        )
    }

    @Test func `blank lines and lines of delimiters are told apart`() throws {
        var marks: [String] = []
        try withRows("\n  \n\0\n,\n , ,\"\"\na,\n") { row in
            marks.append("\(row.isBlank ? "blank" : "row") \(row.isEmpty ? "empty" : "full")")
        }
        let expected = [
            "blank empty", "blank empty", "blank empty", "row empty", "row empty", "row full",
        ]
        #expect(marks == expected)
    }

    @Test func `padding is left out at both ends and kept inside`() throws {
        try withRows(" \0a b\0c \t\0,\"  q  \"\n") { row in
            #expect(Array(row[0]) == Array("a b\0c".utf8))
            #expect(Array(row[1]) == Array("q".utf8))
        }
    }

    @Test func `a quoted cell lies at its quote`() throws {
        try withRows("a, \"b\"\n") { row in
            #expect(row.place(of: 1) == TextPlace(line: 1, column: 4, byte: 3))
        }
    }
}
