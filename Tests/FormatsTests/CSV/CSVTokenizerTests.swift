import Model
import TestSupport
import Testing

@testable import Formats

@Suite struct CSVTokenizerTests {
    /// A row as a test compares it.
    struct Row: Equatable {
        var cells: [String]
        var places: [TextPlace]
        var line: Int
        var isTerminated: Bool
        var fault: CSVRow.Fault?
    }

    static func rows(
        _ bytes: [UInt8],
        delimiter: Character = ",",
        pieces: [Int] = []
    ) throws -> [Row] {
        var tokenizer = CSVTokenizer(delimiter: delimiter.asciiValue ?? 0)
        var rows: [Row] = []
        func keep(_ row: CSVRow) -> Bool {
            rows.append(
                Row(
                    cells: (0..<row.count).map { String(decoding: row[$0], as: UTF8.self) },
                    places: (0..<row.count).map(row.place(of:)),
                    line: row.line,
                    isTerminated: row.isTerminated,
                    fault: row.fault
                )
            )
            return true
        }
        var start = 0
        for size in pieces + [bytes.count] {
            let end = min(start + size, bytes.count)
            _ = try Array(bytes[start..<end]).withUnsafeBufferPointer {
                try tokenizer.feed($0, keep)
            }
            start = end
        }
        try tokenizer.finish(keep)
        return rows
    }

    static func cells(_ text: String, delimiter: Character = ",") throws -> [[String]] {
        try rows(Array(text.utf8), delimiter: delimiter).map(\.cells)
    }

    @Test(arguments: [",", ";", "\t", "|"] as [Character])
    func `each delimiter parts cells and the others are text`(delimiter: Character) throws {
        let others = [",", ";", "|"].filter { $0 != String(delimiter) }.joined()
        let text = "a\(delimiter)b\(others)\(delimiter)c\n1\(delimiter)\(delimiter)3\n"
        let expected = [["a", "b" + others, "c"], ["1", "", "3"]]
        #expect(try Self.cells(text, delimiter: delimiter) == expected)
    }

    @Test func `every kind of line end ends a line`() throws {
        let rows = try Self.rows(Array("a\nb\r\nc\rd\n\re".utf8))
        #expect(rows.map(\.cells) == [["a"], ["b"], ["c"], ["d"], [""], ["e"]])
        #expect(rows.map(\.line) == [1, 2, 3, 4, 5, 6])
        #expect(rows.map(\.isTerminated) == [true, true, true, true, true, false])
    }

    @Test func `a text without rows has none`() throws {
        #expect(try Self.cells("") == [])
        #expect(try Self.cells("\n") == [[""]])
    }

    @Test func `a delimiter at the end makes one more empty cell`() throws {
        #expect(try Self.cells("a,b,\n1,") == [["a", "b", ""], ["1", ""]])
    }

    @Test func `quotes hold delimiters, line ends and doubled quotes`() throws {
        let text = "\"a,b\",\"say \"\"hi\"\"\",\"two\r\nlines\"\n1,2,3\n"
        let rows = try Self.rows(Array(text.utf8))
        #expect(rows.map(\.cells) == [["a,b", "say \"hi\"", "two\r\nlines"], ["1", "2", "3"]])
        #expect(rows.map(\.line) == [1, 3])
    }

    @Test func `blanks around quotes are no part of the cell`() throws {
        #expect(try Self.cells("  \"a\"  , \"b,c\" \n") == [["a", "b,c"]])
    }

    @Test func `a quote inside a cell is a letter`() throws {
        #expect(try Self.cells("5\" screen,a\"b\"c\n") == [["5\" screen", "a\"b\"c"]])
    }

    @Test func `text behind a closing quote is a fault and not a longer number`() throws {
        let rows = try Self.rows(Array("x,\"12\"5\n\"1\" \"2\",y\n3,4\n".utf8))
        #expect(rows[0].cells == ["x", "12"])
        #expect(rows[0].fault == .textAfterQuote(cell: 1))
        #expect(rows[1].fault == .textAfterQuote(cell: 0))
        #expect(rows[2].fault == nil)
    }

    @Test func `a quote that never closes is a fault of its row`() throws {
        let rows = try Self.rows(Array("a,b\n1,\"2\n3,4\n".utf8))
        #expect(rows.last?.fault == .unclosedQuote(cell: 1))
        #expect(rows.last?.places.last == TextPlace(line: 2, column: 3, byte: 6))
    }

    @Test func `NULs and blanks around a cell are padding`() throws {
        #expect(try Self.cells("68\0\0\0,\tT , x\0y \n") == [["68", "T", "x\0y"]])
    }

