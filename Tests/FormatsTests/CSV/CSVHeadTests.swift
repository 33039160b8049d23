import Testing

@testable import Formats

@Suite struct CSVHeadTests {
    private func head(_ text: String, isWhole: Bool = true) -> CSVHead {
        CSVHead(Array(text.utf8), isWhole: isWhole)
    }

    @Test func `each row of more than one cell may be the header, under each delimiter`() {
        let head = head("My walks\na,b;c\n1,2;3\n")
        let shown = head.candidates.map {
            "\(UnicodeScalar($0.delimiter)) \($0.rowIndex) \($0.header.words)"
        }
        #expect(
            shown == [
                ", 1 [\"a\", \"b;c\"]", ", 2 [\"1\", \"2;3\"]", "; 1 [\"a,b\", \"c\"]",
                "; 2 [\"1,2\", \"3\"]",
            ]
        )
        #expect(head.firstLine == "My walks")
    }

    @Test func `samples are the rows behind, blank ones left out`() {
        let first = head("a,b\n\n1,2\n3,4").candidates.first
        #expect(first?.samples == [["1", "2"], ["3", "4"]])
    }

    @Test func `a row that may be cut off is no sample`() {
        #expect(head("a,b\n1,2\n3,4", isWhole: false).candidates.first?.samples == [["1", "2"]])
        #expect(head("a,b", isWhole: false).candidates.isEmpty)
    }

    @Test func `the thirteenth row is the last that may be the header`() {
        let blank = String(repeating: "x\n", count: 12)
        #expect(head(blank + "a,b\n").candidates.map(\.rowIndex) == [12])
        #expect(head(blank + "x\na,b\n").candidates.isEmpty)
    }

    @Test func `no more samples are kept than asked for`() {
        let text = "a,b\n" + String(repeating: "1,2\n", count: 500)
        #expect(head(text).candidates.first?.samples.count == CSVHead.sampleRows)
    }

    @Test func `rows before one that is too wide are still seen`() {
        let text = "a,b\n1,2\n" + String(repeating: ",", count: 10_000)
        #expect(head(text).candidates.first?.header.words == ["a", "b"])
    }

    @Test func `the lines before a header are kept without what pads them`() {
        let first = head("Kato,,\n\na,b\n1,2\n").candidates.first { $0.header.words == ["a", "b"] }
        #expect(first?.preamble == ["Kato", ""])
        #expect(first?.isInFile == true)
    }

    @Test func `a text without lines has no candidates`() {
        #expect(head("").candidates.isEmpty)
        #expect(head("\n\n\n").firstLine == "")
    }
}