    @Test func `places count lines, bytes of the line and bytes of the file`() throws {
        let rows = try Self.rows(Array("ä,b\r\n\"x\ny\",\"z\",w\n".utf8))
        #expect(rows[0].places.last == TextPlace(line: 1, column: 4, byte: 3))
        let second = rows[1].places
        #expect(second[0] == TextPlace(line: 2, column: 1, byte: 6))
        #expect(second[1] == TextPlace(line: 3, column: 4, byte: 12))
        #expect(second[2] == TextPlace(line: 3, column: 8, byte: 16))
    }
}

// MARK: - Limits

extension CSVTokenizerTests {
    @Test func `a cell of a mebibyte is read and a longer one is refused`() throws {
        let longest = [UInt8](repeating: 0x61, count: CSVTokenizer.longestCell)
        #expect(try Self.rows(longest + [0x0A])[0].cells[0].utf8.count == longest.count)
        #expect(throws: CSVRefusal.self) { try Self.rows(longest + [0x61, 0x0A]) }
        #expect(throws: CSVRefusal.self) { try Self.rows([0x22] + longest + [0x0A, 0x61]) }
    }

    @Test func `four thousand columns are read and a million are refused`() throws {
        let most = [UInt8](repeating: 0x2C, count: CSVTokenizer.mostCells - 1)
        #expect(try Self.rows(most + [0x0A])[0].cells.count == CSVTokenizer.mostCells)
        #expect(throws: CSVRefusal.self) { try Self.rows(most + [0x2C, 0x0A]) }
        #expect(throws: CSVRefusal.self) {
            try Self.rows([UInt8](repeating: 0x2C, count: 1_000_000))
        }
    }

    @Test func `a row of many long cells is refused`() {
        let cell = [UInt8](repeating: 0x61, count: 1_000_000) + [0x2C]
        #expect(throws: CSVRefusal.self) {
            try Self.rows(Array([cell, cell, cell, cell, cell].joined()))
        }
    }

    @Test func `a refusal names the cell where it began`() {
        let text = Array("a\nb,".utf8) + [UInt8](repeating: 0x61, count: 1_100_000)
        let refusal = #expect(throws: CSVRefusal.self) { try Self.rows(text) }
        #expect(refusal?.problem.place == TextPlace(line: 2, column: 3, byte: 4))
    }
}

// MARK: - Pieces

extension CSVTokenizerTests {
    /// Texts of the bytes that matter, with enough of them to meet in every way.
    static func randomText(_ generator: inout SeededGenerator, length: Int) -> [UInt8] {
        let alphabet = Array("\",,\n\r\"a1 \u{0}ä".utf8)
        return (0..<length).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
    }

    @Test func `any cut into pieces gives the same cells at the same places`() throws {
        var generator = SeededGenerator(seed: 41)
        for _ in 0..<400 {
            let text = Self.randomText(
                &generator,
                length: Int.random(in: 0...60, using: &generator)
            )
            let whole = try Self.rows(text)
            for largest in [1, 3, 17] {
                let pieces = (0..<60).map { _ in Int.random(in: 0...largest, using: &generator) }
                #expect(try Self.rows(text, pieces: pieces) == whole, "\(text)")
            }
        }
    }

    @Test func `places point at the cell they name`() throws {
        var generator = SeededGenerator(seed: 42)
        for _ in 0..<300 {
            let text = Self.randomText(&generator, length: 50)
            for row in try Self.rows(text) {
                for place in row.places {
                    let start = place.byte - place.column + 1
                    #expect(start == 0 || [0x0A, 0x0D].contains(text[start - 1]))
                    #expect(place.line == Self.line(of: start, in: text))
                }
            }
        }
    }

    /// Counts line ends the slow way.
    private static func line(of byte: Int, in text: [UInt8]) -> Int {
        var line = 1
        for index in 0..<byte {
            let isJoined = text[index] == 0x0A && index > 0 && text[index - 1] == 0x0D
            if [0x0A, 0x0D].contains(text[index]), !isJoined { line += 1 }
        }
        return line
    }

    @Test func `what is written by the rules is read back`() throws {
        var generator = SeededGenerator(seed: 43)
        for _ in 0..<200 {
            let rows = (0..<5).map { _ in
                (0..<4).map { _ in
                    // Blanks and NULs at the ends of a cell are padding, so cells here begin and
                    // end with a letter.
                    let inner = Self.randomText(&generator, length: 6)
                    return "x" + String(decoding: inner, as: UTF8.self) + "x"
                }
            }
            let text = rows.map { row in
                row.map {
                    "\""
                        + $0.split(separator: "\"", omittingEmptySubsequences: false)
                        .joined(separator: "\"\"") + "\""
                }.joined(separator: ",") + "\r\n"
            }.joined()
            #expect(try Self.cells(text) == rows)
        }
    }
}
